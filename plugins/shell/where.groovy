import dirsh.pipe.Stages

command('where') {
    group 'Pipe'
    summary 'Keep the rows that meet conditions'
    details '''
        A condition is a field, one of = != ~ !~ < > <= >= and a value; ~ means contains,
        case never matters, yes and no stand for switches. A value with blanks goes in
        quotes. Numbers are compared as numbers, everything else as text; an empty value
        is neither less nor more. and, or, not and parentheses join conditions, outside
        the quotes; beside each other all must hold. -o wide or -o json shows the fields.
    '''
    input 'rows'
    output 'same'
    argument 'condition', type: Condition, required: true, many: true, help: 'such as cause=not-summary or fullName~lang'
    example 'diagnose | where cause=not-summary', over: 'acme.dxl', gives: '''
        fullName             cause        formShows  connectorReads  offered  toggleRepairs  noteId
        CN=Ida Novak/O=Acme  not-summary  yes        no              yes      yes            906
    '''
    example 'diagnose | where offered=no formShows=yes | count', over: 'acme.dxl'
    example 'diagnose | where (cause=sealed or cause=blank) and not offered=yes | select fullName,cause', over: 'acme.dxl', gives: '''
        fullName             cause
        CN=Kim Cole/O=Acme   sealed
        CN=Bo Strand/O=Acme  blank
    '''
    run { args, session -> Stages.where(args) }
}
