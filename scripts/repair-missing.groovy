script('repair-missing') {
    summary 'Repair the people who show Yes, read No and are missing in Exchange'
    details '''
        Shows the plan; it is carried out only with --apply. People who are a decision,
        such as an honest No, are never taken.
    '''
    option 'book', type: Address, required: true, help: 'address book, such as names.dxl'
    option 'exchange', type: Address, required: true, help: 'recipients, such as recipients.csv'
    option 'limit', type: Number, help: 'repair at most so many documents'
    example 'scripts/dirsh scripts/repair-missing.groovy --book acme.dxl --exchange acme.csv --limit 2'
    run { args ->
        open(args.book)
        exchange(args.exchange)
        def missing = compare().missing.findAll { it.offered }
        def repair = plan(missing, limit: args.limit)
        args.apply ? apply(repair, yes: args.yes) : repair
    }
}
