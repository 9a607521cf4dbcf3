import dirsh.pipe.Stages

command('sort') {
    group 'Pipe'
    summary 'Order the rows by fields'
    details '''
        Numbers go by size, texts without regard to case; rows that are equal stay in
        their order. A minus before a field turns its order, --desc that of all.
    '''
    input 'rows'
    output 'same'
    argument 'field', type: Fields, required: true, many: true, help: 'such as fullName, or cause,-noteId'
    option 'desc', type: Switch, help: 'the last first'
    example 'diagnose | sort -noteId | first 1 | select noteId', over: 'acme.dxl'
    run { args, session -> Stages.sort(args) }
}
