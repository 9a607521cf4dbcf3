package dirsh.repair;

import dirsh.model.Answer;
import dirsh.model.Page;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a run still holds, and who has appeared in Exchange.
 *
 * @param run the run
 * @param people one entry for each document the run repaired
 * @param fileOnly whether only an export of the directory was looked at, not the directory itself
 * @param againstExchange whether an Exchange export was looked at
 */
public record Verification(RunSummary run, List<Person> people, boolean fileOnly, boolean againstExchange)
        implements Page {

    public Verification {
        people = List.copyOf(people);
    }

    /** How the repaired document is stored now. */
    public enum Stored {
        /** Reads Yes. */
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
     * @param exchange {@code appeared}, {@code not yet} or {@code not looked at}
     */
    public record Person(Unid unid, String fullName, Stored stored, String exchange) implements Answer {
        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("fullName", fullName);
            fields.put("stored", stored.toString());
            fields.put("exchange", exchange);
            fields.put("unid", unid.toString());
            return fields;
        }
    }

    /** How many documents are stored that way. */
    public long count(Stored stored) {
        return people.stream().filter(person -> person.stored() == stored).count();
    }

    /** How many people have that word for Exchange. */
    public long exchange(String word) {
        return people.stream().filter(person -> person.exchange().equals(word)).count();
    }

    /** Whether everybody holds and was seen in Exchange. */
    boolean isComplete() {
        return againstExchange && count(Stored.LOST) + count(Stored.GONE) == 0 && exchange("not yet") == 0;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", run.id());
        fields.put("state", run.state().toString());
        fields.put("held", count(Stored.HELD));
        fields.put("changed", count(Stored.CHANGED));
        fields.put("lost", count(Stored.LOST) + count(Stored.GONE));
        fields.put("appeared", exchange("appeared"));
        fields.put("notYet", exchange("not yet"));
        fields.put("scope", fileOnly ? "file only" : "directory");
        fields.put("people", people.stream().map(Person::fields).toList());
        return fields;
    }

    /** 1 while somebody is lost or not yet in Exchange. */
    @Override
    public int exitCode() {
        return count(Stored.LOST) + count(Stored.GONE) + exchange("not yet") > 0 ? 1 : 0;
    }

    @Override
    public List<Section> sections() {
        List<String> lines = new ArrayList<>();
        lines.add(people.size() + " repaired: " + count(Stored.HELD) + " held, " + count(Stored.CHANGED)
                + " changed since but reading Yes, " + (count(Stored.LOST) + count(Stored.GONE)) + " lost");
        if (fileOnly) {
            lines.add("file only: this looks at an export, not at the Domino Directory itself");
        }
        if (againstExchange) {
            lines.add(exchange("appeared") + " appeared in Exchange, " + exchange("not yet") + " not yet");
        } else {
            lines.add("Exchange was not looked at; after the next sync: exchange NEWFILE; verify " + run.id());
        }
        return List.of(Section.lines("Run " + run.id() + ": " + run.state(), lines), Section.table("People", people));
    }
}
