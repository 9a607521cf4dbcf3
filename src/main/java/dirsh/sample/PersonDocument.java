package dirsh.sample;

import dirsh.model.Unid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

/** A Person document as Domino exports it, dressed as the role asks for. */
final class PersonDocument {

    /** Four items of this length leave a few hundred bytes of the 32 KiB a summary may take (C API). */
    private static final int LONG_TEXT = 7800;

    private static final List<String> LONG_ITEMS = List.of("Directions", "Biography", "Projects", "Skills");

    private final SamplePerson person;
    private final Role role;

    PersonDocument(SamplePerson person) {
        this.person = person;
        this.role = person.role();
    }

    /** Writes the person's document. */
    void appendTo(StringBuilder out, NoteHeader header) {
        if (role == Role.HEALTHY_NOTE_FORM) {
            out.append("<note class='document'>\n");
            header.appendTo(out);
            items(new ItemLines(out).text("Form", "Person"));
            out.append("</note>\n");
            return;
        }
        String form = role == Role.WRONG_FORM ? "WebRegistration" : "Person";
        String truncated = role == Role.TRUNCATED ? " truncated='true'" : "";
        out.append("<document form='")
                .append(form)
                .append('\'')
                .append(truncated)
                .append(">\n");
        header.appendTo(out);
        items(new ItemLines(out));
        out.append("</document>\n");
    }

    /** Writes a conflict document: what another administrator saved of the same person at the same time. */
    void appendConflictTo(StringBuilder out, NoteHeader header, Unid winner) {
        if (role == Role.HEALTHY_WITH_NOTE_FORM_CONFLICT) {
            out.append("<note class='document'>\n");
            header.appendTo(out);
            ItemLines lines = new ItemLines(out).text("Form", "Person");
            items(lines);
            lines.raw("$REF", " summary='true'", "4", reference(winner)).text("$Conflict", "");
            out.append("</note>\n");
            return;
        }
        out.append("<document form='Person' parent='").append(winner).append("' response='true' conflict='true'>\n");
        header.appendTo(out);
        items(new ItemLines(out));
        out.append("</document>\n");
    }

    /** One reference: a count, then the two halves of the UNID, low word first (format section 3). */
    private static String reference(Unid unid) {
        ByteBuffer bytes = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 1).putLong(unid.high()).putLong(unid.low());
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private void items(ItemLines lines) {
        names(lines);
        if (role == Role.TRUNCATED) {
            return;
        }
        mail(lines);
        work(lines);
        lines.name("Owner", person.fullName())
                .name("LocalAdmin", "LocalDomainAdmins")
                .text("DocumentAccess", " authors='true'", "[UserModifier]")
                .dxl(role.flag())
                .text("RoamingUser", "0")
                .text("CheckPassword", "0")
                .text("PasswordDigestVersion", "2");
        extras(lines);
    }

    private void names(ItemLines lines) {
        lines.text("Type", "Person")
                .text("FirstName", person.name().first())
                .text("MiddleInitial", person.name().middle())
                .text(
                        "LastName",
                        role == Role.BLANK_LAST_NAME ? "" : person.name().last());
        if (role != Role.WITHOUT_FULL_NAME) {
            lines.names("FullName", List.of(person.fullName(), person.name().common()));
        }
        lines.text("ShortName", person.shortName());
    }

    private void mail(ItemLines lines) {
        boolean forwarded = role == Role.MISSING_FORWARDED;
        lines.text("MailSystem", role.withoutMail() ? "100" : forwarded ? "5" : "1");
        if (role != Role.WITHOUT_MAIL_DOMAIN) {
            lines.text("MailDomain", SamplePerson.MAIL_DOMAIN);
        }
        if (role.withoutMail()) {
            return;
        }
        if (forwarded) {
            lines.text("MailAddress", person.name().mailName() + "@partner.example.net");
        } else {
            lines.name("MailServer", person.mailServer()).text("MailFile", "mail\\" + person.shortName());
        }
        lines.text("InternetAddress", person.internetAddress())
                .text("MessageStorage", "1")
                .text("EncryptIncomingMail", "0");
    }

    private void work(ItemLines lines) {
        lines.text("CompanyName", person.company())
                .text("Department", person.department())
                .text("JobTitle", person.title())
                .text("EmployeeID", Integer.toString(100_000 + person.number()))
                .text("Location", person.office().city() + ", building " + (1 + person.number() % 4))
                .text("OfficeCity", person.office().city())
                .text("OfficeCountry", person.office().country())
                .text("OfficePhoneNumber", person.phone())
                .text("OfficeFAXPhoneNumber", person.office().dialling() + " 900")
                .text("CellPhoneNumber", person.number() % 3 == 0 ? "" : "+99 555 " + (700_000 + person.number()));
    }

    private void extras(ItemLines lines) {
        if (role == Role.READERS) {
            lines.text("$Readers", " names='true' readers='true'", "CN=Personnel/O=Acme");
        }
        if (role == Role.CONNECTOR_CREATED) {
            lines.text("$NotesDXAStamp", "7D3C51A0E0C511D2A1B300C04F8EE5F7");
        }
        if (role == Role.SUMMARY_OVERFLOW) {
            LONG_ITEMS.forEach(name -> lines.text(name, "lorem ".repeat(LONG_TEXT / 6)));
        }
        if (role == Role.NOT_SUMMARY_SIGNED || role == Role.HEALTHY_SIGNED) {
            lines.raw("$Signature", " sign='true'", "8", "AQAAAAEAAQBSAAAAc2lnbmF0dXJlLCBpbnZlbnRlZA==");
        }
    }
}
