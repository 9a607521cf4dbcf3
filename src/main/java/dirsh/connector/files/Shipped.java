package dirsh.connector.files;

import dirsh.model.Problem;

/**
 * The tables as the connector comes with them (KB Q180517), for where its own files were not handed over. The spelling is
 * ours, the meaning the article's.
 */
final class Shipped {

    /** What messages call tables nobody handed over. */
    static final String NAME = "(as shipped)";

    private static final String NOTES_ATTRIBUTES =
            """
            FULLNAME 220 FullName
            MAILDOMAIN 31 MailDomain
            COMPANY 64 CompanyName
            DEPARTMENT 64 Department
            FIRSTNAME 64 FirstName
            LASTNAME 64 LastName
            LOCATION 128 Location
            SHORTNAME 8 ShortName
            Initials 5 MiddleInitial
            Title 32 JobTitle
            Phone 20 OfficePhoneNumber
            MobilePhn 20 CellPhoneNumber
            Fax 20 OfficeFAXPhoneNumber
            UNID 64 $$UNID
            DN 256 $$DN
            USNCreated 16 $$USN
            """;

    private static final String EXCHANGE_ATTRIBUTES =
            """
            ACCOUNT 32 Assoc-NT-Account
            COMPANY 64 Company
            DEPARTMENT 64 Department
            FULLNAME 128 Display-Name
            FIRSTNAME 64 Given-Name
            ALIAS 64 Mail-nickname
            OFFICE 64 Physical-Delivery-Office-Name
            LASTNAME 64 Surname
            NOTESADDR 128 Proxy-Addresses(NOTES:)
            USNCreated 12 USN-Created
            Initials 5 Initials
            Title 32 Title
            Phone 20 Telephone-Office1
            MobilePhn 20 Telephone-Mobile
            Fax 20 Telephone-Fax
            """;

    private static final String RULES =
            """
            DN = UNID
            TA = "NOTES:" STRIP(FULLNAME, ";", "L", "R") "@" MAILDOMAIN
            Alias = ISEQUAL(SHORTNAME, "", SUBSTR(FULLNAME, 1, 64), SHORTNAME)
            FullName = X500(FULLNAME, "CN")
            FirstName = FIRSTNAME
            LastName = LASTNAME
            Initials = Initials
            Company = COMPANY
            Department = DEPARTMENT
            Office = LOCATION
            """;

    private Shipped() {}

    static AttributeTable notesAttributes() {
        return AttributeTable.parse(FileLines.of(NAME, NOTES_ATTRIBUTES), Shipped::unexpected);
    }

    static AttributeTable exchangeAttributes() {
        return AttributeTable.parse(FileLines.of(NAME, EXCHANGE_ATTRIBUTES), Shipped::unexpected);
    }

    static MappingRules rules() {
        return MappingRules.parse(FileLines.of(NAME, RULES), Shipped::unexpected);
    }

    private static void unexpected(Problem problem) {
        throw new IllegalStateException(problem.toString());
    }
}
