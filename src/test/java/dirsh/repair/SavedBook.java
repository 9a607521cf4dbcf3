package dirsh.repair;

import dirsh.People;
import dirsh.model.ItemFlag;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.BookWriter;
import dirsh.source.MemoryBook;
import dirsh.source.NoteEdit;
import dirsh.source.Overlay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A live book that outlives its process: the people it began with, and a file with every save made since, one line each.
 *
 * <p>A save is one write, as a server takes it as a whole or not at all.
 */
final class SavedBook extends BookDouble {

    private static final Overlay NONE = new dirsh.source.MemoryOverlay();

    private final Path saves;

    private SavedBook(MemoryBook book, Path saves) {
        super(book);
        this.saves = saves;
    }

    static SavedBook open(Path saves, Collection<Note> beginning) {
        MemoryBook book = new MemoryBook("names", People.REPLICA, beginning);
        BookWriter writer = book.writer(NONE);
        try {
            if (!Files.exists(saves)) {
                Files.createFile(saves);
            }
            Files.readAllLines(saves).forEach(line -> writer.save(read(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SavedBook(book, saves);
    }

    @Override
    public BookWriter writer(Overlay overlay) {
        BookWriter writer = super.writer(overlay);
        return new BookWriter() {
            @Override
            public Optional<Note> read(Unid unid) {
                return writer.read(unid);
            }

            @Override
            public Note save(NoteEdit edit) {
                Note saved = writer.save(edit);
                append(edit);
                return saved;
            }

            @Override
            public void publish() {
                writer.publish();
            }
        };
    }

    private void append(NoteEdit edit) {
        NoteEdit.Text text = (NoteEdit.Text) edit.content();
        StringBuilder line = new StringBuilder()
                .append(edit.unid())
                .append('\t')
                .append(edit.expectedSequence())
                .append('\t')
                .append(edit.itemName())
                .append('\t')
                .append(text.value())
                .append('\t')
                .append(edit.time())
                .append('\t')
                .append(edit.user());
        for (ItemFlag flag : text.flags()) {
            line.append('\t').append(flag.name());
        }
        try (FileChannel channel = FileChannel.open(saves, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line.append('\n').toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NoteEdit read(String line) {
        String[] cells = line.split("\t", -1);
        Set<ItemFlag> flags = EnumSet.noneOf(ItemFlag.class);
        for (int i = 6; i < cells.length; i++) {
            flags.add(ItemFlag.valueOf(cells[i]));
        }
        return new NoteEdit(
                Unid.parse(cells[0]).orElseThrow(),
                Integer.parseInt(cells[1]),
                cells[2],
                new NoteEdit.Text(cells[3], flags),
                Instant.parse(cells[4]),
                cells[5]);
    }
}
