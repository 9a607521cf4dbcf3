rule('duplicate-short-name') {
    summary 'People whose short name somebody else already has'
    details '''
        The connector makes the alias from the first ShortName, and an alias can be given once only.
        Capitals do not matter. The first person in the book keeps the name; those after it are reported.
    '''
    check { people ->
        def owners = [:]
        people.each { person ->
            def name = person.ShortName.strip()
            def first = name ? owners.putIfAbsent(name.toLowerCase(Locale.ROOT), person) : null
            if (first) {
                report person, "ShortName '$name' is already taken by ${first.shownName}"
            }
        }
    }
    example 'the later person is reported', over: [[ShortName: 'jdoe'], [ShortName: 'JDoe']], finds: 1
    example 'two names are fine', over: [[ShortName: 'jdoe'], [ShortName: 'jdoe2']], finds: 0
    example 'people without a short name do not share one', over: [[ShortName: ''], [LastName: 'Doe']], finds: 0
}
