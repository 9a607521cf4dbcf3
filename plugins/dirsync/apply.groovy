command('apply') {
    group 'Repair'
    quiet()
    summary 'Carry out a plan'
    details '''
        Writes each step to the journal before it is saved, reads every document again
        and judges it. On a terminal it asks for the number of documents; without one
        it needs --yes. Documents that changed since the plan are refused one by one.
        A store that fails is asked again, longer each time; a document that cannot be
        saved then stays unfinished, and resume goes on with it.

        On a live book the first document is read again before the others follow, and
        at most 5 documents are saved a second; rate RUN N changes that meanwhile.
        --pilot N repairs N documents, reads them again and ends there; with
        --until-verified it waits instead until a newer Exchange export, or another
        open replica, shows these people, and goes on with the rest.
    '''
    input 'plan'
    output 'nothing'
    argument 'file', type: PlanId, help: 'a plan file or the id of a plan; the plan made last if left out'
    option 'yes', type: Switch, help: 'do not ask'
    option 'pilot', type: Number, help: 'repair so many documents and read them again; apply again for the rest'
    option 'until-verified', type: Switch, help: 'wait until the pilot is seen in Exchange or a replica, then go on'
    option 'limit', type: Number, help: 'repair at most so many documents'
    option 'max-percent', type: Number, help: 'refuse a plan that changes more than this share of the people'
    option 'rate', type: Decimal, help: 'documents a second at most; 0 for as fast as it goes'
    option 'pause', type: Decimal, help: 'seconds to rest after each document'
    option 'stop-after', type: Number, help: 'stop once so many documents could not be saved'
    option 'break-lock', type: Switch, help: 'take the lock that a dirsh on another host left behind'
    example 'diagnose | plan | apply --yes', over: 'acme.dxl'
    run { args, session -> session.repairs().apply(args) }
}
