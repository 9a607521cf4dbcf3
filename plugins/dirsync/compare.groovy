command('compare') {
    group 'Look'
    summary 'Compare the address book with Exchange'
    details '''
        Pairs people and recipients by UNID, NOTES address, SMTP address and alias,
        in this order and never by chance: two candidates are reported as ambiguous.
    '''
    option 'attributes', type: Names, help: 'attributes to compare; department,phone,company,title,primarySmtpAddress if left out'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'exchange acme.csv; compare', over: 'acme.dxl'
    run { args, session -> session.compare(args.in, args.attributes ?: []) }
}
