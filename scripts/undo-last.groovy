script('undo-last') {
    summary 'Take back the last run that is finished'
    details '''
        Shows the run and how it would be taken back; it is taken back only with --apply.
        This makes the people read No again, so the next sync may delete them. Runs that
        are interrupted, open or taken back already are passed over.
    '''
    example 'scripts/dirsh scripts/undo-last.groovy'
    run { args ->
        def finished = runs().findAll { it.state == 'finished' && it.done > 0 && !it.fields().undoes }
        if (!finished) {
            say 'no run is finished: there is nothing to take back'
            return 0
        }
        def last = finished.last()
        if (!args.apply) {
            say "--apply takes back run ${last.id}: ${last.done} documents in ${last.book}"
            return runs(last.id)
        }
        def back = undo(last.id, yes: args.yes)
        display back
        back.exitCode()
    }
}
