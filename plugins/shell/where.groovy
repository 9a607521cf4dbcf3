import dirsh.pipe.Stages

command('where') {
    group 'Pipe'
    summary 'Keep the rows that meet all conditions'
    details '''
        A condition is a field, one of = != ~ !~ < > <= >= and a value; ~ means contains,
        case never matters, yes and no stand for switches. A value with blanks goes in
        quotes. Numbers are compared as numbers, everything else as text. -o wide or
        -o json shows the fields there are.
    '''
    input 'rows'
    output 'same'
    argument 'condition', type: Condition, required: true, many: true, help: 'such as cause=not-summary or fullName~lang'
    example 'diagnose | where cause=not-summary', over: 'acme.dxl', gives: '''
        fullName             cause        formShows  connectorReads  offered  toggleRepairs  noteId
        CN=Ida Novak/O=Acme  not-summary  yes        no              yes      yes            906
    '''
    example 'diagnose | where offered=no formShows=yes | count', over: 'acme.dxl'
    run { args, session -> Stages.where(args) }
}
