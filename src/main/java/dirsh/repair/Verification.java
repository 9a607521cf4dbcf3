package dirsh.repair;

import dirsh.model.Answer;
import dirsh.model.MappedList;
import dirsh.model.Page;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a run still holds, and who has appeared in Exchange.
 *
 * @param run the run
 * @param people one entry for each document the run repaired
 * @param awaited documents of a kit that nothing final is known of yet
 * @param fileOnly whether only an export of the directory was looked at, not the directory itself
 * @param againstExchange whether an Exchange export was looked at
 * @param notes sentences about what changed, whose saves undid the repair, and what comes next
 */
public record Verification(
        RunSummary run, List<Person> people, int awaited, boolean fileOnly, boolean againstExchange, List<String> notes)
        implements Page {

    public Verification {
        people = List.copyOf(people);
        notes = List.copyOf(notes);
    }

    /** How the repaired document is stored now. */
    public enum Stored {
        /** As the run left it. */
        HELD("held"),
        /** Reads No again. */
        LOST("lost"),
        /** Reads Yes and was saved by somebody since. */
        CHANGED("changed since"),
        /** No longer in the book. */
        GONE("gone");

        private final String word;

        Stored(String word) {
            this.word = word;
        }

        /** Whether the person needs a repair again, or is not there to be repaired. */
        boolean isLost() {
            return this == LOST || this == GONE;
        }

        static Optional<Stored> of(String word) {
            return Stream.of(values())
                    .filter(stored -> stored.word.equals(word))
                    .findFirst();
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** Whether an Exchange export has the repaired person. */
    public enum InExchange {
        APPEARED("appeared"),
        NOT_YET("not yet"),
        /** An earlier export had the person. */
        NO_LONGER("no longer"),
        NOT_LOOKED_AT("not looked at");

        private final String word;

        InExchange(String word) {
            this.word = word;
        }

        boolean isAbsent() {
            return this == NOT_YET || this == NO_LONGER;
        }

        static Optional<InExchange> of(String word) {
            return Stream.of(values())
                    .filter(exchange -> exchange.word.equals(word))
                    .findFirst();
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * One repaired person.
     *
     * @param unid the document
     * @param fullName whose it is
     * @param stored how the document is stored now
     * @param exchange whether the person is in Exchange
     * @param seenAt when the person was first found in an Exchange export; empty for never
     * @param seenIn that export
     * @param saved who saved a document last that is not as the run left it
     * @param news what changed since the verification before; empty for nothing
     * @param reported whether the run was closed although this person is not settled
     */
    public record Person(
            Unid unid,
            String fullName,
            Stored stored,
            InExchange exchange,
            String seenAt,
            String seenIn,
            LastSave saved,
            String news,
            boolean reported)
            implements Answer {

        /** Whether there is something to do or to wait for, and nobody said to leave it. */
        boolean isPending() {
            return !reported && (stored.isLost() || exchange.isAbsent());
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("fullName", fullName);
            fields.put("stored", stored.toString());
            fields.put("exchange", exchange.toString());
            fields.put("savedBy", saved.by());
            fields.put("savedAt", saved.at());
            fields.put("news", news);
            fields.put("seenAt", seenAt);
            fields.put("seenIn", seenIn);
            fields.put("reported", reported);
            fields.put("unid", unid.toString());
            return fields;
        }

        /** Without what is empty for most people. */
        @Override
        public List<String> columns() {
            List<String> columns = new ArrayList<>(List.of("fullName", "stored", "exchange"));
            if (!saved.equals(LastSave.NONE)) {
                columns.addAll(List.of("savedBy", "savedAt"));
            }
            if (!news.isEmpty()) {
                columns.add("news");
            }
            if (reported) {
                columns.add("reported");
            }
            columns.add("unid");
            return columns;
        }
    }

    /**
     * The last save of a document.
     *
     * @param by who made it
     * @param at when, as the document says it
     */
    public record LastSave(String by, String at) {
        /** Of a document that is as the run left it. */
        public static final LastSave NONE = new LastSave("", "");
    }

    /** The same with sentences in front of the others. */
    public Verification after(List<String> first) {
        List<String> all = new ArrayList<>(first);
        all.addAll(notes);
        return new Verification(run, people, awaited, fileOnly, againstExchange, all);
    }

    /** How many documents are stored that way. */
    public long count(Stored stored) {
        return people.stream().filter(person -> person.stored() == stored).count();
    }

    /** How many people have that word for Exchange. */
    public long count(InExchange exchange) {
        return people.stream().filter(person -> person.exchange() == exchange).count();
    }

    private long lost() {
        return count(Stored.LOST) + count(Stored.GONE);
    }

    private long absent() {
        return count(InExchange.NOT_YET) + count(InExchange.NO_LONGER);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", run.id());
        fields.put("state", run.state().toString());
        fields.put("held", count(Stored.HELD));
        fields.put("changed", count(Stored.CHANGED));
        fields.put("lost", lost());
        fields.put("appeared", count(InExchange.APPEARED));
        fields.put("notYet", absent());
        if (awaited > 0) {
            fields.put("awaited", awaited);
        }
        fields.put("scope", fileOnly ? "file only" : "directory");
        fields.put("people", new MappedList<>(people, Person::fields));
        fields.put("notes", notes);
        return fields;
    }

    /** 1 while somebody is lost, not in Exchange or with the kit whom nobody said to leave. */
    @Override
    public int exitCode() {
        return awaited > 0 || people.stream().anyMatch(Person::isPending) ? 1 : 0;
    }

    @Override
    public List<Section> sections() {
        List<String> lines = new ArrayList<>();
        lines.add(people.size() + " repaired: " + count(Stored.HELD) + " held, " + count(Stored.CHANGED)
                + " changed since but reading Yes, " + lost() + " lost");
        if (awaited > 0) {
            lines.add(awaited + " wait for the kit: neither its log nor this book shows them repaired");
        }
        if (fileOnly) {
            lines.add("file only: this looks at an export, not at the Domino Directory itself");
        }
        lines.add(
                againstExchange
                        ? count(InExchange.APPEARED) + " appeared in Exchange, " + absent() + " not yet"
                        : "Exchange was not looked at");
        lines.addAll(notes);
        return List.of(Section.lines("Run " + run.id() + ": " + run.state(), lines), Section.table("People", people));
    }
}
