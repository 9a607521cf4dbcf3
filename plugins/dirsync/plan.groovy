command('plan') {
    group 'Repair'
    summary 'Plan repairs; nothing is written'
    details '''
        Takes everything that is offered: documents in which all stored evidence means
        Yes. A named cause or person is taken even where it is a decision. Each
        document is bound to its UNID, sequence number and a hash of the flag item.
        toggle saves No and then Yes, back to back; direct saves once.
    '''
    input 'people'
    option 'cause', type: Causes, help: 'take these causes, decisions too'
    option 'person', type: PersonName, many: true, help: 'take this person even where it is a decision; may repeat'
    option 'where', type: Formula, help: 'take only people this selection formula picks'
    option 'missing-in-exchange', type: Switch, help: 'take only people who are not in Exchange'
    option 'at-risk', type: Switch, help: 'take only people who are in Exchange and now read No'
    option 'limit', type: Number, help: 'take at most so many documents'
    option 'mode', type: Choice, choices: ['toggle', 'direct'], help: 'two saves as in KB Q245837, or one'
    option 'systematic', type: Causes, help: 'causes that may cover a large part of the book'
    option 'groups', type: Switch, help: 'take groups as well as people'
    option 'save', type: FileName, help: 'write the plan to this file'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'diagnose | plan', over: 'acme.dxl'
    run { args, session -> session.plans().make(args) }
}
