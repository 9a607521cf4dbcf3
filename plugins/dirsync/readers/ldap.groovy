reader('ldap') {
    summary 'A product that asks Domino by LDAP with the filter (availableforDirSync=1)'
    details '''
        Unverified: that the LDAP server finds an item only if it is in the summary, as views
        do. Attribute OID 2.16.840.1.113678.2.2.2.2.4.
    '''
    item 'AvailableForDirSync'
    reads 'ldap'
    yes '1'
    no '0'
    blank 'no'
    kinds 'person', 'group'
    keys 'dominoUNID', 'mail'
    vanished 'up to the product: mostly disabled or deleted'
    example 'what the form saves', over: [AvailableForDirSync: '1'], reads: 'yes'
    example 'a number is shown as its digits', over: [AvailableForDirSync: 1], reads: 'yes'
    example 'outer blanks do not matter', over: [AvailableForDirSync: '1 '], reads: 'yes'
    example 'not in the summary', over: [AvailableForDirSync: '1'], hidden: ['AvailableForDirSync'], reads: 'blank'
    example 'a plain No', over: [AvailableForDirSync: '0'], reads: 'no'
}
