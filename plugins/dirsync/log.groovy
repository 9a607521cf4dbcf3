command('log') {
    group 'Look'
    summary 'Read a log of the connector: codes in words, counts, the people it names'
    details '''
        Takes a log of any length. Codes that no published article shows are told in
        the log\'s own words. The numbers of possible notes (41110) count candidates,
        one for each source book; status --log FILE sets those of the last pass beside
        what dirsh counts in the book.
    '''
    output 'page'
    argument 'file', type: FileName, required: true, help: 'a log of the connector'
    example 'log connector.log', over: ''
    run { args, session -> session.connector().log(args.file) }
}
