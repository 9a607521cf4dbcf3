command('open') {
    group 'Books'
    quiet()
    summary 'Open an address book'
    details '''
        A DXL export of a Domino Directory (.dxl, .xml) or a copy of the directory itself
        (.nsf, .ntf) is opened by its file name; an NSF file is only read, never written.
        Several books may be open; the one opened last is the current one, and --in picks
        another. Opening reads no documents yet and writes nothing.
    '''
    argument 'address', type: Address, required: true, help: 'where the book is, such as names.dxl'
    option 'as', type: Text, help: 'the name it gets; the file\'s base name if left out'
    example 'open acme.dxl --as before', over: 'acme.dxl'
    run { args, session -> session.open(args.address, args.as) }
}
