package dirsh.source.nsf;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** A small file with every shape the writer knows. */
final class NsfFixture {

    private static final String FLAG = "AvailableForDirSync";

    private NsfFixture() {}

    static Path write(Path file) {
        try (NsfWriter writer = NsfWriter.to(file)) {
            int number = 0;
            for (MadeNote.Place place : Collections.nCopies(13, EnumSet.allOf(MadeNote.Place.class)).stream()
                    .flatMap(EnumSet::stream)
                    .toList()) {
                int i = number++;
                writer.note(MadeNote.person(i, "Person " + i)
                        .item(new MadeItem("Comment", 1, MadeItem.TYPE_BY_NAME, MadeItem.richText("about " + i)))
                        .item(new MadeItem("Weight", 0x0300, 0x000C, MadeItem.number(i)))
                        .item(new MadeItem("City", MadeItem.TEXT, MadeItem.SUMMARY, MadeItem.lmbcs("Köln\n上海")))
                        .place(place));
            }
            MadeNote winner = MadeNote.person(100, "Winner");
            int winnerId = writer.note(winner);
            writer.note(
                    MadeNote.person(101, "Winner").parent(winner.unid, winnerId).item(MadeItem.text("$Conflict", "")));
            writer.note(MadeNote.bare(102, "Twice")
                    .item(MadeItem.texts(FLAG, List.of("1")))
                    .item(MadeItem.text(FLAG, "0").duplicate(1)));
            writer.note(MadeNote.bare(103, "Nothing")
                    .item(new MadeItem(FLAG, MadeItem.TEXT, MadeItem.SUMMARY | MadeItem.PLACEHOLDER, new byte[2])));
            writer.note(MadeNote.person(104, "Form").noteClass(4));
            writer.stub(MadeNote.person(105, "Gone"));
        }
        return file;
    }
}
