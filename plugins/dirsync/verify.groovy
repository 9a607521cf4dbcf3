command('verify') {
    group 'Repair'
    summary 'See whether a run holds and its people have appeared in Exchange'
    details '''
        Reads every repaired document again and says who saved those that are no longer
        as repaired. With a newer Exchange export open it also says who has appeared;
        the run is finished once everybody has, and open again once somebody is lost.
        What it saw is kept, so that the next time it says what changed since.

        The run of a kit takes --log, the file that the kit's agent wrote, and a fresh
        export of the directory: open it first. Where the two differ the export decides.
    '''
    output 'page'
    argument 'run', type: RunId, help: 'a run; the last one if left out'
    option 'close', type: Switch, help: 'report those who are not in Exchange and wait for them no longer'
    option 'log', type: FileName, help: 'agent-log.csv of a kit; the run of its plan is verified'
    example 'diagnose | plan | apply --yes; verify', over: 'acme.dxl'
    run { args, session -> session.repairs().verify(args.run, args.close, args.log) }
}
