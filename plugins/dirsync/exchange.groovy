command('exchange') {
    group 'Books'
    quiet()
    summary 'Open an export of the Exchange recipients'
    details '''
        Takes CSV as the Exchange Management Shell writes it:
        Get-Recipient -ResultSize Unlimited | Export-Csv recipients.csv -Encoding UTF8
        with the lists of addresses joined by ; , | or a blank.
    '''
    argument 'address', type: Address, required: true, help: 'where the recipients are, such as recipients.csv'
    option 'as', type: Text, help: 'the name they get; the file\'s base name if left out'
    example 'exchange acme.csv', over: 'acme.dxl'
    run { args, session -> session.exchange(args.address, args.as) }
}
