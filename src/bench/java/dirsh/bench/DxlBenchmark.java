package dirsh.bench;

import dirsh.model.Cancellation;
import dirsh.source.dxl.DxlBook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** Scans of a DXL file, per person. */
public class DxlBenchmark extends PerPerson {

    /** With the items that a diagnosis needs. */
    @Benchmark
    public void scan(Sample sample, Blackhole hole) {
        try (DxlBook book = DxlBook.open(sample.dxl(), "names.dxl")) {
            book.scan(Sample.ITEMS, new Cancellation(), hole::consume);
        }
    }
}
