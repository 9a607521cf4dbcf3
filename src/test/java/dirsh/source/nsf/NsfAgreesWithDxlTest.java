package dirsh.source.nsf;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Samples;
import dirsh.diagnose.Diagnoser;
import dirsh.diagnose.Finding;
import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.sample.SampleDirectory;
import dirsh.source.AddressBook;
import dirsh.source.Projection;
import dirsh.source.dxl.DxlBook;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same documents from DXL and from NSF are judged alike. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NsfAgreesWithDxlTest {

    @TempDir
    Path folder;

    @Test
    void every_kind_of_damage_of_the_sample_directory_is_found_in_both() {
        new SampleDirectory(300, 1).write(folder, new Cancellation());
        agree(folder.resolve("names.dxl"));
    }

    @Test
    void the_26_shapes_are_found_in_both() {
        agree(Samples.path("dxl-examples/persons.dxl"));
    }

    private void agree(Path dxl) {
        Path nsf = folder.resolve("names.nsf");
        Set<String> truncated = new HashSet<>();
        Map<String, String> ofDxl;
        try (DxlBook book = DxlBook.open(dxl, "names.dxl");
                // Large buckets, since one person nearly fills the summary.
                NsfWriter writer = NsfWriter.to(nsf, 63_488, 4096)) {
            for (Note note : Scanned.of(book).notes()) {
                writer.note(ModelNotes.of(note));
                if (note.is(NoteFlag.TRUNCATED)) {
                    // How NSF marks a truncated document is not known.
                    truncated.add(note.unid().toString());
                }
            }
            ofDxl = findings(book);
        }
        try (NsfBook book = NsfBook.open(nsf, "names.nsf", new Cancellation())) {
            Map<String, String> ofNsf = findings(book);
            ofDxl.keySet().removeAll(truncated);
            ofNsf.keySet().removeAll(truncated);
            assertThat(ofNsf).isEqualTo(ofDxl).hasSizeGreaterThan(10);
        }
    }

    private static Map<String, String> findings(AddressBook book) {
        Diagnoser diagnoser = new Diagnoser();
        book.scan(Projection.of(Diagnoser.items()), new Cancellation(), diagnoser::judge);
        Map<String, String> findings = new TreeMap<>();
        for (Finding finding : diagnoser.diagnosis().findings()) {
            findings.put(
                    finding.unid().toString(),
                    finding.cause() + " " + finding.formShows() + " " + finding.connectorReads() + " "
                            + finding.toggleRepairs() + " " + finding.offered());
        }
        return findings;
    }
}
