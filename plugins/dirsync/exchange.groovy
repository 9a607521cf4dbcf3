command('exchange') {
    group 'Books'
    quiet()
    summary 'Open an export of the Exchange recipients'
    details '''
        Takes CSV as the Exchange Management Shell writes it, with the lists of
        addresses joined by ; , | or a blank:

        Get-Recipient -ResultSize Unlimited | Select-Object DisplayName,Alias,RecipientTypeDetails,PrimarySmtpAddress,@{n='EmailAddresses';e={$_.EmailAddresses -join ';'}},ExternalEmailAddress,Guid | Export-Csv recipients.csv -NoTypeInformation -Encoding UTF8

        A file in which fewer than 60 % are found of the people who read Yes (20 or more
        of them), or none, is refused when it is compared: it is empty, cut off or of
        another organisation. --partial says that it is meant to hold only some.
    '''
    argument 'address', type: Address, required: true, help: 'where the recipients are, such as recipients.csv'
    option 'as', type: Text, help: 'the name they get; the file\'s base name if left out'
    option 'partial', type: Switch, help: 'the file is known to hold only some of the people: take it however few match'
    example 'exchange acme.csv', over: 'acme.dxl'
    run { args, session -> session.exchange(args.address, args.as, args.partial) }
}
