package dirsh.repair;

import dirsh.compare.Comparison;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.model.Answer;
import dirsh.model.Counted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Documents which a plan would take by itself, were their cause not refuted by Exchange.
 *
 * @param cause their cause
 * @param documents how many they are
 * @param inExchange how many of them are in Exchange
 * @param why what refutes the cause
 */
public record Withheld(Cause cause, int documents, int inExchange, String why) implements Answer {

    /**
     * What is withheld of these findings, by cause.
     *
     * @param refuted the causes that are refuted, each with a sentence
     */
    public static List<Withheld> of(
            List<Finding> findings, Map<Cause, String> refuted, Optional<Comparison> comparison) {
        return of(findings, refuted, InExchange.by(comparison));
    }

    static List<Withheld> of(
            List<Finding> findings, Map<Cause, String> refuted, Function<Finding, InExchange> inExchange) {
        Map<Cause, Withheld> byCause = new EnumMap<>(Cause.class);
        for (Finding finding : findings) {
            String why = refuted.get(finding.cause());
            if (why != null && finding.offered()) {
                int in = inExchange.apply(finding) == InExchange.YES ? 1 : 0;
                byCause.merge(finding.cause(), new Withheld(finding.cause(), 1, in, why), Withheld::and);
            }
        }
        return new ArrayList<>(byCause.values());
    }

    private Withheld and(Withheld other) {
        return new Withheld(cause, documents + other.documents, inExchange + other.inExchange, why);
    }

    /** Who is withheld, why, and how they are taken all the same. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "withheld: %s with %s (%,d in Exchange), since the cause is %s; plan --cause %s takes them%s",
                Counted.of(documents, "document"),
                cause,
                inExchange,
                why,
                cause,
                inExchange == 0 ? "" : ", plan --at-risk those in Exchange");
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cause", cause.id());
        fields.put("documents", documents);
        fields.put("inExchange", inExchange);
        fields.put("why", why);
        return fields;
    }
}
