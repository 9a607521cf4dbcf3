reader('view') {
    summary 'A product that reads a view whose selection or column asks for the flag'
    details '''
        A view sees summary items only (C API). To read another column or value, copy this
        file below your own plugins under a name of its own.
    '''
    item 'AvailableForDirSync'
    reads 'view'
    yes '1'
    no '0'
    blank 'no'
    kinds 'person'
    keys 'unid'
    vanished 'up to the product: it no longer sees them'
    example 'what the form saves', over: [AvailableForDirSync: '1'], reads: 'yes'
    example 'a list with an empty entry', over: [AvailableForDirSync: ['', '1']], reads: 'yes'
    example 'a trailing blank is another value', over: [AvailableForDirSync: '1 '], reads: 'no'
    example 'not in the summary', over: [AvailableForDirSync: '1'], hidden: ['AvailableForDirSync'], reads: 'blank'
}
