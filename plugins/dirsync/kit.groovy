command('kit') {
    group 'Repair'
    summary 'Write a plan as files for a server on which dirsh cannot run'
    details '''
        Into a new or empty folder: two agents in LotusScript with their data file, a
        change file for Domino's DXL importer, and instructions.md with what to check
        before. The agent makes the planned saves document by document and checks each
        as apply does; the importer makes one save, and only of documents it is known
        to express. Nothing of this was verified on a real Domino.

        The plan's documents are looked at first: one that changed since the plan is
        left out. The kit begins a run; verify RUN --log agent-log.csv closes it with a
        fresh export of the directory. With --undo the first argument is a run, and the
        kit takes it back: plain texts only.
    '''
    output 'page'
    argument 'plan', type: PlanId, required: true, help: 'a plan file or the id of a plan; with --undo a run'
    argument 'folder', type: FolderName, required: true, help: 'a new or empty folder'
    option 'undo', type: Switch, help: 'take back the run that is named in place of the plan'
    example 'diagnose | plan --save p.json; kit p.json kit', over: 'acme.dxl'
    run { args, session -> session.repairs().kit(args) }
}
