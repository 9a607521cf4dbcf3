command('console') {
    group 'Domino'
    summary 'Send a command to a Domino server\'s console'
    details '''
        The answer is shown; command and answer are kept in the audit log.
        The Notes ID needs the right to use the remote console. Domino answers what the
        command prints at once; what a task does later is in the server's log.
    '''
    output 'page'
    argument 'command', type: Text, required: true, many: true, help: 'the console command, such as load updall names.nsf'
    option 'server', type: Text, help: 'the server; that of the open book if left out'
    example 'console --help', over: ''
    run { args, session -> session.domino().console(args.command.join(' '), args.server) }
}
