command('open') {
    group 'Books'
    quiet()
    summary 'Open an address book'
    details '''
        A DXL export of a Domino Directory (.dxl, .xml) or a copy of the directory itself
        (.nsf, .ntf) is opened by its file name; an NSF file is only read, never written.
        domino:SERVER!!names.nsf is the live directory on a server, domino:!!names.nsf one in
        the Notes data folder; both need Notes (see doctor), and every save counts at once.
        A CSV or LDIF file or an LDAP server of Domino (.csv, .ldf, .ldif, ldap://, ldaps://)
        is a view: it tells the flag as text and no more.
        Several books may be open; the one opened last is the current one, and --in picks
        another. Opening reads no documents yet and writes nothing.
    '''
    output 'nothing'
    argument 'address', type: Address, required: true, help: 'where the book is, such as names.dxl or domino:CN=Hub1/O=Acme!!names.nsf'
    option 'as', type: Text, help: 'the name it gets; the file\'s base name if left out'
    option 'thorough', type: Switch, help: 'live: open every document, not only those whose flag is not plainly Yes'
    option 'replica-here', type: Switch, help: 'live: allow saves in a replica that is local or not the administration server\'s'
    option 'ask-password', type: Switch, help: 'live: ask for the password of the Notes ID'
    option 'charset', type: Text, help: 'characters of a CSV or LDIF file without byte order mark; UTF-8 if left out'
    option 'separator', type: Text, help: 'the sign between two columns of a CSV file, or tab; found from the header if left out'
    option 'quote', type: Text, help: 'the sign around a value of a CSV file; " if left out'
    option 'list-separator', type: Text, help: 'what stands between the values of one column; ; if left out'
    option 'map', type: Text, many: true, help: 'a column that goes by another name: COLUMN=item; may repeat'
    option 'user', type: Text, help: 'whom to bind as at an LDAP server; the password is asked for'
    option 'password-file', type: FileName, help: 'a file with the password, which you alone can read'
    option 'start-tls', type: Switch, help: 'encrypt the connection to an ldap:// server'
    option 'trust-store', type: FileName, help: 'certificates to trust, as PEM or Java key store'
    option 'insecure', type: Switch, help: 'take any certificate of any host'
    option 'timeout', type: Number, help: 'seconds to wait for the server; 30 if left out'
    example 'open acme.dxl --as before', over: 'acme.dxl'
    run { args, session -> session.domino().open(args) }
}
