package dirsh.bench;

import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import dirsh.entry.AttributeNames;
import dirsh.entry.EntryFile;
import dirsh.entry.ldif.LdifEntries;
import dirsh.exchange.LdifSpeed;
import dirsh.model.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Reads of an LDIF file, per entry. */
@State(Scope.Benchmark)
public class LdifBenchmark extends PerPerson {

    private static final AttributeNames WANTED = new AttributeNames(
            List.of("cn", "mail", "mailNickname", "proxyAddresses", "targetAddress", "department", "telephoneNumber"));

    private Path folder = Path.of("");

    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("dirsh-benchmark");
        LdifSpeed.make(directory(), folder.resolve("b.ldif"), Sample.PEOPLE);
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        for (Path file : List.of(directory(), folder.resolve("b.ldif"), folder)) {
            Files.delete(file);
        }
    }

    private Path directory() {
        return folder.resolve("a.ldif");
    }

    /** Entries with seven attributes of 17. */
    @Benchmark
    public void entries(Blackhole hole) {
        new LdifEntries(new EntryFile("a.ldif", directory(), Optional.empty()))
                .scan(WANTED, new Cancellation(), hole::consume);
    }

    /** UnboundID: entries with all attributes. */
    @Benchmark
    public void ldifReader(Blackhole hole) throws IOException, LDIFException {
        try (LDIFReader reader = new LDIFReader(directory().toFile())) {
            for (var entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                hole.consume(entry);
            }
        }
    }
}
