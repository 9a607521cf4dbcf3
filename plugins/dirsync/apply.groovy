command('apply') {
    group 'Repair'
    quiet()
    summary 'Carry out a plan'
    details '''
        Writes each step to the journal before it is saved, reads every document again
        and judges it. On a terminal it asks for the number of documents; without one
        it needs --yes. Documents that changed since the plan are refused one by one.
    '''
    input 'plan'
    argument 'file', type: FileName, help: 'a plan file; the plan made last if left out'
    option 'yes', type: Switch, help: 'do not ask'
    option 'pilot', type: Number, help: 'repair at most so many documents; apply again for the rest'
    example 'diagnose | plan | apply --yes', over: 'acme.dxl'
    run { args, session -> session.repairs().apply(args.file, args.input(), args.yes, args.pilot) }
}
