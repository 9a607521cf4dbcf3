package dirsh.command;

import dirsh.connector.FlagReader;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.diagnose.OtherFlag;
import dirsh.diagnose.OtherFlagFinding;
import dirsh.diagnose.OtherReader;
import dirsh.diagnose.ReaderFinding;
import dirsh.formula.Formula;
import dirsh.model.Answer;
import dirsh.model.DirshException;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.source.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The diagnosis of a session, as the Exchange connector or another reader of the flag sees the book. */
public final class OtherReaders {

    private final Session session;
    private final Supplier<Catalogue> catalogue;

    OtherReaders(Session session, Supplier<Catalogue> catalogue) {
        this.session = session;
        this.catalogue = catalogue;
    }

    /** All readers that plugins declare. */
    public List<ReaderSpec> all() {
        return catalogue.get().readers();
    }

    /** Diagnoses by the arguments of the {@code diagnose} command. */
    public List<? extends Answer> diagnose(Arguments arguments) {
        List<Cause> causes = causes(arguments.get("cause"));
        String in = (String) arguments.get("in");
        boolean groups = arguments.get("groups") == Boolean.TRUE;
        Formula formula = (Formula) arguments.get("formula");
        requireOneQuestion(arguments);
        if (arguments.get("flag") instanceof String flag) {
            return otherFlag(flag, in, groups).stream()
                    .filter(finding -> causes.isEmpty() || causes.contains(finding.cause()))
                    .toList();
        }
        if (arguments.get("reader") instanceof String reader) {
            return diagnose(reader, formula, in, groups, causes);
        }
        if (formula != null) {
            throw DirshException.badInput(
                    "--formula goes with --reader formula", "diagnose --reader formula --formula 'SELECT @All'");
        }
        return connector(in, groups, causes);
    }

    /** Everybody whom the Exchange connector leaves out. */
    private List<Finding> connector(@Nullable String in, boolean groups, List<Cause> causes) {
        List<Finding> findings = new ArrayList<>(session.diagnose(causes.isEmpty() ? null : causes, in, groups));
        if (causes.isEmpty() || causes.contains(Cause.NOT_MODIFIED)) {
            findings.addAll(notModified(session.book(in)));
        }
        return findings;
    }

    private static void requireOneQuestion(Arguments arguments) {
        boolean reader = arguments.get("reader") != null;
        if (arguments.get("flag") != null && (reader || arguments.get("formula") != null)) {
            throw DirshException.badInput(
                    "--flag looks at an item by itself, without --reader and --formula", "diagnose --flag ITEM");
        }
    }

    /** People who are missing in Exchange for no other reason than that the next update sync passes over them. */
    private List<Finding> notModified(OpenBook book) {
        boolean known =
                session.connector().extraction(book.book()).lastExtract().isPresent();
        if (!known || !session.hasRecipients()) {
            return List.of();
        }
        return session.comparisons().of(book).missing().stream()
                .flatMap(person -> person.finding().stream())
                .filter(finding -> finding.cause() == Cause.NOT_MODIFIED)
                .toList();
    }

    private static List<Cause> causes(@Nullable Object value) {
        List<Cause> causes = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(cause -> causes.add((Cause) cause));
        }
        return causes;
    }

    /** Everybody another reader leaves out; for the connector itself, what the diagnosis finds. */
    private List<? extends Answer> diagnose(
            String id, @Nullable Formula formula, @Nullable String in, boolean groups, List<Cause> causes) {
        ReaderSpec spec = spec(id);
        FlagReader reader = spec.reader(Optional.ofNullable(formula));
        if (reader.isConnector()) {
            return connector(in, groups, causes);
        }
        OtherReader other = new OtherReader(reader);
        List<String> sought = causes.stream().map(Cause::id).toList();
        List<ReaderFinding> findings = new ArrayList<>();
        session.book(in).book().scan(Projection.of(other.items()), session.cancellation(), note -> {
            NoteKind kind = NoteKind.of(note);
            if (spec.kinds().contains(kind.toString()) && (groups || kind != NoteKind.GROUP)) {
                other.judge(note)
                        .filter(finding -> sought.isEmpty() || sought.contains(finding.cause()))
                        .ifPresent(findings::add);
            }
        });
        return findings;
    }

    private ReaderSpec spec(String id) {
        List<ReaderSpec> readers = all();
        return readers.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> {
            List<String> ids = readers.stream().map(ReaderSpec::id).toList();
            return DirshException.badInput(
                    "no reader '" + id + "'" + Suggestions.didYouMean(id, ids),
                    ids.isEmpty() ? "help diagnose" : "one of: " + String.join(", ", ids));
        });
    }

    private List<OtherFlagFinding> otherFlag(String item, @Nullable String in, boolean groups) {
        if (item.isBlank()) {
            throw DirshException.badInput("--flag needs the name of an item", "diagnose --flag CheckPassword");
        }
        OtherFlag flag = new OtherFlag(item.strip());
        boolean[] found = {false};
        List<OtherFlagFinding> findings = new ArrayList<>();
        session.book(in)
                .book()
                .scan(
                        Projection.of(Person.ITEMS).and(List.of(flag.item(), "ListName")),
                        session.cancellation(),
                        note -> {
                            NoteKind kind = NoteKind.of(note);
                            boolean sought = kind == NoteKind.PERSON || (groups && kind == NoteKind.GROUP);
                            if (sought && !note.is(NoteFlag.CONFLICT)) {
                                found[0] |= note.first(flag.item()).isPresent();
                                flag.judge(note).ifPresent(findings::add);
                            }
                        });
        if (!found[0]) {
            throw DirshException.badInput(
                    "no document has an item " + flag.item(), "show PERSON, which lists the items of a document");
        }
        return findings;
    }
}
