package dirsh.sample;

import dirsh.diagnose.Cause;
import dirsh.model.Answer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sample holds, known from how it was made and not from looking at it.
 *
 * @param folder where it was written
 * @param seed which sample it is
 * @param people Person documents, besides conflict documents
 * @param healthy people without a reason to be left out
 * @param leftOut the other people, by cause
 * @param conflicts conflict documents of people
 * @param groups Group documents
 * @param groupsLeftOut groups among them with a reason to be left out
 * @param otherDocuments resources, mail-in databases and servers
 * @param recipients rows of the Exchange file
 * @param unexplained healthy people without a recipient
 * @param atRisk people in Exchange whom the connector reads as No through damage
 * @param unexpected recipients without a Person document
 * @param different healthy people with one attribute different in Exchange
 * @param ambiguous people with two recipients to choose from, or who share their full name
 */
public record SampleSummary(
        String folder,
        long seed,
        int people,
        int healthy,
        Map<Cause, Integer> leftOut,
        int conflicts,
        int groups,
        int groupsLeftOut,
        int otherDocuments,
        int recipients,
        int unexplained,
        int atRisk,
        int unexpected,
        int different,
        int ambiguous)
        implements Answer {

    public SampleSummary {
        leftOut = leftOut.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(leftOut));
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("folder", folder);
        fields.put("seed", seed);
        fields.put("people", people);
        fields.put("healthy", healthy);
        fields.put("leftOut", byId());
        fields.put("conflicts", conflicts);
        fields.put("groups", groups);
        fields.put("groupsLeftOut", groupsLeftOut);
        fields.put("otherDocuments", otherDocuments);
        fields.put("recipients", recipients);
        fields.put("unexplained", unexplained);
        fields.put("atRisk", atRisk);
        fields.put("unexpected", unexpected);
        fields.put("different", different);
        fields.put("ambiguous", ambiguous);
        return fields;
    }

    private Map<String, Object> byId() {
        Map<String, Object> byId = new LinkedHashMap<>();
        leftOut.forEach((cause, count) -> byId.put(cause.id(), count));
        return byId;
    }

    @Override
    public List<String> columns() {
        return List.of("folder", "people", "healthy", "recipients", "atRisk", "unexplained", "groups");
    }
}
