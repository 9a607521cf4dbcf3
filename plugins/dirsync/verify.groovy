command('verify') {
    group 'Repair'
    summary 'See whether a run holds and its people have appeared in Exchange'
    details '''
        Reads every repaired document again. With a newer Exchange export open it also
        says who has appeared; the run is finished once everybody has.
    '''
    argument 'run', type: RunId, help: 'a run; the last one if left out'
    example 'diagnose | plan | apply --yes; verify', over: 'acme.dxl'
    run { args, session -> session.repairs().verify(args.run) }
}
