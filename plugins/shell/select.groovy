import dirsh.pipe.Stages

command('select') {
    group 'Pipe'
    summary 'Keep some fields of the rows'
    details '''
        The fields stand in the order given. All fields may be named, also those that a
        table does not show; -o json shows which there are.
    '''
    input 'rows'
    output 'rows'
    argument 'field', type: Fields, required: true, many: true, help: 'such as fullName,cause'
    example 'diagnose --cause blank | select unid,fullName', over: 'acme.dxl'
    run { args, session -> Stages.select(args) }
}
