command('rehearse') {
    group 'Look'
    summary 'Predict what the next sync would do, now and after the plan'
    details '''
        Counts adds, modifies, deletes and skips of an update sync and of a full
        reload from the flag and the matching alone, and says what it cannot know.
        The plan made last in this session counts as applied in the second half.
    '''
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'exchange acme.csv; rehearse', over: 'acme.dxl'
    run { args, session -> session.rehearse(args.in) }
}
