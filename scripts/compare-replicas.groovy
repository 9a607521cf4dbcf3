script('compare-replicas') {
    summary 'Say which people a repair should leave to replication'
    details '''
        Compares replicas of one directory and says of each person who is damaged in one
        and healthy in another where to replicate from. Nothing is written. The answer is a
        table, so -o csv makes a file for the spreadsheet; --everything lists the other
        differences too. Ends with 1 if there are any.
    '''
    option 'book', type: Address, many: true, required: true, help: 'a replica, such as hub1.dxl; give it twice or more'
    option 'groups', type: Switch, help: 'compare groups as well as people'
    option 'everything', type: Switch, help: 'list differences that have nothing to do with the flag, too'
    example 'scripts/dirsh scripts/compare-replicas.groovy --book acme.dxl --book hub2.dxl'
    example 'scripts/dirsh scripts/compare-replicas.groovy --book acme.dxl --book hub2.dxl --everything -o csv'
    run { args ->
        def names = []
        args.book.eachWithIndex { address, index ->
            // Replicas mostly have the same file name.
            def name = new File(address).name.replaceFirst(/\.[^.]*$/, '')
            names << (names.contains(name) ? "${name}-${index + 1}".toString() : name)
            open(address, as: names.last())
        }
        def differences = replicas('compare', *names, groups: args.groups)
        def shown = differences*.fields().findAll { args.everything || it.healthy }
        display shown.collect { new Row([fullName: it.fullName, kind: it.kind, healthy: it.healthy, next: it.next]) }
        say "${differences.size()} differences, ${differences.count { it.healthy() }} with a healthy side"
        differences ? 1 : 0
    }
}
