command('triage') {
    group 'Look'
    summary 'Say whether this looks like the fault of KB Q245837'
    details '''
        Answers each symptom the article names with yes, no or unknown and the number
        behind it. Where the last full reload is known, it also says which causes
        Exchange itself refutes: people created since, and never changed, who have the
        cause and are in Exchange all the same. Plans of this session withhold such a
        cause and say so; plan --cause and plan --at-risk take it.
    '''
    output 'page'
    option 'log', type: FileName, help: 'a log of the connector'
    option 'full-reload', type: Text, help: 'day of the last full reload, such as 2003-05-06; counts for the rest of the session, whatever the connector\'s files say'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'exchange acme.csv; triage --log connector.log', over: 'acme.dxl'
    run { args, session -> session.calibrations().triage(args.in, args.log, args.fullReload) }
}
