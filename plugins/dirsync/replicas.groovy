command('replicas') {
    group 'Look'
    summary 'Compare replicas document by document, or list with whom one replicated'
    details '''
        compare holds open replicas against each other by UNID: only here, newer, saved
        apart, deleted, and replica-divergence - equal UNID, sequence and time, but other
        items, which replication never looks at again. For each it says which side is
        newest, on which the flag is healthy while another is damaged, and what to do.
        Books are NSF, DXL or live, in any mix; all open replicas of the current book if
        none is named. Copies have new UNIDs: --by name pairs people by full name.
        Stamps of saves ($UpdatedBy, $Revisions), note ids and times of the file belong to
        each replica and are not compared; nor is rich text between NSF, DXL and live.

        list shows the replication history of a live directory: server, path, time and
        direction. The repair of one replica reaches the others in that order.
    '''
    output 'people'
    argument 'what', type: Choice, choices: ['compare', 'list'], required: true, help: 'compare or list'
    argument 'books', type: BookName, many: true, help: 'open books to compare; the replicas of the current one if left out'
    option 'by', type: Choice, choices: ['unid', 'name'], help: 'unid for replicas; name for copies; unid if left out'
    option 'groups', type: Switch, help: 'compare groups as well as people'
    option 'all', type: Switch, help: 'compare documents of every kind'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'open acme.dxl --as copy; replicas compare acme copy', over: 'acme.dxl'
    run { args, session -> args.what == 'compare' ? session.replicas().compare(args) : session.replicas().history(args) }
}
