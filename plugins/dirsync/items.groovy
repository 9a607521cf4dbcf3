command('items') {
    group 'Look'
    summary 'Write the stored items of a book so that two copies or readers can be compared'
    details '''
        --canonical writes a line for each stored item of an NSF file: note id, class,
        UNID, sequence, name in hexadecimal digits, type, flags, item sequence, duplicate
        index, length and SHA-256 of the value, joined by tabs and sorted. --fingerprint
        writes counts and one hash: of these lines, or of the documents of a DXL export.
    '''
    output 'page'
    argument 'address', type: Address, required: true, help: 'where the book is, such as names.nsf'
    option 'canonical', type: Switch, help: 'a line for each item; the default'
    option 'fingerprint', type: Switch, help: 'counts and a hash'
    example 'items acme.dxl --fingerprint', over: 'acme.dxl'
    run { args, session -> args.fingerprint ? session.fingerprint(args.address) : session.canonicalItems(args.address) }
}
