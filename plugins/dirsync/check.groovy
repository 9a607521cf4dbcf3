command('check') {
    group 'Look'
    summary 'Run the rules of the plugins over all people'
    details '''
        Rules are small Groovy files in plugins/dirsync/rules that an administrator
        may change. They advise; they neither keep people out nor repair anything.
    '''
    output 'people'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'check', over: 'two-does.dxl'
    run { args, session -> session.check(args.in) }
}
