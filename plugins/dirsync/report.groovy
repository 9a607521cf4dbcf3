import dirsh.pipe.ReportFile

command('report') {
    group 'Look'
    summary 'Write a report for somebody who was not there'
    details '''
        The ending says how: .html is one page that opens without a network, in light
        or dark, on paper or a phone; .csv and .json hold the same. It tells who is at
        risk, missing or left out and why, by cause, organisation unit and mail server,
        what was repaired and verified, and what is not known. Without an Exchange
        export nobody knows who is at risk, and the report says so.

        The same book, export and runs give the same bytes. An older report of that
        name is replaced; every other file is left as it is.
    '''
    output 'page'
    argument 'file', type: FileName, required: true, help: 'such as report.html, report.csv or report.json'
    option 'raw', type: Switch, help: 'CSV values exactly as stored: for programs, never for a spreadsheet'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'exchange acme.csv; report friday.html', over: 'acme.dxl'
    example 'report friday.csv', over: 'acme.dxl'
    run { args, session -> ReportFile.write(args, session) }
}
