package dirsh.model;

import java.util.List;

/**
 * A Person document seen by the items an administrator knows.
 *
 * @param note the document
 */
public record Person(Note note) {

    /** The items these methods read, besides Form and Type. */
    public static final List<String> ITEMS = List.of(
            "Form",
            "Type",
            "FirstName",
            "LastName",
            "FullName",
            "ShortName",
            "InternetAddress",
            "MailSystem",
            "MailDomain",
            "MailFile",
            "MailAddress",
            "Department",
            "OfficePhoneNumber",
            "CompanyName",
            "JobTitle");

    /** {@code MailSystem} of a person without mail. */
    private static final String NO_MAIL = "100";

    /** The first full name as stored, such as {@code CN=Jane Doe/O=Acme}; empty if there is none. */
    public String fullName() {
        return note.text("FullName");
    }

    /** All full names, the hierarchical one first. */
    public List<String> fullNames() {
        return note.texts("FullName");
    }

    /** The name to show where the full name may be missing: full name, last name, a group's list name, or UNID. */
    public String shownName() {
        for (String item : List.of("FullName", "LastName", "ListName")) {
            String name = note.text(item);
            if (!name.isBlank()) {
                return name;
            }
        }
        return note.unid().toString();
    }

    public List<String> shortNames() {
        return note.texts("ShortName");
    }

    public String internetAddress() {
        return note.text("InternetAddress");
    }

    public String mailDomain() {
        return note.text("MailDomain");
    }

    /** Whether mail reaches the person: not marked as without mail, and a mail file or a forwarding address is there. */
    public boolean mailEnabled() {
        return !note.text("MailSystem").equals(NO_MAIL)
                && (!note.text("MailFile").isBlank()
                        || !note.text("MailAddress").isBlank());
    }
}
