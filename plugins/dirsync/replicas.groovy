command('replicas') {
    group 'Domino'
    summary 'List with whom the open directory replicated'
    details '''
        list shows the replication history of a live directory: server, path, time and
        direction. The repair of one replica reaches the others in that order.
    '''
    output 'rows'
    argument 'what', type: Choice, choices: ['list'], required: true, help: 'list: the replication history'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'replicas --help', over: ''
    run { args, session -> session.domino().replicas(args.in) }
}
