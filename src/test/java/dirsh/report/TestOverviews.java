package dirsh.report;

import dirsh.model.Unid;
import dirsh.overview.ExchangeSide;
import dirsh.overview.Overview;
import dirsh.overview.RepairOutlook;
import dirsh.overview.ReportedPerson;
import dirsh.overview.Standing;
import dirsh.overview.UnitCount;
import dirsh.repair.InExchange;
import dirsh.source.BookIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Overviews for tests of reports. */
final class TestOverviews {

    /** What somebody may have put into a directory to harm whoever reads a report of it. */
    static final List<String> HARMFUL = List.of(
            "<script>document.title='owned'</script>",
            "</script><script>document.title='owned'</script>",
            "</style><style>body{display:none}</style>",
            "\"><img src=x onerror=\"document.title='owned'\">",
            "' autofocus onfocus='document.title=1' x='",
            "]]><!-- --><!DOCTYPE x>",
            "{{headline}} {{#people}} ${headline} &lt;b&gt; &amp;",
            "javascript:alert(1)",
            "\u202Egnp.exe\u202C \u2066x\u2069",
            "\u001B[31mred\u001B]52;c;AAAA\u0007",
            "nul\u0000byte \uFFFE \uD800 alone",
            "=HYPERLINK(\"http://x\")",
            "+1-1",
            "-2+3",
            "@SUM(A1)",
            "\t=1+1",
            "\r=1+1",
            "\uFF1D1+1",
            "דוד כהן מירושלים",
            "İstanbul ıjk ß 山 👩‍🚀");

    private static final List<Standing> STANDINGS = List.of(Standing.values());

    private TestOverviews() {}

    /** An overview whose every text is one of the harmful ones. */
    static Overview harmful() {
        List<ReportedPerson> people = new ArrayList<>();
        List<UnitCount> units = new ArrayList<>();
        for (String text : HARMFUL) {
            people.add(
                    person(people.size(), STANDINGS.get(people.size() % 6), text, text, List.of(text, "and " + text)));
            units.add(new UnitCount(text, 3, 2, 1));
        }
        return overview(HARMFUL.get(0), people, units, HARMFUL);
    }

    /** An overview of so many people. */
    static Overview large(int count) {
        List<ReportedPerson> people = IntStream.range(0, count)
                .mapToObj(
                        n -> person(
                                n,
                                n < count / 20 ? Standing.AT_RISK : Standing.MISSING,
                                String.format("CN=Given%d Family%05d/OU=Unit%d/O=Acme", n, count - n, n % 40),
                                "Mail0" + n % 9 + "/Acme",
                                List.of(
                                        "stored as \"1\" without the summary flag, so views, formulas and searches do not see it")))
                .toList();
        List<UnitCount> units = IntStream.range(0, 40)
                .mapToObj(n -> new UnitCount("Unit" + n + "/Acme", count / 20, count / 40, 1))
                .toList();
        return overview("Acme Directory", people, units, List.of("Nothing more."));
    }

    static Overview of(ReportedPerson... people) {
        return overview("Acme Directory", List.of(people), List.of(), List.of());
    }

    static ReportedPerson person(int n, Standing standing, String name, String server, List<String> evidence) {
        return new ReportedPerson(
                new Unid(0x7E3A91C4D25F4B08L, n),
                Integer.toHexString(n).toUpperCase(java.util.Locale.ROOT),
                name,
                standing,
                n % 2 == 0 ? "not-summary" : "item-missing",
                "yes",
                "no",
                standing == Standing.AT_RISK ? InExchange.YES : InExchange.NO,
                "Unit" + n % 40 + "/Acme",
                server,
                evidence,
                RepairOutlook.OFFERED,
                Optional.empty());
    }

    private static Overview overview(
            String title, List<ReportedPerson> people, List<UnitCount> units, List<String> remarks) {
        return new Overview(
                new BookIdentity("names.dxl", "DXL file", title, "86257A1B0042C0DE", "/names.dxl"),
                "2024-05-26T02:37:00Z",
                Optional.of(new ExchangeSide("recipients.csv", 9, 8, 1, 2)),
                people.size() * 2,
                people.size(),
                people,
                units,
                units,
                List.of(),
                remarks);
    }
}
