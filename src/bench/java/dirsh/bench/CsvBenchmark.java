package dirsh.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dirsh.model.Cancellation;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** Reads of a CSV file of recipients, per person. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Sample.PEOPLE)
public class CsvBenchmark {

    /** Rows as recipients. */
    @Benchmark
    public void recipients(Sample sample, Blackhole hole) {
        sample.recipients().scan(new Cancellation(), hole::consume);
    }

    /** FastCSV: rows as lists of texts, nothing made of them. */
    @Benchmark
    public void fastCsv(Sample sample, Blackhole hole) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(sample.csv())) {
            rows.forEach(hole::consume);
        }
    }
}
