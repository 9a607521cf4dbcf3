command('resume') {
    group 'Repair'
    quiet()
    summary 'Bring an interrupted run to its end'
    details '''
        Goes on where the journal says: a document whose first save was made gets its
        second, the others are repaired as planned. A run that ended is left alone.
    '''
    output 'nothing'
    argument 'run', type: RunId, required: true, help: 'an interrupted run'
    option 'yes', type: Switch, help: 'do not ask'
    option 'break-lock', type: Switch, help: 'take the lock that a dirsh on another host left behind'
    example 'resume --help', over: 'acme.dxl'
    run { args, session -> session.repairs().resume(args) }
}
