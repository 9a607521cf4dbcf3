command('show') {
    group 'Look'
    summary 'Show every stored item of a person'
    details '''
        Lists the items in stored order with type, flags and value, duplicates kept,
        and says what the form shows and what the connector reads. An NSF file also
        tells at which sequence of the document an item was last written (modulo 256),
        its duplicate index and the byte offset of its value.
    '''
    output 'page'
    argument 'person', type: PersonName, required: true, help: 'UNID, note id, name, short name or address'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'show jdoe', over: 'two-does.dxl'
    run { args, session -> session.show(args.person, args.in) }
}
