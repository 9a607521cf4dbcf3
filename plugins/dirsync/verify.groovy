command('verify') {
    group 'Repair'
    summary 'See whether a run holds and its people have appeared in Exchange'
    details '''
        Reads every repaired document again and says who saved those that are no longer
        as repaired. With a newer Exchange export open it also says who has appeared;
        the run is finished once everybody has, and open again once somebody is lost.
        What it saw is kept, so that the next time it says what changed since.
    '''
    output 'page'
    argument 'run', type: RunId, help: 'a run; the last one if left out'
    option 'close', type: Switch, help: 'report those who are not in Exchange and wait for them no longer'
    example 'diagnose | plan | apply --yes; verify', over: 'acme.dxl'
    run { args, session -> session.repairs().verify(args.run, args.close) }
}
