command('status') {
    group 'Look'
    summary 'Show on one screen who is at risk, left out and missing'
    details '''
        At risk are people who are in Exchange although the connector now reads No:
        the next full reload deletes them. The numbers add up: candidates are those
        exported and those left out; people are in Exchange, missing or ambiguous.
    '''
    output 'page'
    option 'problems', type: Switch, help: 'list the records that could not be read'
    option 'log', type: FileName, help: 'a log of the connector, whose numbers of possible notes are taken apart'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'status', over: 'acme.dxl'
    run { args, session -> session.calibrations().status(args) }
}
