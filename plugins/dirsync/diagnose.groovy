command('diagnose') {
    group 'Look'
    summary 'List everybody the connector leaves out, with the cause'
    details '''
        Judges every Person document by its stored items. Honest No and blank are
        listed too. A plan takes by itself what is marked as offered.
    '''
    option 'cause', type: Causes, help: 'only these causes, such as not-summary,label-stored'
    option 'groups', type: Switch, help: 'judge groups as well as people'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'diagnose --cause not-summary', over: 'acme.dxl'
    run { args, session -> session.diagnose(args.cause, args.in, args.groups) }
}
