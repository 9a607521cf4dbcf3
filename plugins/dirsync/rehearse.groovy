command('rehearse') {
    group 'Look'
    summary 'Predict what the next sync would do, now and after the plan'
    details '''
        Says for an update sync and a full reload who is added, modified, deleted and
        skipped; -o json names them, with the predicted TA, alias, display name and DN.
        Only with all of the connector\'s files open and understood (connector open)
        do they tell the numbers; else these are estimates, and without the filters
        nobody knows how many entries are deleted at most. The plan made last in this
        session counts as applied in the second half, if it is of this book and still
        open. --save replaces an older rehearsal and no other file.
    '''
    output 'page'
    option 'people', type: Choice, choices: ['adds', 'modifies', 'deletes', 'skips'], help: 'list these people of each sync'
    option 'save', type: FileName, help: 'keep the rehearsal in this file, to be compared after the next export'
    option 'compare', type: FileName, help: 'compare a kept rehearsal with the Exchange export that is open now'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'exchange acme.csv; rehearse', over: 'acme.dxl'
    example 'exchange acme.csv; connector open .; rehearse --people adds', over: 'acme.dxl'
    run { args, session -> session.foresight().rehearse(args) }
}
