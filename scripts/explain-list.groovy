import dirsh.model.DirshException
import java.nio.file.Files

script('explain-list') {
    summary 'Say of each name in a list why the person is left out'
    details '''
        Reads one name a line, as the help desk sends them: a name, short name, address or
        UNID; empty lines and lines with # are passed over. Nothing is written. The answer
        is a table, so -o csv makes a file for the spreadsheet. Ends with 1 if somebody is
        left out or not found.
    '''
    option 'book', type: Address, required: true, help: 'address book, such as names.dxl'
    option 'names', type: FileName, help: 'a file with one name a line; standard input if left out'
    example "scripts/dirsh scripts/explain-list.groovy --book acme.dxl -o csv"
    run { args, session ->
        open(args.book)
        def listed = args.names ? lines(session.file(args.names)) : input()
        def names = listed*.replace('\uFEFF', '')*.trim().findAll { it && !it.startsWith('#') }
        def rows = names.collect { name ->
            def found
            try {
                found = why(name).fields()
            } catch (DirshException e) {
                if (e.outcome() != DirshException.Outcome.BAD_INPUT) {
                    throw e
                }
                return new Row([name: name, fullName: '', cause: 'not told', formShows: '', connectorReads: '', evidence: e.problem()])
            }
            new Row([
                name: name,
                fullName: found.fullName,
                cause: found.leftOut ? found.cause : 'none',
                formShows: found.formShows,
                connectorReads: found.connectorReads,
                evidence: found.leftOut ? found.evidence.join('; ') : 'the connector takes this person'
            ])
        }
        display rows
        rows.every { it.cause == 'none' } ? 0 : 1
    }
}

def lines(file) {
    try {
        Files.readAllLines(file)
    } catch (IOException e) {
        throw DirshException.badInput("cannot read ${file}: ${DirshException.reason(e)}", "--names with a text file in UTF-8")
    }
}
