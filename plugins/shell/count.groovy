import dirsh.pipe.Stages

command('count') {
    group 'Pipe'
    summary 'Count the rows, or those of each value'
    details '''
        Without a field it is one number. With fields it is a row for each value, the
        most frequent first; no rows are kept, however many come.
    '''
    input 'rows'
    output 'rows'
    argument 'field', type: Fields, many: true, help: 'such as cause, or cause,formShows'
    example 'diagnose | count', over: 'acme.dxl', gives: '''
        count
           13
    '''
    example 'diagnose | count cause', over: 'acme.dxl'
    run { args, session -> Stages.count(args) }
}
