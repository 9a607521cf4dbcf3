command('rate') {
    group 'Repair'
    quiet()
    summary 'Change how fast a run saves, while it does'
    details '''
        To be typed in a second shell. A run looks at its rate before each document,
        and a resumed one keeps it.
    '''
    output 'nothing'
    argument 'run', type: RunId, required: true, help: 'a run that is being applied, or is to be resumed'
    argument 'per-second', type: Decimal, required: true, help: 'documents a second; 0 for as fast as it goes'
    example 'rate --help', over: 'acme.dxl'
    run { args, session -> session.repairs().rate(args.run, args.perSecond) }
}
