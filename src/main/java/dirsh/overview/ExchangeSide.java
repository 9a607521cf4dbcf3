package dirsh.overview;

import dirsh.compare.Comparison;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the people were compared with.
 *
 * @param address where the recipients were read from, as the user gave it
 * @param recipients how many there were
 * @param matched people with a recipient
 * @param unexpected recipients without a person
 * @param different values that differ between matched people and recipients
 */
public record ExchangeSide(String address, int recipients, int matched, int unexpected, int different) {

    /** The side of a comparison. */
    public static ExchangeSide of(String address, Comparison comparison) {
        return new ExchangeSide(
                address,
                comparison.compared().recipients(),
                comparison.matched(),
                comparison.unexpected().size(),
                comparison.different().size());
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("address", address);
        fields.put("recipients", recipients);
        fields.put("matched", matched);
        fields.put("unexpected", unexpected);
        fields.put("different", different);
        return fields;
    }
}
