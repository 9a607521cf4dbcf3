package dirsh.source.dxl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dirsh.model.DirshException;
import dirsh.model.FileStamp;
import dirsh.model.ItemFlag;
import dirsh.model.Unid;
import dirsh.source.BookWriter;
import dirsh.source.MemoryOverlay;
import dirsh.source.NoteEdit;
import dirsh.source.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DxlPublishTest {

    private static final Unid FIRST = Unid.parse(Dxl.UNID).orElseThrow();
    private static final Unid SECOND =
            Unid.parse("7E3A91C4D25F4B0841258ADD002D5191").orElseThrow();

    @TempDir
    Path folder;

    private Path file;
    private String before;

    @BeforeEach
    void two_persons() {
        before = Dxl.database(
                Dxl.person(Dxl.item("<text>Yes</text>")),
                Dxl.personWithUnid(SECOND.toString(), Dxl.item("<number>1</number>")));
        file = Dxl.write(folder, before);
    }

    private DxlBook open() {
        return DxlBook.open(file, "names.dxl");
    }

    private static void repair(BookWriter writer, Unid unid) {
        int sequence = writer.read(unid).orElseThrow().sequence();
        var one = new NoteEdit.Text("1", Set.of(ItemFlag.SUMMARY));
        writer.save(new NoteEdit(
                unid, sequence, "AvailableForDirSync", one, Instant.parse("2026-11-22T13:15:00Z"), "CN=Two/O=Acme"));
    }

    private List<String> folderContent() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).toList();
        }
    }

    private void assertRepaired() throws IOException {
        Dxl.Found found = Dxl.scan(file);
        assertThat(found.notes())
                .extracting(note -> note.text("AvailableForDirSync"))
                .containsExactly("1", "1");
        assertThat(found.notes()).extracting(note -> note.sequence()).containsExactly(3, 3);
        assertThat(folderContent()).containsExactly("names.dxl");
    }

    /** A journal that fails as a killed process would, at one of its records. */
    private static final class Failing extends MemoryOverlay {
        private final boolean begins;
        private boolean armed = true;

        Failing(boolean begins) {
            this.begins = begins;
        }

        private void fail(boolean at) {
            if (armed && at) {
                armed = false;
                throw new IllegalStateException("killed");
            }
        }

        @Override
        public void publishing(Publication publication) {
            super.publishing(publication);
            fail(begins);
        }

        @Override
        public void published(Publication publication) {
            fail(!begins);
            super.published(publication);
        }
    }

    @Test
    void nothing_kept_writes_nothing() throws IOException {
        MemoryOverlay overlay = new MemoryOverlay();
        try (DxlBook book = open()) {
            book.writer(overlay).publish();
        }
        assertThat(Dxl.text(file)).isEqualTo(before);
        assertThat(overlay.publishedTimes()).isZero();
    }

    @Test
    void all_saves_are_published_at_once_with_the_hashes_before_and_after() throws IOException {
        Files.writeString(folder.resolve(".names.dxl.dirsh-stale.tmp"), "left by a killed run");
        MemoryOverlay overlay = new MemoryOverlay();
        try (DxlBook book = open()) {
            String hash = FileRewrite.hash(new DxlFile(file, "names.dxl"));
            BookWriter writer = book.writer(overlay);
            repair(writer, SECOND);
            repair(writer, FIRST);
            writer.publish();
            assertThat(overlay.begun())
                    .contains(new Overlay.Publication(hash, FileRewrite.hash(new DxlFile(file, "names.dxl"))));
            assertThat(overlay.publishedTimes()).isEqualTo(1);
            assertRepaired();
            assertThat(writer.read(FIRST)).isEqualTo(book.read(FIRST));
            writer.publish();
            repair(writer, FIRST);
            writer.publish();
        }
        assertThat(Dxl.scan(file).notes()).extracting(note -> note.sequence()).containsExactly(4, 3);
    }

    @Test
    void a_resumed_run_sees_and_publishes_what_a_killed_one_kept() throws IOException {
        MemoryOverlay overlay = new MemoryOverlay();
        try (DxlBook book = open()) {
            repair(book.writer(overlay), FIRST);
        }
        try (DxlBook book = open()) {
            BookWriter writer = book.writer(overlay);
            assertThat(writer.read(FIRST).orElseThrow().sequence()).isEqualTo(3);
            assertThat(book.read(FIRST).orElseThrow().sequence()).isEqualTo(2);
            repair(writer, SECOND);
            writer.publish();
        }
        assertRepaired();
    }

    @Test
    void a_run_killed_before_the_rename_is_published_by_the_next() throws IOException {
        Failing overlay = new Failing(true);
        try (DxlBook book = open()) {
            BookWriter writer = book.writer(overlay);
            repair(writer, FIRST);
            repair(writer, SECOND);
            assertThatThrownBy(writer::publish).isInstanceOf(IllegalStateException.class);
        }
        assertThat(Dxl.text(file)).isEqualTo(before);
        assertThat(folderContent()).containsExactly("names.dxl");
        try (DxlBook book = open()) {
            book.writer(overlay).publish();
        }
        assertRepaired();
        assertThat(overlay.publishedTimes()).isEqualTo(1);
    }

    @Test
    void a_run_killed_after_the_rename_is_recognised_and_only_recorded() throws IOException {
        Failing overlay = new Failing(false);
        try (DxlBook book = open()) {
            BookWriter writer = book.writer(overlay);
            repair(writer, FIRST);
            repair(writer, SECOND);
            assertThatThrownBy(writer::publish).isInstanceOf(IllegalStateException.class);
        }
        assertRepaired();
        FileStamp stamp = FileStamp.of(file);
        try (DxlBook book = open()) {
            book.writer(overlay).publish();
        }
        assertThat(FileStamp.of(file)).isEqualTo(stamp);
        assertThat(overlay.publishedTimes()).isEqualTo(1);
    }

    @Test
    void a_file_changed_underneath_is_left_as_it_is() throws IOException {
        MemoryOverlay overlay = new MemoryOverlay();
        try (DxlBook book = open()) {
            BookWriter writer = book.writer(overlay);
            repair(writer, FIRST);
            String other = before.replace("Names", "Other");
            Dxl.write(folder, other);
            assertThatThrownBy(writer::publish)
                    .isInstanceOf(DirshException.class)
                    .hasMessage("names.dxl was changed by somebody else since the run began; it is left as it is");
            assertThat(Dxl.text(file)).isEqualTo(other);
        }
        assertThat(overlay.begun()).isEmpty();
        assertThat(folderContent()).containsExactly("names.dxl");
    }

    @Test
    void a_resumed_run_refuses_a_file_that_was_changed_meanwhile() {
        Failing overlay = new Failing(true);
        try (DxlBook book = open()) {
            BookWriter writer = book.writer(overlay);
            repair(writer, FIRST);
            assertThatThrownBy(writer::publish).isInstanceOf(IllegalStateException.class);
        }
        String other = before.replace("Names", "Other");
        Dxl.write(folder, other);
        try (DxlBook book = open()) {
            BookWriter writer = book.writer(overlay);
            assertThatThrownBy(writer::publish).hasMessageContaining("was changed by somebody else");
        }
        assertThat(Dxl.text(file)).isEqualTo(other);
    }

    @Test
    void a_document_saved_by_somebody_else_before_the_resume_is_not_overwritten() {
        MemoryOverlay overlay = new MemoryOverlay();
        try (DxlBook book = open()) {
            repair(book.writer(overlay), FIRST);
        }
        String other = before.replace("sequence='2'", "sequence='3'");
        Dxl.write(folder, other);
        try (DxlBook book = open()) {
            BookWriter writer = book.writer(overlay);
            assertThatThrownBy(writer::publish).hasMessageContaining("was changed by somebody else");
        }
        assertThat(Dxl.text(file)).isEqualTo(other);
    }

    @Test
    void a_symbolic_link_is_refused_with_the_real_path() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.dxl"), file);
        try (DxlBook book = DxlBook.open(link, "link.dxl")) {
            assertThat(book.read(FIRST)).isPresent();
            assertThatThrownBy(() -> book.writer(new MemoryOverlay()))
                    .isInstanceOfSatisfying(DirshException.class, e -> {
                        assertThat(e.problem())
                                .isEqualTo("link.dxl is a symbolic link, through which nothing is written");
                        assertThat(e.tryThis()).endsWith(file.getFileName().toString());
                    });
        }
    }

    @Test
    void the_permissions_of_the_file_are_kept() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "a file system without permissions");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        try (DxlBook book = open()) {
            BookWriter writer = book.writer(new MemoryOverlay());
            repair(writer, FIRST);
            writer.publish();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void a_file_that_cannot_be_written_stays_as_it_was() throws IOException {
        MemoryOverlay overlay = new MemoryOverlay();
        try (DxlBook book = open()) {
            BookWriter writer = book.writer(overlay);
            repair(writer, FIRST);
            repair(writer, SECOND);
            DxlFile source = new DxlFile(file, "names.dxl");
            try (FileRewrite rewrite = new FileRewrite(source)) {
                // A change beyond the end of the file stands for a disk that fails in the middle.
                DocumentBytes bytes = book.content().document(FIRST).orElseThrow();
                var beyond = new DocumentIndex.Entry(1 << 20, 1, 1, 1, DxlContext.NONE);
                var change = new DxlPublication.Change(beyond, bytes::bytes);
                assertThatThrownBy(() -> rewrite.write(List.of(change)))
                        .isInstanceOf(DirshException.class)
                        .hasMessageStartingWith("cannot write " + folder);
            }
            assertThat(Dxl.text(file)).isEqualTo(before);
            assertThat(folderContent()).containsExactly("names.dxl");
            writer.publish();
        }
        assertRepaired();
    }
}
