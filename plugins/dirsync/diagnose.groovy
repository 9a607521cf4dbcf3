command('diagnose') {
    group 'Look'
    summary 'List everybody the connector leaves out, with the cause'
    details '''
        Judges every Person document by its stored items. Honest No and blank are
        listed too. A plan takes by itself what is marked as offered. --reader shows the
        book as another product reads it, --flag looks at another yes or no item; plans
        repair neither. --since FILE tells only what changed since a snapshot: who is
        damaged by now, damaged again after a repair, healed, new or gone. --origin puts
        damaged people together by who saved them last and when, and says in how many of
        them that save wrote the flag item.
    '''
    output 'people'
    option 'cause', type: Causes, help: 'only these causes, such as not-summary,label-stored'
    option 'groups', type: Switch, help: 'judge groups as well as people'
    option 'reader', type: Text, help: 'who reads the flag, such as ldap; the Exchange connector if left out'
    option 'formula', type: Formula, help: 'the selection formula of a product, with --reader formula'
    option 'flag', type: Text, help: 'another item that holds a yes or no, such as CheckPassword; for looking only'
    option 'since', type: FileName, help: 'a snapshot; only what changed since is told'
    option 'origin', type: Switch, help: 'damaged people by last editor and time'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'diagnose --cause not-summary', over: 'acme.dxl', gives: '''
        fullName             cause        formShows  connectorReads  offered  toggleRepairs  noteId
        CN=Ida Novak/O=Acme  not-summary  yes        no              yes      yes            906
    '''
    example 'diagnose --reader ldap', over: 'acme.dxl'
    example 'snapshot monday.snap; diagnose --since monday.snap', over: 'acme.dxl'
    example 'diagnose --origin', over: 'acme.dxl'
    run { args, session -> session.readers().diagnose(args) }
}
