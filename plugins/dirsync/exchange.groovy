command('exchange') {
    group 'Books'
    quiet()
    summary 'Open an export of the Exchange recipients'
    details '''
        Takes CSV as the Exchange Management Shell writes it, with the lists of
        addresses joined by ; , | or a blank:

        Get-Recipient -ResultSize Unlimited | Select-Object DisplayName,Alias,RecipientTypeDetails,PrimarySmtpAddress,@{n='EmailAddresses';e={$_.EmailAddresses -join ';'}},ExternalEmailAddress,Guid | Export-Csv recipients.csv -NoTypeInformation -Encoding UTF8
    '''
    argument 'address', type: Address, required: true, help: 'where the recipients are, such as recipients.csv'
    option 'as', type: Text, help: 'the name they get; the file\'s base name if left out'
    example 'exchange acme.csv', over: 'acme.dxl'
    run { args, session -> session.exchange(args.address, args.as) }
}
