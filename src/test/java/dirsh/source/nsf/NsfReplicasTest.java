package dirsh.source.nsf;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Samples;
import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import dirsh.replica.ReplicaDifference;
import dirsh.replica.Replicas;
import dirsh.sample.SampleDirectory;
import dirsh.source.AddressBook;
import dirsh.source.MemoryBook;
import dirsh.source.dxl.DxlBook;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database file and an export of the same documents are equal replicas, however differently the two spell a value. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NsfReplicasTest {

    @TempDir
    Path folder;

    @Test
    void dominos_own_export_of_a_note_is_the_same_as_the_note() {
        Path dxl = Samples.path("nsf/invalidtimedate.pair.dxl.xml");
        Path nsf = Samples.path("nsf/jnx-test_it-domino-jnx_src_test_resources_nsf_invalidtimedate.nsf");
        try (AddressBook export = DxlBook.open(dxl, "pair.xml");
                AddressBook database = NsfBook.open(nsf, "pair.nsf", new Cancellation())) {
            assertThat(differences(export, database)).isEmpty();
            assertThat(differences(export, new MemoryBook("empty", "", List.of())))
                    .containsExactly("only-here");
        }
    }

    @Test
    void every_kind_of_damage_is_the_same_in_both() {
        new SampleDirectory(300, 1).write(folder, new Cancellation());
        agree(folder.resolve("names.dxl"));
    }

    @Test
    void the_26_shapes_are_the_same_in_both() {
        agree(Samples.path("dxl-examples/persons.dxl"));
    }

    private void agree(Path dxl) {
        Path nsf = folder.resolve("names.nsf");
        try (DxlBook export = DxlBook.open(dxl, "names.dxl")) {
            try (NsfWriter writer = NsfWriter.to(nsf, 63_488, 4096)) {
                for (Note note : Scanned.of(export).notes()) {
                    if (!note.is(NoteFlag.TRUNCATED)) {
                        writer.note(ModelNotes.of(note));
                    }
                }
            }
            try (NsfBook database = NsfBook.open(nsf, "names.nsf", new Cancellation())) {
                assertThat(differences(export, database))
                        .doesNotContain("replica-divergence", "different", "newer", "save-conflict");
            }
        }
    }

    private static List<String> differences(AddressBook one, AddressBook other) {
        Replicas replicas = new Replicas(EnumSet.allOf(NoteKind.class), false, false);
        replicas.add("one", one, new Cancellation(), passed -> {});
        replicas.add("other", other, new Cancellation(), passed -> {});
        return replicas.differences(new Cancellation()).toList().stream()
                .map(difference -> difference.kind().id() + evidence(difference))
                .toList();
    }

    private static String evidence(ReplicaDifference difference) {
        List<?> evidence = (List<?>) difference.fields().get("evidence");
        return evidence == null || evidence.isEmpty() ? "" : " " + evidence;
    }
}
