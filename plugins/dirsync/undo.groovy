command('undo') {
    group 'Repair'
    quiet()
    summary 'Take back what a run repaired'
    details '''
        Restores the flag items as they were stored before the run. This re-creates the
        fault: it says how many people will read No again. Documents that changed since
        the run are refused one by one.
    '''
    output 'nothing'
    argument 'run', type: RunId, required: true, help: 'a run'
    option 'yes', type: Switch, help: 'do not ask'
    option 'rate', type: Decimal, help: 'documents a second at most; 0 for as fast as it goes'
    option 'break-lock', type: Switch, help: 'take the lock that a dirsh on another host left behind'
    example 'undo --help', over: 'acme.dxl'
    run { args, session -> session.repairs().undo(args) }
}
