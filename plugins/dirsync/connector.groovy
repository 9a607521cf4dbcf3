command('connector') {
    group 'Look'
    summary 'Read the connector\'s own files, check them, or list who reads the flag'
    details '''
        open reads a copy of Exchconn.ini and the folders Dxanotes and Dxamex: from then
        on filters, mapping rules and the last extract count in diagnose, why, compare,
        plan and rehearse. check says what is wrong in the files and between them and
        the open book. readers lists the readers that diagnose --reader takes.
    '''
    argument 'action', type: Choice, choices: ['open', 'check', 'readers'], required: true, help: 'open, check or readers'
    argument 'folder', type: FolderName, help: 'the copy of the connector\'s files; check takes the open one if left out'
    option 'own-replica', type: Switch, help: 'the open book is the replica the connector reads, so its times count'
    option 'zone', type: Text, help: 'time zone of the connector\'s server, such as Europe/Berlin; this machine\'s if left out'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'connector check .', over: 'acme.dxl'
    example 'connector readers', over: ''
    run { args, session ->
        switch (args.action) {
            case 'open': return session.connector().open(args.folder, args.zone, args.ownReplica)
            case 'check': return session.connector().check(args.folder, args.in)
            default: return session.readers().all()
        }
    }
}
