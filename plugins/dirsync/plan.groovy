command('plan') {
    group 'Repair'
    summary 'Plan repairs; nothing is written'
    details '''
        Takes everything that is offered: documents in which all stored evidence means
        Yes. A named cause or person is taken even where it is a decision. Each
        document is bound to its UNID, sequence number and a hash of the flag item.
        toggle saves No and then Yes, back to back; direct saves once.

        With an Exchange export open the plan tells two kinds of people apart. Those in
        Exchange now were exported once and are at risk: the next full reload deletes
        them, so repair them first (--at-risk) and run an update sync. Those not found
        there have nothing to lose: the next update sync creates them. Without an
        export it is not known who is which. People whom an earlier run had repaired
        and who are damaged again are counted, with who saved them last.

        Where Exchange refutes a cause (help triage), the plan withholds its documents
        and says how many and why; --at-risk and a named cause take them.

        Whom another open replica has healthy, newer or under the same revision, a plan
        leaves to replication and says from where; a named cause and --at-risk take them.
        On the healthy side, --cause replica-divergence takes those whose document another
        replica holds damaged under the same revision: any save makes it replicate.

        plan --show FILE reads a plan file, with no book open, and shows each document
        as a diff: - is stored now, + will be stored.
    '''
    input 'people'
    output 'plan'
    option 'cause', type: Causes, help: 'take these causes, decisions too'
    option 'person', type: PersonName, many: true, help: 'take this person even where it is a decision; may repeat'
    option 'where', type: Formula, help: 'take only people this selection formula picks'
    option 'missing-in-exchange', type: Switch, help: 'take only people who are not in Exchange'
    option 'at-risk', type: Switch, help: 'take only people who are in Exchange and now read No'
    option 'limit', type: Number, help: 'take at most so many documents'
    option 'mode', type: Choice, choices: ['toggle', 'direct'], help: 'two saves as in KB Q245837, or one'
    option 'systematic', type: Causes, help: 'causes that may cover a large part of the book'
    option 'groups', type: Switch, help: 'take groups as well as people'
    option 'replicas', type: Number, help: 'how many replicas the book has, for the count of updates; 1 if left out'
    option 'save', type: FileName, help: 'write the plan to this file'
    option 'show', type: PlanId, help: 'show this plan file or saved plan as a diff; nothing is planned'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'diagnose | plan', over: 'acme.dxl'
    example 'diagnose | plan --limit 1 --save one.json; plan --show one.json', over: 'acme.dxl'
    run { args, session -> args.show ? session.plans().show(args) : session.plans().make(args) }
}
