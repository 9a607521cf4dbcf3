package dirsh.report;

import dirsh.compare.CauseCount;
import dirsh.diagnose.Cause;
import dirsh.model.Counted;
import dirsh.model.NotesName;
import dirsh.overview.ExchangeSide;
import dirsh.overview.Overview;
import dirsh.overview.ReportedPerson;
import dirsh.overview.Standing;
import dirsh.overview.UnitCount;
import dirsh.repair.InExchange;
import dirsh.repair.KnownRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An overview as one HTML page that needs nothing from anywhere: style and script are in it, and its policy lets the
 * browser take no others.
 */
final class ReportPage {

    /** How such a page begins. */
    static final String BEGINNING =
            "<!doctypehtml><htmllang=\"en\"><head><metacharset=\"utf-8\"><metaname=\"generator\"content=\"dirshreport\">";

    private static final int NAMED_AT_RISK = 30;
    private static final double WHOLE = 100;
    private static final int MINUTES = 16;

    private final Overview overview;

    ReportPage(Overview overview) {
        this.overview = overview;
    }

    void write(Appendable out) throws IOException {
        HtmlTemplate template = HtmlTemplate.resource("report.html");
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("styleHash", hash(template.between("<style>", "</style>")));
        page.put("scriptHash", hash(template.between("<script>", "</script>")));
        page.put("headline", overview.headline());
        source(page);
        summary(page);
        page.put("hasSteps", !overview.nextSteps().isEmpty());
        page.put(
                "steps",
                overview.nextSteps().stream().map(step -> step.fields()).toList());
        page.put("hasCauses", !overview.causes().isEmpty());
        page.put("causes", causes());
        page.put(
                "places",
                List.of(
                        places("By organisation unit", "Unit", "no organisation", overview.units()),
                        places("By mail server", "Mail server", "no mail server", overview.mailServers())));
        page.put("hasRuns", !overview.runs().isEmpty());
        page.put("runs", overview.runs().stream().map(ReportPage::run).toList());
        page.put("repairedNow", repairedNow());
        page.put("standings", standings());
        page.put("remarks", overview.remarks());
        page.put("hasPeople", !overview.people().isEmpty());
        // Made one by one while the page is written: there may be very many.
        Iterable<Map<String, Object>> people =
                () -> overview.people().stream().map(ReportPage::person).iterator();
        page.put("people", people);
        template.write(page, out);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void source(Map<String, Object> page) {
        Map<String, Object> book = overview.bookFields();
        page.putAll(book);
        if (String.valueOf(book.get("title")).isBlank()) {
            page.put("title", book.get("address"));
        }
        page.put("lastSaveShown", shown(overview.lastSave()));
        page.put("exchange", overview.exchange().isPresent());
        page.put(
                "exchangeAddress",
                overview.exchange().map(ExchangeSide::address).orElse(""));
        page.put(
                "recipients",
                overview.exchange()
                        .map(side -> Counted.of(side.recipients(), "recipient"))
                        .orElse(""));
    }

    /** A time as ISO 8601 to the minute, in GMT as it is stored. */
    private static String shown(String iso) {
        return iso.length() < MINUTES ? iso : iso.substring(0, MINUTES).replace('T', ' ') + " GMT";
    }

    private void summary(Map<String, Object> page) {
        List<Map<String, Object>> figures = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            boolean always = standing == Standing.AT_RISK || standing == Standing.MISSING;
            if (overview.count(standing) > 0 || (always && overview.exchange().isPresent())) {
                figures.add(standing(standing));
            }
        }
        page.put("figures", figures);
        page.put("sums", sums());
        List<Map<String, Object>> worst = overview.people().stream()
                .filter(person -> person.standing() == Standing.AT_RISK)
                .limit(NAMED_AT_RISK)
                .map(ReportPage::person)
                .toList();
        page.put("worst", !worst.isEmpty());
        page.put("worstPeople", worst);
        int more = overview.count(Standing.AT_RISK) - worst.size();
        page.put("worstMore", more > 0 ? Counted.of(more, "more is", "more are") + " in the list of people" : "");
    }

    private String sums() {
        String people = String.format(
                Locale.ROOT,
                "Of %s the connector exports %,d and leaves out %,d.",
                Counted.of(overview.candidates(), "Person document"),
                overview.exported(),
                overview.candidates() - overview.exported());
        return overview.exchange()
                .map(side -> people
                        + String.format(
                                Locale.ROOT,
                                " Exchange has %,d of these people; %s no person, and %s.",
                                side.matched(),
                                Counted.of(side.unexpected(), "recipient there has", "recipients there have"),
                                Counted.of(side.different(), "value differs", "values differ")))
                .orElse(people);
    }

    private Map<String, Object> standing(Standing standing) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", kind(standing));
        row.put("tone", overview.count(standing) == 0 ? "none" : kind(standing));
        row.put("word", standing.toString());
        row.put("meaning", standing.meaning());
        row.put("people", number(overview.count(standing)));
        return row;
    }

    private List<Map<String, Object>> standings() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            rows.add(standing(standing));
        }
        return rows;
    }

    /** The class of the style sheet. */
    private static String kind(Standing standing) {
        return switch (standing) {
            case AT_RISK -> "risk";
            case MISSING -> "missing";
            case LEFT_OUT -> "left";
            case UNCLEAR -> "unclear";
            case ON_PURPOSE -> "purpose";
            case CONFLICT -> "conflict";
            case REPAIRED -> "repaired";
        };
    }

    private List<Map<String, Object>> causes() {
        double most =
                overview.causes().stream().mapToInt(CauseCount::people).max().orElse(1);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (CauseCount count : overview.causes()) {
            CauseWords words = CauseWords.of(count.cause());
            int told = count.inExchange() + count.notInExchange();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", count.cause());
            row.put("policy", Cause.of(count.cause()).filter(Cause::isPolicy).isPresent() ? "policy" : "fault");
            row.put("summary", words.summary());
            row.put("certainty", words.certainty());
            row.put("reference", words.reference());
            row.put("people", number(count.people()));
            row.put("inExchange", number(count.inExchange()));
            row.put("notInExchange", number(count.notInExchange()));
            row.put("inWidth", percent(count.inExchange() / most));
            row.put("outWidth", percent(count.notInExchange() / most));
            row.put("unknownAt", percent(told / most));
            row.put("unknownWidth", percent((count.people() - told) / most));
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> places(String caption, String column, String none, List<UnitCount> counts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (UnitCount count : counts) {
            double share = (double) count.leftOut() / count.people();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", count.name().isBlank() ? none : count.name());
            row.put("people", number(count.people()));
            row.put("leftOut", number(count.leftOut()));
            row.put("atRisk", count.atRisk() == 0 ? "" : number(count.atRisk()));
            row.put("share", String.format(Locale.ROOT, "%.0f", share * WHOLE));
            row.put("width", percent(share));
            rows.add(row);
        }
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("caption", caption);
        table.put("column", column);
        table.put("rows", rows);
        return table;
    }

    private static Map<String, Object> run(KnownRun run) {
        Map<String, Object> row = new LinkedHashMap<>(run.fields());
        row.put("endedShown", shown(run.summary().ended()));
        row.put("verifiedShown", shown(run.verifiedAt()));
        return row;
    }

    private String repairedNow() {
        long waiting = overview.people().stream()
                .filter(person -> person.standing() == Standing.REPAIRED && person.inExchange() == InExchange.NO)
                .count();
        String now = Counted.of(overview.count(Standing.REPAIRED), "repaired person reads", "repaired people read")
                + " Yes in this book now";
        String there = waiting == 0
                ? ", and nobody of them is missing in Exchange."
                : String.format(Locale.ROOT, "; %,d not in Exchange yet.", waiting);
        return now + (overview.exchange().isEmpty() ? "." : there);
    }

    private static Map<String, Object> person(ReportedPerson person) {
        Map<String, Object> row = new LinkedHashMap<>(person.fields());
        row.put("kind", kind(person.standing()));
        row.put("common", new NotesName(person.fullName()).common());
        row.put(
                "seenShown",
                shown(person.repaired().map(ReportedPerson.Repaired::seenAt).orElse("")));
        return row;
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", share * WHOLE);
    }
}
