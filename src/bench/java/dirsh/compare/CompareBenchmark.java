package dirsh.compare;

import dirsh.bench.PerPerson;
import dirsh.bench.Sample;
import dirsh.model.Cancellation;
import dirsh.model.Person;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The steps of a comparison, per person. */
@State(Scope.Benchmark)
public class CompareBenchmark extends PerPerson {

    private List<Person> people = List.of();
    private @Nullable RecipientIndex index;

    @Setup(Level.Trial)
    public void read(Sample sample) {
        people = sample.people();
        index = RecipientIndex.read(sample.recipients(), new Cancellation());
    }

    /** The keys people are matched by, folded. */
    @Benchmark
    public void keys(Blackhole hole) {
        for (Person person : people) {
            for (MatchKey key : MatchKey.BY_RANK) {
                hole.consume(key.of(person));
            }
        }
    }

    /** The index of the recipients, read from CSV. */
    @Benchmark
    public RecipientIndex index(Sample sample) {
        return RecipientIndex.read(sample.recipients(), new Cancellation());
    }

    /** Keys, look-ups and attributes of people, and the pairing at the end. */
    @Benchmark
    public Comparison compare() {
        Comparer comparer = new Comparer(Objects.requireNonNull(index), ComparedAttribute.DEFAULTS);
        for (Person person : people) {
            comparer.person(person, Optional.empty());
        }
        return comparer.finish();
    }
}
