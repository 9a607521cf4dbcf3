import dirsh.pipe.Stages

command('group') {
    group 'Pipe'
    summary 'Put rows with equal values together'
    details '''
        A row for each value, in the order the values first came, with the count and, in
        -o json and for the next command, the rows themselves. count only counts.
    '''
    input 'rows'
    output 'rows'
    argument 'field', type: Fields, required: true, many: true, help: 'such as cause, or cause,formShows'
    example 'diagnose | group formShows', over: 'acme.dxl'
    run { args, session -> Stages.group(args) }
}
