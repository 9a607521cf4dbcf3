package dirsh.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dirsh.model.Cancellation;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** Reads of a CSV file of recipients, per person. */
public class CsvBenchmark extends PerPerson {

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
