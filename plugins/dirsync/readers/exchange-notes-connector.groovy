// The default of every command, which is built in; this file says what it is, and the build tests that it is so.
reader('exchange-notes-connector') {
    summary 'Exchange Connector for Lotus Notes 5.5, 2000 and 2003'
    details '''
        Takes a document only if the flag reads Yes; No and blank leave it out (KB Q184623).
        That it looks at the summary and at plain text only is inferred (KB Q245837).
    '''
    item 'AvailableForDirSync'
    reads 'connector'
    yes '1'
    no '0'
    blank 'no'
    kinds 'person', 'group', 'resource'
    keys 'unid', 'notesAddress'
    vanished 'the next full reload deletes their entries'
    example 'what the form saves', over: [AvailableForDirSync: '1'], reads: 'yes'
    example 'what views do not see', over: [AvailableForDirSync: '1'], hidden: ['AvailableForDirSync'], reads: 'no'
    example 'the label instead of its alias', over: [AvailableForDirSync: 'Yes'], reads: 'no'
    example 'nothing stored, so the form shows Yes', over: [LastName: 'Doe'], reads: 'no'
    example 'left empty', over: [AvailableForDirSync: ''], reads: 'blank'
}
