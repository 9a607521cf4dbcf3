command('diagnose') {
    group 'Look'
    summary 'List everybody the connector leaves out, with the cause'
    details '''
        Judges every Person document by its stored items. Honest No and blank are
        listed too. A plan takes by itself what is marked as offered. --reader shows the
        book as another product reads it, --flag looks at another yes or no item; plans
        repair neither.
    '''
    output 'people'
    option 'cause', type: Causes, help: 'only these causes, such as not-summary,label-stored'
    option 'groups', type: Switch, help: 'judge groups as well as people'
    option 'reader', type: Text, help: 'who reads the flag, such as ldap; the Exchange connector if left out'
    option 'formula', type: Formula, help: 'the selection formula of a product, with --reader formula'
    option 'flag', type: Text, help: 'another item that holds a yes or no, such as CheckPassword; for looking only'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'diagnose --cause not-summary', over: 'acme.dxl', gives: '''
        fullName             cause        formShows  connectorReads  offered  toggleRepairs  noteId
        CN=Ida Novak/O=Acme  not-summary  yes        no              yes      yes            906
    '''
    example 'diagnose --reader ldap', over: 'acme.dxl'
    run { args, session -> session.readers().diagnose(args) }
}
