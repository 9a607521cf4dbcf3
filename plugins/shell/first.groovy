import dirsh.pipe.Stages

command('first') {
    group 'Pipe'
    summary 'Keep the first rows'
    details '''
        What makes the others is stopped: find @All | first 5 reads the book only as far
        as needed.
    '''
    input 'anything'
    output 'same'
    argument 'count', type: Number, help: 'how many; 10 if left out'
    example 'find @All --items FullName | first 1', over: 'acme.dxl'
    run { args, session -> Stages.first(args) }
}
