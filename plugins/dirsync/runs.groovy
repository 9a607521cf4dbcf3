command('runs') {
    group 'Repair'
    summary 'List the runs, or what one did to each document'
    details '''
        interrupted: to be resumed. open: applied, but not everybody was seen in
        Exchange yet. finished: nothing left to do. undone: taken back.
    '''
    output 'anything'
    argument 'run', type: RunId, help: 'a run to show in full'
    option 'unfinished', type: Switch, help: 'only runs that are interrupted or open'
    example 'runs', over: 'acme.dxl'
    run { args, session -> args.run ? session.repairs().run(args.run) : session.repairs().runs(args.unfinished) }
}
