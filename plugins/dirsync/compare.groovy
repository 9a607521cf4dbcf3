command('compare') {
    group 'Look'
    summary 'Compare the address book with Exchange'
    details '''
        Pairs people and recipients by UNID, NOTES address, SMTP address and alias,
        in this order and never by chance: two candidates are reported as ambiguous.
        All open address books are compared together, of replicas only the current one; a book that is
        named is told of alone. Where the connector's files name a source book that is not open, a
        recipient without a person is "not in an open book" rather than "unexpected".
        --since FILE holds one book against a snapshot instead: who has appeared in
        Exchange, was lost from it, is missing or at risk only since then.
    '''
    output 'comparison'
    argument 'book', type: BookName, help: 'an open address book; all of them if left out'
    argument 'recipients', type: RecipientsName, help: 'an open Exchange export; the current one if left out'
    option 'attributes', type: Names, help: 'attributes to compare; department,phone,company,title,primarySmtpAddress if left out'
    option 'mapping', type: Text, help: 'which items are compared with which attributes, a file in mappings; exchange-notes-connector if left out'
    option 'since', type: FileName, help: 'a snapshot; only what changed since is told'
    option 'in', type: BookName, help: 'the same as the argument book'
    example 'exchange acme.csv; compare', over: 'acme.dxl'
    example 'exchange acme.csv; snapshot monday.snap; compare --since monday.snap', over: 'acme.dxl'
    run { args, session -> args.since ? session.snapshots().compare(args.since, args.book ?: args.in) : session.comparisons().compare(args) }
}
