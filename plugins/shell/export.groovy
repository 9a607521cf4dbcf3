import dirsh.pipe.Stages

command('export') {
    group 'Pipe'
    summary 'Write the rows to a file'
    details '''
        The ending says how: .csv, .json, .yaml or .txt. In CSV a value that a
        spreadsheet would run as a formula gets an apostrophe in front, unless --raw. An
        older result of that name is replaced; an open book, a plan, an export of a
        directory, a link and a file of somebody else are left as they are.
    '''
    input 'rows'
    output 'nothing'
    argument 'file', type: FileName, required: true, help: 'such as missing.csv'
    option 'raw', type: Switch, help: 'CSV values exactly as stored: for programs, never for a spreadsheet'
    example 'diagnose | where offered=yes | export offered.csv', over: 'acme.dxl'
    run { args, session -> Stages.export(args, session) }
}
