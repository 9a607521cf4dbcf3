command('why') {
    group 'Look'
    summary 'Explain why a person is left out'
    details '''
        Goes through every rule by precedence and says what is stored, what the form
        shows, what the connector reads, where the rule comes from, whether it is
        confirmed or inferred, and which repair fits.
    '''
    output 'page'
    argument 'person', type: PersonName, required: true, help: 'UNID, note id, name, short name or address'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'why jdoe', over: 'two-does.dxl'
    run { args, session -> session.why(args.person, args.in) }
}
