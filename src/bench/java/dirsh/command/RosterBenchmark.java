package dirsh.command;

import dirsh.bench.PerPerson;
import dirsh.bench.Sample;
import dirsh.model.NotesName;
import dirsh.model.Person;
import dirsh.model.Unid;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Look-ups in the roster of a book of 10,000 people, each a whole one. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(1)
@State(Scope.Benchmark)
public class RosterBenchmark extends PerPerson {

    private @Nullable Roster roster;
    private List<Person> people = List.of();
    private String name = "";
    private String prefix = "";

    @Setup(Level.Trial)
    public void fill(Sample sample) {
        people = sample.people();
        roster = roster();
        Person middle = people.get(people.size() / 2);
        name = new NotesName(middle.fullName()).abbreviated();
        prefix = new NotesName(middle.fullName()).common().substring(0, 3);
    }

    private Roster roster() {
        Roster filled = new Roster();
        people.forEach(person -> filled.add(person.note()));
        return filled;
    }

    /** All people taken in. */
    @Benchmark
    public Roster fill() {
        return roster();
    }

    /** One person by the full name. */
    @Benchmark
    public Unid find() {
        return Objects.requireNonNull(roster).find(name);
    }

    /** Twenty names to offer behind three letters, as the completion asks for them. */
    @Benchmark
    public List<String> names() {
        return Objects.requireNonNull(roster).names(prefix, 20);
    }
}
