package dirsh.compare;

import dirsh.connector.FlagReading;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.diagnose.ToggleRepairs;
import dirsh.exchange.Exports;
import dirsh.model.Cancellation;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.model.Unid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** People and recipients written as text, and the comparison of both. */
final class Scene {

    private record Fed(Person person, Optional<Finding> finding) {}

    private final List<Fed> people = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private String header = "DisplayName,Alias,PrimarySmtpAddress,EmailAddresses,ExternalEmailAddress,Guid";

    /** A healthy person, such as {@code FullName=CN=Jane Doe/O=Acme, ShortName=jdoe}; ids count from 1. */
    Scene person(String items) {
        return person(items, Optional.empty());
    }

    /** A person left out for a cause. */
    Scene person(String items, Cause cause, FlagReading reads, boolean offered) {
        String name = items.replaceAll(".*FullName=([^,]*).*", "$1");
        return person(
                items,
                Optional.of(new Finding(
                        nextId(),
                        0,
                        NoteKind.PERSON,
                        name,
                        cause,
                        FlagReading.YES,
                        reads,
                        ToggleRepairs.YES,
                        offered,
                        List.of(),
                        1,
                        "")));
    }

    private Scene person(String items, Optional<Finding> finding) {
        Note.Builder note = Note.builder(nextId());
        for (String item : items.split(", ", -1)) {
            String[] pair = item.split("=", 2);
            note.item(Item.textList(pair[0], Arrays.asList(pair[1].split(";", -1))));
        }
        people.add(new Fed(new Person(note.build()), finding));
        return this;
    }

    private Unid nextId() {
        return new Unid(0xF7AFA2E9B053F1DBL, people.size() + 1);
    }

    /** Other columns than the usual ones. */
    Scene columns(String text) {
        header = text;
        return this;
    }

    /** A recipient as a row of the export. */
    Scene recipient(String row) {
        rows.add(row);
        return this;
    }

    /** The same in another order. */
    Scene shuffled(long seed) {
        Collections.shuffle(people, new Random(seed));
        Collections.shuffle(rows, new Random(seed + 1));
        return this;
    }

    Comparison compare() {
        return compare(ComparedAttribute.DEFAULTS);
    }

    Comparison compare(List<ComparedAttribute> attributes) {
        Comparer comparer = new Comparer(index(), attributes);
        people.forEach(fed -> comparer.person(fed.person(), fed.finding()));
        return comparer.finish();
    }

    private RecipientIndex index() {
        try {
            Path file = Files.createTempFile("recipients", ".csv");
            try {
                Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
                return RecipientIndex.read(Exports.csv("r.csv", file), new Cancellation());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
