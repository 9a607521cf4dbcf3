package dirsh.bench;

import dirsh.model.Cancellation;
import dirsh.source.dxl.DxlBook;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** Scans of a DXL file, per person. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Sample.PEOPLE)
public class DxlBenchmark {

    /** With the items that a diagnosis needs. */
    @Benchmark
    public void scan(Sample sample, Blackhole hole) {
        try (DxlBook book = DxlBook.open(sample.dxl(), "names.dxl")) {
            book.scan(Sample.ITEMS, new Cancellation(), hole::consume);
        }
    }
}
