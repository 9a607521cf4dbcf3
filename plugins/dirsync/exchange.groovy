command('exchange') {
    group 'Books'
    quiet()
    summary 'Open the Exchange recipients: an export or a server'
    details '''
        CSV (.csv) of the Exchange Management Shell, of csvde or of the directory export of
        Exchange 5.5; LDIF (.ldf, .ldif) of ldifde or ldapsearch; or a server that is asked
        itself, for its recipients or those a filter picks:

        exchange "ldaps://dc1.acme.com/ou=Staff,dc=acme,dc=com?(mailNickname=*)" --user "reader@acme.com"

        What to export and how is in src/docs/guide/exchange.md. From the Management Shell:

        Get-Recipient -ResultSize Unlimited | Select-Object DisplayName,Alias,RecipientTypeDetails,PrimarySmtpAddress,@{n='EmailAddresses';e={$_.EmailAddresses -join ';'}},ExternalEmailAddress,Guid | Export-Csv recipients.csv -NoTypeInformation -Encoding UTF8

        A file in which fewer than 60 % are found of the people who read Yes (20 or more
        of them), or none, is refused when it is compared: it is empty, cut off or of
        another organisation. --partial says that it is meant to hold only some.
    '''
    output 'nothing'
    argument 'address', type: Address, required: true, help: 'where the recipients are, such as recipients.csv'
    option 'as', type: Text, help: 'the name they get; the file\'s base name if left out'
    option 'partial', type: Switch, help: 'the file is known to hold only some of the people: take it however few match'
    option 'charset', type: Text, help: 'characters of a file without byte order mark, such as windows-1252; UTF-8 if left out'
    option 'separator', type: Text, help: 'the sign between two columns, or tab; found from the header if left out'
    option 'quote', type: Text, help: 'the sign around a value; " if left out'
    option 'list-separator', type: Text, help: 'what stands between the addresses of one column, such as %; found if left out'
    option 'map', type: Text, many: true, help: 'a column that goes by another name: COLUMN=attribute; may repeat'
    option 'user', type: Text, help: 'whom to bind as at an LDAP server; the password is asked for'
    option 'password-file', type: FileName, help: 'a file with the password, which you alone can read'
    option 'start-tls', type: Switch, help: 'encrypt the connection to an ldap:// server'
    option 'trust-store', type: FileName, help: 'certificates to trust, as PEM or Java key store'
    option 'insecure', type: Switch, help: 'take any certificate of any host'
    option 'timeout', type: Number, help: 'seconds to wait for the server; 30 if left out'
    example 'exchange acme.csv', over: 'acme.dxl'
    run { args, session -> session.exchange(args) }
}
