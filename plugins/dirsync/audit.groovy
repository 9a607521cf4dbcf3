command('audit') {
    group 'Repair'
    summary 'List who changed what and when'
    details '''
        Every start and end of a run, every document saved with its flag items before
        and after, and every run that verify closed or reopened. The list is kept in
        DIRSH_HOME/audit.jsonl, which is only ever appended to; nothing shortens it.
    '''
    output 'rows'
    option 'run', type: RunId, help: 'only what this run did'
    option 'last', type: Number, help: 'only so many of the last lines'
    example 'diagnose | plan | apply --yes; audit --last 1', over: 'acme.dxl'
    run { args, session -> session.repairs().audit(args.run, args.last) }
}
