// Give the formula with diagnose --reader formula --formula '…', or copy this file and change it.
reader('formula') {
    summary 'A product that takes what a selection formula picks'
    details '''
        Paste the product\'s own selection. As in Notes, it sees summary items only.
    '''
    item 'AvailableForDirSync'
    reads 'formula'
    formula 'SELECT Type = "Person" & AvailableForDirSync = "1"'
    yes '1'
    no '0'
    blank 'no'
    kinds 'person', 'group'
    keys 'unid'
    vanished 'up to the product'
    example 'picked', over: [AvailableForDirSync: '1'], reads: 'yes'
    example 'not picked', over: [AvailableForDirSync: '0'], reads: 'no'
    example 'not in the summary', over: [AvailableForDirSync: '1'], hidden: ['AvailableForDirSync'], reads: 'no'
}
