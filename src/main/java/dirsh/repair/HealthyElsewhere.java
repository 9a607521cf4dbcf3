package dirsh.repair;

import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.model.Answer;
import dirsh.model.Counted;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Documents that a plan leaves alone, since another open replica has them healthy: the healthy side is to replicate, and a
 * repair here would only make a second version of them.
 *
 * @param where the replica, and how its documents stand to these
 * @param documents them
 * @param causes what is wrong with them here
 */
public record HealthyElsewhere(Where where, List<Unid> documents, List<Cause> causes) implements Answer {

    /**
     * A replica that has a document healthy.
     *
     * @param replica the name of the open book
     * @param newer whether it was saved there since they replicated; else both have the same revision
     */
    public record Where(String replica, boolean newer) {}

    public HealthyElsewhere {
        documents = List.copyOf(documents);
        causes = List.copyOf(causes);
    }

    /** What is left alone, one for each replica and way of standing. */
    static List<HealthyElsewhere> of(Map<Finding, Where> healthy) {
        Map<String, List<Map.Entry<Finding, Where>>> byWhere = new TreeMap<>();
        healthy.entrySet()
                .forEach(each -> byWhere.computeIfAbsent(each.getValue().toString(), unused -> new ArrayList<>())
                        .add(each));
        return byWhere.values().stream()
                .map(each -> new HealthyElsewhere(
                        each.get(0).getValue(),
                        each.stream().map(one -> one.getKey().unid()).toList(),
                        List.copyOf(new TreeSet<>(
                                each.stream().map(one -> one.getKey().cause()).toList()))))
                .toList();
    }

    /** From where to replicate, and what would repair the documents here all the same. */
    public String sentence() {
        String replica = where.replica();
        String healthy =
                "withheld: " + Counted.of(documents.size(), "document is", "documents are") + " healthy in " + replica;
        String remedy = where.newer()
                ? " and newer there: replicate from " + replica
                : " under the same sequence and time (replica-divergence), which replication never looks at again: save "
                        + "them there (plan --in " + replica + " --cause replica-divergence), then replicate from "
                        + replica;
        return healthy + remedy + "; otherwise plan --cause " + ids(",") + " repairs them here";
    }

    private String ids(String separator) {
        return causes.stream().map(Cause::id).collect(Collectors.joining(separator));
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("replica", where.replica());
        fields.put("revision", where.newer() ? "newer" : "same");
        fields.put("documents", documents.size());
        fields.put("causes", causes.stream().map(Cause::id).toList());
        fields.put("unids", documents.stream().map(Unid::toString).toList());
        return fields;
    }
}
