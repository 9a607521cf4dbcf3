script('at-risk-first') {
    summary 'Repair the people whom the next full reload would delete'
    details '''
        These are in Exchange now, but their flag reads No. Shows the plan; it is carried
        out only with --apply, and verified after. Then run an update sync, no full reload.
    '''
    option 'book', type: Address, required: true, help: 'address book, such as names.dxl'
    option 'exchange', type: Address, required: true, help: 'recipients, such as recipients.csv'
    option 'limit', type: Number, help: 'repair at most so many documents'
    example 'scripts/dirsh scripts/at-risk-first.groovy --book acme.dxl --exchange acme.csv'
    example 'scripts/dirsh scripts/at-risk-first.groovy --book acme.dxl --exchange acme.csv --apply --yes'
    run { args ->
        open(args.book)
        exchange(args.exchange)
        def repair = plan(atRisk: true, limit: args.limit)
        if (!args.apply) {
            return repair
        }
        if (repair.size() == 0) {
            say 'nobody is at risk: nothing was written'
            return 0
        }
        def run = apply(repair, yes: args.yes)
        display verify(run.id)
        run.exitCode()
    }
}
