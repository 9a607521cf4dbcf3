package dirsh.sample;

import dirsh.connector.FlagItem;
import dirsh.diagnose.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The documents of a directory that stand for no person: groups, resources, mail-in databases and servers. */
final class OtherDocument {

    /** A shape of groups: its type by the number the form stores, its flag, and why it is left out. */
    private record GroupShape(String type, String flag, Optional<Cause> cause) {}

    /** Every sample has these; types 2, 3 and 4 are for access control, denying access, and servers. */
    private static final List<GroupShape> SHAPES = List.of(
            new GroupShape("0", Flag.HEALTHY, Optional.empty()),
            new GroupShape("1", Flag.HEALTHY, Optional.empty()),
            new GroupShape("1", Flag.yes(" summary='false'"), Optional.of(Cause.NOT_SUMMARY)),
            new GroupShape("2", Flag.HEALTHY, Optional.empty()),
            new GroupShape("0", "", Optional.of(Cause.ITEM_MISSING)),
            new GroupShape("3", "", Optional.of(Cause.ITEM_MISSING)),
            new GroupShape("4", Flag.text("", "Yes"), Optional.of(Cause.LABEL_STORED)),
            new GroupShape("1", Flag.text("", FlagItem.NO), Optional.of(Cause.GENUINE_NO)));

    private static final List<String> TOPICS = List.of(
            "Atlas",
            "Budget",
            "Canteen",
            "Drivers",
            "Editors",
            "First Aid",
            "Intranet",
            "Jubilee",
            "Managers",
            "Newcomers");

    private static final int MEMBERS = 12;

    private OtherDocument() {}

    /** How many groups go with that many people. */
    static int groups(int people) {
        return Math.max(SHAPES.size(), people / 20);
    }

    /** How many groups are left out. */
    static int leftOutGroups(int people) {
        return (int) IntStream.range(0, groups(people))
                .filter(number -> shape(number).cause().isPresent())
                .count();
    }

    /** Whether a group is in Exchange: a healthy one that gets mail. */
    static boolean isExportedGroup(int number) {
        return shape(number).cause().isEmpty() && !shape(number).type().equals("2");
    }

    /** Beyond the first of each shape, one group in 25 is more than plainly healthy. */
    private static GroupShape shape(int number) {
        if (number < SHAPES.size()) {
            return SHAPES.get(number);
        }
        return number % 25 == 0 ? SHAPES.get(number / 25 % SHAPES.size()) : SHAPES.get(1);
    }

    /** What a group is called. */
    static String groupName(int number) {
        return TOPICS.get(number % TOPICS.size()) + " " + (number / TOPICS.size() + 1);
    }

    /** Writes a group whose members the dice pick from the people. */
    static void group(
            StringBuilder out, int number, NoteHeader header, Dice dice, int people, IntFunction<String> names) {
        List<String> members = new ArrayList<>();
        for (int i = 2 + dice.below(MEMBERS - 1); i > 0; i--) {
            members.add(names.apply(dice.below(people)));
        }
        out.append("<document form='Group'>\n");
        header.appendTo(out);
        new ItemLines(out)
                .text("Type", "Group")
                .text("GroupType", shape(number).type())
                .text("ListName", groupName(number))
                .text("ListDescription", "Everybody who has to do with " + TOPICS.get(number % TOPICS.size()))
                .name("ListOwner", "CN=Admin One/O=Acme")
                .text("MailDomain", SamplePerson.MAIL_DOMAIN)
                .names("Members", members)
                .dxl(shape(number).flag());
        out.append("</document>\n");
    }

    /** Writes a room. */
    static void resource(StringBuilder out, int number, NoteHeader header) {
        Office office = Office.ALL.get(number % Office.ALL.size());
        out.append("<document form='Resource'>\n");
        header.appendTo(out);
        new ItemLines(out)
                .text("Type", "Database")
                .names("FullName", List.of("CN=Room " + (100 + number) + "/OU=" + office.city() + "/O=Acme"))
                .text("ResourceType", "1")
                .text("MailDomain", SamplePerson.MAIL_DOMAIN)
                .dxl(Flag.HEALTHY);
        out.append("</document>\n");
    }

    /** Writes a mail-in database. */
    static void mailInDatabase(StringBuilder out, int number, NoteHeader header) {
        out.append("<document form='Database'>\n");
        header.appendTo(out);
        new ItemLines(out)
                .text("Type", "Database")
                .names("FullName", List.of("Orders " + (number + 1)))
                .name("MailServer", "CN=Mail01/OU=Berlin/O=Acme")
                .text("MailFile", "orders" + (number + 1) + ".nsf")
                .text("MailDomain", SamplePerson.MAIL_DOMAIN)
                .dxl(Flag.HEALTHY);
        out.append("</document>\n");
    }

    /** Writes a server. */
    static void server(StringBuilder out, NoteHeader header) {
        out.append("<document form='Server'>\n");
        header.appendTo(out);
        new ItemLines(out)
                .text("Type", "Server")
                .names("ServerName", List.of("CN=Mail01/OU=Berlin/O=Acme"))
                .text("Domain", SamplePerson.MAIL_DOMAIN)
                .text("ServerTitle", "Mail of Berlin");
        out.append("</document>\n");
    }
}
