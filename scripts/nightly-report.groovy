script('nightly-report') {
    summary 'Write a report and say by the exit code whether somebody is left out'
    details '''
        For a scheduled job: opens the book and the export of the recipients, writes the
        report and says its first sentence. Changes nothing else. Ends with 1 if somebody
        is at risk, missing or left out by more than an honest No or a blank, else with 0.
        Without --exchange the report says what is not known then.
    '''
    option 'book', type: Address, required: true, help: 'address book, such as names.dxl'
    option 'exchange', type: Address, help: 'recipients, such as recipients.csv'
    option 'report', type: FileName, required: true, help: 'the file to write: .html, .csv or .json; an older report is replaced'
    example 'scripts/dirsh scripts/nightly-report.groovy --book acme.dxl --exchange acme.csv --report nightly.html'
    example 'scripts/dirsh scripts/nightly-report.groovy --book acme.dxl --report nightly.json'
    run { args ->
        open(args.book)
        if (args.exchange) {
            exchange(args.exchange)
        }
        report(args.report).exitCode()
    }
}
