package dirsh.source.dxl;

import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.model.Problem;
import dirsh.source.NoteSink;
import dirsh.source.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** DXL for tests: small files from text, and what a scan finds in them. */
final class Dxl {

    static final String UNID = "7E3A91C4D25F4B0841258ADD002D5190";
    static final String DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n";

    private Dxl() {}

    /** A database with the given content. */
    static String database(String... content) {
        return DECLARATION
                + "<database xmlns='http://www.lotus.com/dxl' version='9.0' replicaid='86257A1B0042C0DE' title='Names'>\n"
                + String.join("", content)
                + "</database>\n";
    }

    /** A person with the given items, each on a line. */
    static String person(String... items) {
        return personWithUnid(UNID, items);
    }

    static String personWithUnid(String unid, String... items) {
        StringBuilder xml = new StringBuilder("<document form='Person'>\n<noteinfo noteid='8f6' unid='" + unid
                + "' sequence='2'>\n<created><datetime>20240311T091500,00+01</datetime></created>\n"
                + "<modified><datetime dst='true'>20240612T081502,17+02</datetime></modified>\n"
                + "<revised><datetime dst='true'>20240612T081501,93+02</datetime></revised></noteinfo>\n"
                + "<updatedby><name>CN=Admin One/O=Acme</name></updatedby>\n");
        for (String item : items) {
            xml.append(item).append('\n');
        }
        return xml.append("</document>\n").toString();
    }

    static String item(String value) {
        return "<item name='AvailableForDirSync'>" + value + "</item>";
    }

    static Path write(Path folder, String text) {
        return write(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path folder, String text, Charset charset) {
        return write(folder, text.getBytes(charset));
    }

    static Path write(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("names.dxl"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a scan of a file finds. */
    static Found scan(Path file) {
        return scan(file, Projection.ALL);
    }

    static Found scan(Path file, Projection projection) {
        try (DxlBook book = DxlBook.open(file, "names.dxl")) {
            Found found = new Found(new ArrayList<>(), new ArrayList<>());
            book.scan(projection, new Cancellation(), found);
            return found;
        }
    }

    /** Takes what a scan finds. */
    record Found(List<Note> notes, List<Problem> problems) implements NoteSink {
        @Override
        public void note(Note note) {
            notes.add(note);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }

        Note only() {
            if (notes.size() != 1) {
                throw new AssertionError("notes: " + notes + ", problems: " + problems);
            }
            return notes.get(0);
        }
    }
}
