command('open') {
    group 'Books'
    quiet()
    summary 'Open an address book'
    details '''
        A DXL export of a Domino Directory (.dxl, .xml) or a copy of the directory itself
        (.nsf, .ntf) is opened by its file name; an NSF file is only read, never written.
        domino:SERVER!!names.nsf is the live directory on a server, domino:!!names.nsf one in
        the Notes data folder; both need Notes (see doctor), and every save counts at once.
        Several books may be open; the one opened last is the current one, and --in picks
        another. Opening reads no documents yet and writes nothing.
    '''
    argument 'address', type: Address, required: true, help: 'where the book is, such as names.dxl or domino:CN=Hub1/O=Acme!!names.nsf'
    option 'as', type: Text, help: 'the name it gets; the file\'s base name if left out'
    option 'thorough', type: Switch, help: 'live: open every document, not only those whose flag is not plainly Yes'
    option 'replica-here', type: Switch, help: 'live: allow saves in a replica that is local or not the administration server\'s'
    option 'ask-password', type: Switch, help: 'live: ask for the password of the Notes ID'
    example 'open acme.dxl --as before', over: 'acme.dxl'
    run { args, session ->
        session.domino().open(args.address, args.as, args.thorough, args.replicaHere, args.askPassword)
    }
}
