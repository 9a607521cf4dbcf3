package dirsh.sample;

import dirsh.diagnose.Cause;
import dirsh.model.Cancellation;
import dirsh.model.Unid;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** Writes the two files of a sample side by side, person after person. */
final class SampleStream {

    /** Serials above those of the people, one range for each kind of note. */
    private static final long RANGE = 1L << 40;

    private static final long CONFLICTS = RANGE;
    private static final long GROUPS = 2 * RANGE;
    private static final long RESOURCES = 3 * RANGE;
    private static final long MAIL_IN_DATABASES = 4 * RANGE;
    private static final long SERVERS = 5 * RANGE;
    private static final long LEAVERS = 6 * RANGE;

    private static final int FIRST_NOTE_ID = 0x8F6;

    private final int people;
    private final long seed;
    private final Writer dxl;
    private final Writer csv;
    private final Cast cast;
    private final Stamp exported;
    private final StringBuilder document = new StringBuilder(1 << 13);
    private int noteId = FIRST_NOTE_ID;
    private int recipients;

    SampleStream(int people, long seed, Writer dxl, Writer csv) {
        this.people = people;
        this.seed = seed;
        this.dxl = dxl;
        this.csv = csv;
        this.cast = new Cast(people);
        long day = LocalDate.of(2024, 1, 1).toEpochDay() + Long.remainderUnsigned(Dice.scatter(seed, 0), 300);
        this.exported = new Stamp(day * Stamp.DAY);
    }

    /** Writes everything and says what it came to. */
    SampleSummary write(Path folder, Cancellation cancellation) throws IOException {
        begin();
        OtherDocument.server(document, header(SERVERS));
        csv.write(RecipientRow.HEADER);
        for (int number = 0; number < people; number++) {
            cancellation.check();
            person(person(number));
        }
        for (int number = 0; number < OtherDocument.groups(people); number++) {
            group(number);
        }
        for (int number = 0; number < others(); number++) {
            OtherDocument.resource(document, number, header(RESOURCES + number));
            OtherDocument.mailInDatabase(document, number, header(MAIL_IN_DATABASES + number));
            flush();
        }
        document.append("</database>\n");
        flush();
        for (int number = 0; number < leavers(); number++) {
            row(leaver(number));
        }
        return summary(folder);
    }

    private void begin() {
        String replicaId = "86257A1B" + HexFormat.of().withUpperCase().toHexDigits((int) Dice.scatter(seed, -1));
        int documents = people + conflicts() + OtherDocument.groups(people) + 2 * others() + 1;
        document.append("<?xml version='1.0' encoding='utf-8'?>")
                .append(SampleFolder.MARK)
                .append("; ")
                .append(people)
                .append(" people, seed ")
                .append(seed)
                .append(" -->\n<database xmlns='http://www.lotus.com/dxl' version='9.0' replicaid='")
                .append(replicaId)
                .append("' path='names.nsf' title='Acme Directory (sample)'>\n<databaseinfo dbid='")
                .append(replicaId)
                .append("' replicaid='")
                .append(replicaId)
                .append("' odsversion='51' numberofdocuments='")
                .append(documents)
                .append("'/>\n");
    }

    private SamplePerson person(int number) {
        Role role = cast.role(number);
        SamplePerson person = SamplePerson.of(seed, number, role);
        if (!role.copies()) {
            return person;
        }
        return person.copying(SamplePerson.of(seed, cast.healthyBefore(number), Role.HEALTHY));
    }

    private void person(SamplePerson person) throws IOException {
        PersonDocument dressed = new PersonDocument(person);
        NoteHeader header = header(person.number());
        dressed.appendTo(document, header);
        if (person.role().hasConflict()) {
            Unid winner = header.unid();
            dressed.appendConflictTo(document, header(CONFLICTS + person.number()), winner);
        }
        flush();
        Dice dice = new Dice(seed, CONFLICTS + person.number());
        switch (person.role().presence()) {
            case EXPORTED -> row(RecipientRow.exported(person, dice));
            case DIFFERENT -> row(RecipientRow.exported(person, dice).changed(person.number()));
            case TWICE -> {
                for (RecipientRow row : RecipientRow.twice(person, dice)) {
                    row(row);
                }
            }
            case ABSENT -> {
                // Nobody there is what is to be found out.
            }
        }
    }

    private void group(int number) throws IOException {
        Dice dice = new Dice(seed, GROUPS + number);
        OtherDocument.group(document, number, header(GROUPS + number), dice, people, member -> person(member)
                .fullName());
        flush();
        if (OtherDocument.isExportedGroup(number)) {
            String name = OtherDocument.groupName(number);
            String alias = name.replace(' ', '-').toLowerCase(Locale.ROOT);
            row(RecipientRow.plain(name, alias, "MailUniversalDistributionGroup", alias + "@example.com", dice));
        }
    }

    /** Somebody whose Person document is gone: the numbers behind those of the people give names nobody has. */
    private RecipientRow leaver(int number) {
        return RecipientRow.exported(
                SamplePerson.of(seed, people + number, Role.HEALTHY), new Dice(seed, LEAVERS + number));
    }

    private NoteHeader header(long serial) {
        NoteHeader header = NoteHeader.of(seed, serial, noteId, exported);
        noteId += 4;
        return header;
    }

    private void flush() throws IOException {
        dxl.append(document);
        document.setLength(0);
    }

    private void row(RecipientRow row) throws IOException {
        csv.write(row.line());
        recipients++;
    }

    private int conflicts() {
        return cast.count(Role.HEALTHY_WITH_CONFLICT) + cast.count(Role.HEALTHY_WITH_NOTE_FORM_CONFLICT);
    }

    /** Resources, and as many mail-in databases. */
    private int others() {
        return 1 + people / 200;
    }

    private int leavers() {
        return 2 + people / 500;
    }

    private SampleSummary summary(Path folder) {
        Map<Cause, Integer> leftOut = new EnumMap<>(Cause.class);
        int atRisk = 0;
        int healthy = 0;
        for (Role role : Role.values()) {
            int count = cast.count(role);
            if (role.cause().isEmpty()) {
                healthy += count;
            } else if (count > 0) {
                leftOut.merge(role.cause().get(), count, Integer::sum);
            }
            atRisk += role.atRisk() ? count : 0;
        }
        return new SampleSummary(
                folder.toString(),
                seed,
                people,
                healthy,
                leftOut,
                conflicts(),
                OtherDocument.groups(people),
                OtherDocument.leftOutGroups(people),
                2 * others() + 1,
                recipients,
                cast.count(Role.HEALTHY_BUT_ABSENT),
                atRisk,
                leavers(),
                cast.count(Role.HEALTHY_BUT_DIFFERENT),
                cast.count(Role.HEALTHY_BUT_TWICE) + 2 * cast.count(Role.SAME_FULL_NAME));
    }
}
