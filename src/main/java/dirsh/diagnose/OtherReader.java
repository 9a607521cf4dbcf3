package dirsh.diagnose;

import dirsh.connector.ConnectorReading;
import dirsh.connector.FlagReader;
import dirsh.connector.FlagReading;
import dirsh.model.Note;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A look at documents as another reader than the connector sees them. It is for looking only: a plan goes by what the
 * connector reads.
 *
 * @param reader who reads the flag
 */
public record OtherReader(FlagReader reader) {

    /** Of what the document shows beside the flag, what keeps it from any reader rather than from the connector. */
    private static final Set<Cause> KEEPS_FROM_ALL =
            EnumSet.of(Cause.WRONG_FORM, Cause.CONFLICT_DOCUMENT, Cause.TRUNCATED, Cause.READER_RESTRICTED);

    /** The items a note must carry to be judged. */
    public List<String> items() {
        List<String> items = Diagnoser.items();
        items.addAll(reader.items());
        return items;
    }

    /** Why the reader leaves the document out; empty where it takes it. */
    public Optional<ReaderFinding> judge(Note note) {
        NoteKind kind = NoteKind.of(note);
        FlagReading reads = reader.read(note);
        Map<Cause, String> causes = Blockers.of(note, kind);
        causes.keySet().retainAll(KEEPS_FROM_ALL);
        if (reads != FlagReading.YES) {
            // What is stored counts only where this reader takes it for no Yes.
            causes.putAll(FlagFault.of(note));
        }
        if (causes.isEmpty() && reads == FlagReading.YES) {
            return Optional.empty();
        }
        Optional<Cause> cause = causes.keySet().stream().findFirst();
        return Optional.of(new ReaderFinding(
                reader.name(),
                note.unid(),
                note.noteId(),
                kind == NoteKind.GROUP ? note.text("ListName") : new Person(note).fullName(),
                cause.map(Cause::id).orElse(ReaderFinding.NOT_PICKED),
                reads,
                ConnectorReading.of(note),
                cause.map(Cause::isPolicy).orElse(false),
                causes.isEmpty()
                        ? List.of("the reader " + reader.name() + " does not pick the document")
                        : new ArrayList<>(causes.values())));
    }
}
