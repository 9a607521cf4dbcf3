package dirsh.sample;

import dirsh.model.NotesName;
import java.util.List;

/**
 * An invented person with all that documents and recipients are made of.
 *
 * @param number from 0
 * @param role the part played
 * @param name what the person is called
 * @param fullName the canonical name
 * @param shortName the short name
 * @param internetAddress the address; empty without mail
 * @param office where
 * @param department in which
 * @param title as what
 * @param company for whom
 * @param phone the office's number with extension
 */
record SamplePerson(
        int number,
        Role role,
        FullName name,
        String fullName,
        String shortName,
        String internetAddress,
        Office office,
        String department,
        String title,
        String company,
        String phone) {

    static final String MAIL_DOMAIN = "ACME";

    static final List<String> DEPARTMENTS = List.of(
            "Accounting",
            "Board Office",
            "Customer Service",
            "Facilities",
            "Human Resources",
            "Information Systems",
            "Legal",
            "Logistics",
            "Marketing",
            "Purchasing",
            "Quality",
            "Research & Development",
            "Sales, North",
            "Sales, South",
            "Training");

    static final List<String> TITLES = List.of(
            "Accountant",
            "Analyst",
            "Assistant",
            "Buyer",
            "Clerk",
            "Consultant",
            "Coordinator",
            "Designer",
            "Engineer",
            "Head of Department",
            "Lawyer",
            "Product Manager",
            "Sales Representative",
            "Technician",
            "Trainee");

    private static final List<String> COMPANIES = List.of("ACME", "ACME", "ACME Services", "ACME Logistik GmbH");

    /** The person of a number. */
    static SamplePerson of(long seed, int number, Role role) {
        Dice dice = new Dice(seed, number);
        FullName name = FullName.of(seed, number);
        Office office = dice.one(Office.ALL);
        return new SamplePerson(
                number,
                role,
                name,
                "CN=" + name.common() + "/OU=" + office.city() + "/O=Acme",
                name.shortName(),
                role.withoutMail() ? "" : name.mailName() + "@example.com",
                office,
                dice.one(DEPARTMENTS),
                dice.one(TITLES),
                dice.one(COMPANIES),
                office.dialling() + " " + (1000 + dice.below(9000)));
    }

    /** This person with what the role says is another person's. */
    SamplePerson copying(SamplePerson other) {
        boolean sameName = role == Role.SAME_FULL_NAME;
        return new SamplePerson(
                number,
                role,
                sameName ? other.name : name,
                sameName ? other.fullName : fullName,
                role == Role.SAME_SHORT_NAME ? other.shortName : shortName,
                role == Role.SAME_ADDRESS ? other.internetAddress : internetAddress,
                office,
                department,
                title,
                company,
                phone);
    }

    /** The target address the connector makes of the name (Mapnotes.tbl, KB Q180517), without its type. */
    String notesAddress() {
        return new NotesName(fullName).abbreviated() + "@" + MAIL_DOMAIN;
    }

    /** The server with the mail file. */
    String mailServer() {
        return "CN=Mail0" + (1 + number % 3) + "/OU=" + office.city() + "/O=Acme";
    }
}
