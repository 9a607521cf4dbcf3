package dirsh.sample;

import dirsh.model.NotesName;
import dirsh.model.Person;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A recipient as a script in the Exchange Management Shell exports it: every value in quotes, lists joined by
 * semicolons.
 *
 * @param displayName the name people see
 * @param alias the mail nickname
 * @param type what kind of recipient
 * @param primarySmtpAddress the internet address it sends from; may be empty
 * @param emailAddresses all addresses, each with its type
 * @param externalEmailAddress where mail is passed on to, with its type; may be empty
 * @param guid the id that Exchange gave it
 * @param department in which
 * @param phone the office's number
 * @param company for whom
 * @param title as what
 */
record RecipientRow(
        String displayName,
        String alias,
        String type,
        String primarySmtpAddress,
        List<String> emailAddresses,
        String externalEmailAddress,
        String guid,
        String department,
        String phone,
        String company,
        String title) {

    static final List<String> COLUMNS = List.of(
            "DisplayName",
            "Alias",
            "RecipientTypeDetails",
            "PrimarySmtpAddress",
            "EmailAddresses",
            "ExternalEmailAddress",
            "Guid",
            "Department",
            "Phone",
            "Company",
            "Title");

    static final String HEADER = line(COLUMNS);

    private static final int LONGEST_ALIAS = 64;

    RecipientRow {
        emailAddresses = List.copyOf(emailAddresses);
    }

    /** What a connector that reads the flag makes of a person. */
    static RecipientRow exported(SamplePerson person, Dice dice) {
        return contact(
                person.name().common(),
                person.shortName(),
                person.internetAddress(),
                person.notesAddress(),
                guid(dice),
                List.of(person.department(), person.phone(), person.company(), person.title()));
    }

    /** What the connector makes of a Person document, by the rules of Mapnotes.tbl (KB Q180517). */
    static RecipientRow exported(Person person) {
        NotesName name = new NotesName(person.fullName());
        String shortName = person.note().text("ShortName");
        String alias = shortName.isBlank() ? person.fullName() : shortName;
        return contact(
                name.common(),
                alias.substring(0, Math.min(alias.length(), LONGEST_ALIAS)),
                person.internetAddress(),
                name.abbreviated() + "@" + person.mailDomain(),
                guid(new Dice(person.note().unid().high(), person.note().unid().low())),
                List.of("Department", "OfficePhoneNumber", "CompanyName", "JobTitle").stream()
                        .map(person.note()::text)
                        .toList());
    }

    private static RecipientRow contact(
            String name, String alias, String smtp, String notes, String guid, List<String> attributes) {
        List<String> addresses = new ArrayList<>(2);
        if (!smtp.isEmpty()) {
            addresses.add("SMTP:" + smtp);
        }
        addresses.add("NOTES:" + notes);
        return new RecipientRow(
                name,
                alias,
                "MailContact",
                smtp,
                addresses,
                "NOTES:" + notes,
                guid,
                attributes.get(0),
                attributes.get(1),
                attributes.get(2),
                attributes.get(3));
    }

    /** This recipient after somebody changed one attribute: which one, the number says. */
    RecipientRow changed(int number) {
        return new RecipientRow(
                displayName,
                alias,
                type,
                primarySmtpAddress,
                emailAddresses,
                externalEmailAddress,
                guid,
                number % 3 == 0 ? after(department, SamplePerson.DEPARTMENTS) : department,
                number % 3 == 1
                        ? phone.substring(0, phone.length() - 4) + "0" + phone.substring(phone.length() - 3)
                        : phone,
                company,
                number % 3 == 2 ? after(title, SamplePerson.TITLES) : title);
    }

    private static String after(String value, List<String> values) {
        return values.get((values.indexOf(value) + 1) % values.size());
    }

    /** Two recipients that share the person's SMTP address, and neither has the NOTES address that would decide. */
    static List<RecipientRow> twice(SamplePerson person, Dice dice) {
        String address = person.internetAddress();
        String other = person.shortName() + ".notes";
        return List.of(
                plain(person.name().common(), person.shortName() + ".mailbox", "UserMailbox", address, dice),
                new RecipientRow(
                        person.name().common() + " (Notes)",
                        other,
                        "MailContact",
                        other + "@example.com",
                        List.of("SMTP:" + other + "@example.com", "smtp:" + address),
                        "SMTP:" + address,
                        guid(dice),
                        "",
                        "",
                        "",
                        ""));
    }

    /** A recipient that Exchange itself made. */
    static RecipientRow plain(String name, String alias, String type, String smtp, Dice dice) {
        return new RecipientRow(name, alias, type, smtp, List.of("SMTP:" + smtp), "", guid(dice), "", "", "", "");
    }

    private static String guid(Dice dice) {
        String digits = HexFormat.of().toHexDigits(dice.next()) + HexFormat.of().toHexDigits(dice.next());
        return digits.substring(0, 8)
                + '-'
                + digits.substring(8, 12)
                + '-'
                + digits.substring(12, 16)
                + '-'
                + digits.substring(16, 20)
                + '-'
                + digits.substring(20);
    }

    /** The row as a line of the file. */
    String line() {
        return line(List.of(
                displayName,
                alias,
                type,
                primarySmtpAddress,
                String.join(";", emailAddresses),
                externalEmailAddress,
                guid,
                department,
                phone,
                company,
                title));
    }

    private static String line(List<String> values) {
        return values.stream()
                        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")) + "\r\n";
    }
}
