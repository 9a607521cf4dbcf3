package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Workplace;
import dirsh.json.JsonObject;
import dirsh.source.nsf.ThreeReplicas;
import dirsh.source.nsf.ThreeReplicas.Who;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code replicas compare} tells of three replicas, two exports and a database file, and of copies. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplicasCompareTest {

    private static final String ALL = "open hub1.dxl; open hub2.nsf; open hub3.dxl; ";

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void write() {
        place = Workplace.in(folder);
        ThreeReplicas.write(folder);
    }

    private List<Map<?, ?>> rows(String lines, int code) {
        Workplace.Ran ran = place.commands(lines + " -o json");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
        List<?> rows = (List<?>) JsonObject.read("rows", "{\"rows\":" + ran.out() + "}")
                .members()
                .get("rows");
        return rows.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList();
    }

    private static String inShort(Map<?, ?> row) {
        return row.get("fullName").toString().replaceAll("CN=|/O=Acme", "") + " " + row.get("kind") + " newest "
                + row.get("newest") + " healthy " + row.get("healthy") + " items " + items(row);
    }

    private static List<?> items(Map<?, ?> row) {
        return ((List<?>) row.get("items"))
                .stream().map(item -> ((Map<?, ?>) item).get("name")).toList();
    }

    @Test
    void each_way_in_which_replicas_differ_is_named_and_nothing_else() {
        assertThat(rows(ALL + "replicas compare hub1 hub2 hub3", 1))
                .extracting(ReplicasCompareTest::inShort)
                .containsExactly(
                        "ONLYHERE only-here newest [hub1] healthy [] items []",
                        "NEWER newer newest [hub2] healthy [hub2] items [AvailableForDirSync]",
                        "DIVERGED replica-divergence newest [hub1, hub2, hub3] healthy [hub2, hub3]"
                                + " items [AvailableForDirSync]",
                        "SAVEDAPART save-conflict newest [hub2] healthy [] items []",
                        "LOSER conflict-document newest [hub1] healthy [] items []",
                        "DELETED deletion-stub newest [hub1, hub3] healthy [] items []",
                        "REVIVED deletion-stub newest [hub1, hub3] healthy [] items []");
    }

    @Test
    void each_row_says_what_to_do() {
        assertThat(rows(ALL + "replicas compare hub1 hub2 hub3", 1))
                .extracting(row -> String.valueOf(row.get("next")))
                .containsExactly(
                        "replicate from hub1, unless it was deleted in hub2, hub3",
                        "replicate from hub2",
                        "save it in hub3, which is healthy, then replicate from there: plan --in hub3 --cause"
                                + " replica-divergence",
                        "replication will make a conflict document: keep the right side",
                        "merge it into its winner, or delete it",
                        "replication deletes it in hub1, hub3 too",
                        "saved in hub1 after the deletion: replication brings it back");
    }

    @Test
    void diverging_items_show_type_flags_and_value_of_each_side() {
        Map<?, ?> row = rows(ALL + "replicas compare hub1 hub3", 1).stream()
                .filter(each -> each.get("kind").equals("replica-divergence"))
                .findFirst()
                .orElseThrow();
        assertThat(row.get("unid")).isEqualTo(ThreeReplicas.unid(Who.DIVERGED).toString());
        assertThat(row.get("items"))
                .hasToString("[{name=AvailableForDirSync, sides=["
                        + "{book=hub1, stored=[{name=AvailableForDirSync, type=text, flags=[], value=1}]}, "
                        + "{book=hub3, stored=[{name=AvailableForDirSync, type=text, flags=[summary], value=1}]}]}]");
        assertThat(row.get("books"))
                .hasToString("[{book=hub1, holds=document, unid=" + row.get("unid")
                        + ", sequence=3, revised=2024-06-12 08:15:01.93 +02:00, connectorReads=no, cause=not-summary}, "
                        + "{book=hub3, holds=document, unid=" + row.get("unid")
                        + ", sequence=3, revised=2024-06-12 08:15:01.93 +02:00, connectorReads=yes}]");
        assertThat(row.get("evidence"))
                .hasToString("[AvailableForDirSync is text \"1\" in hub1, text (summary) \"1\" in hub3]");
    }

    @Test
    void why_looks_at_the_other_open_replicas_and_says_so() {
        String why = "why " + ThreeReplicas.unid(Who.DIVERGED) + " --in hub1";
        String rule = "replica-divergence +%s .*";
        String alone = place.commands("open hub1.dxl; " + why).out();
        assertThat(alone.lines()).anyMatch(line -> line.matches(rule.formatted("not looked at")));
        String diverged = place.commands(ALL + why).out();
        assertThat(diverged.lines()).anyMatch(line -> line.matches(rule.formatted("yes")));
        assertThat(place.commands(ALL + why + " -o json").out())
                .contains("hub2 holds other items under the same sequence 3 and time: replicas compare hub1 hub2");
        String newer = place.commands(ALL + "why " + ThreeReplicas.unid(Who.NEWER) + " --in hub1")
                .out();
        assertThat(newer.lines()).anyMatch(line -> line.matches(rule.formatted("no")));
    }

    @Test
    void all_open_replicas_are_compared_where_none_is_named() {
        assertThat(rows(ALL + "replicas compare --in hub1", 1)).hasSize(7);
    }

    @Test
    void equal_replicas_leave_nothing_to_do() {
        assertThat(rows("open hub1.dxl --as a; open hub1.dxl --as b; replicas compare a b", 0))
                .isEmpty();
    }

    @Test
    void the_sample_with_every_damage_is_the_same_as_itself_and_the_table_says_none() {
        Workplace.Ran ran = place.commands("open acme.dxl --as a; open acme.dxl --as b; replicas compare a b --all");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo("(none)\n");
    }

    @Test
    void books_that_are_no_replicas_are_refused_with_the_way_out() throws IOException {
        Files.writeString(
                folder.resolve("other.dxl"),
                Files.readString(folder.resolve("hub1.dxl")).replace(ThreeReplicas.REPLICA, "86257A1B00420000"));
        Workplace.Ran ran = place.commands("open hub1.dxl; open other.dxl; replicas compare hub1 other");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("other is no replica of hub1: replica 86257A1B00420000, not replica 86257A1B0042C0DE")
                .contains("--by name");
        assertThat(place.commands("open hub1.dxl; replicas compare hub1").code())
                .isEqualTo(2);
        assertThat(place.commands("open hub1.dxl; replicas compare hub1 hub1").code())
                .isEqualTo(2);
        assertThat(place.commands("open hub1.dxl; replicas list hub1").code()).isEqualTo(2);
    }

    @Test
    void a_plan_leaves_to_replication_who_is_healthy_in_another_replica() {
        Workplace.Ran ran = place.commands(ALL + "plan --in hub1 -o json");
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.err())
                .contains("withheld: 1 document is healthy in hub2 and newer there: replicate from hub2; otherwise plan"
                        + " --cause not-summary repairs them here")
                .contains(
                        "withheld: 1 document is healthy in hub2 under the same sequence and time (replica-divergence)");
        assertThat(JsonObject.read("plan", ran.out()).members().get("healthyElsewhere"))
                .hasToString("[{replica=hub2, revision=same, documents=1, causes=[not-summary], unids=["
                        + ThreeReplicas.unid(Who.DIVERGED)
                        + "]}, {replica=hub2, revision=newer, documents=1, causes=[not-summary], unids=["
                        + ThreeReplicas.unid(Who.NEWER) + "]}]");
    }

    @Test
    void a_named_cause_repairs_here_what_is_healthy_elsewhere() {
        assertThat(place.commands(ALL + "plan --in hub1 --cause not-summary -o json")
                        .out())
                .contains(ThreeReplicas.unid(Who.NEWER).toString())
                .contains(ThreeReplicas.unid(Who.DIVERGED).toString())
                .doesNotContain("healthyElsewhere");
    }

    @Test
    void without_the_healthy_replica_the_same_plan_repairs_here() {
        assertThat(place.commands("open hub1.dxl; plan").out()).contains("2 documents x 2 saves");
    }

    @Test
    void the_healthy_side_of_a_divergence_is_saved_and_then_replicates() {
        Workplace.Ran ran = place.commands(ALL + "plan --in hub3 --cause replica-divergence | apply --yes");
        assertThat(ran.err()).as(ran.toString()).contains("1 planned: 1 done, 0 refused");
        assertThat(rows("open hub1.dxl; open hub3.dxl; replicas compare hub1 hub3", 1))
                .extracting(ReplicasCompareTest::inShort)
                .contains("DIVERGED newer newest [hub3] healthy [hub3] items [AvailableForDirSync]");
    }

    @Test
    void a_copy_has_new_ids_so_its_people_go_by_name() throws IOException {
        Files.writeString(
                folder.resolve("copy.dxl"),
                Files.readString(folder.resolve("hub1.dxl"))
                        .replace(ThreeReplicas.REPLICA, "86257A1B00420000")
                        .replace("7E3A91C4D25F4B08", "1111111111111111")
                        .replace("sequence='3'", "sequence='1'")
                        .replaceFirst("(?s)(DIVERGED.*?) summary='false'", "$1"));
        List<Map<?, ?>> rows = rows("open hub1.dxl; open copy.dxl; replicas compare hub1 copy --by name", 1);
        assertThat(rows)
                .extracting(ReplicasCompareTest::inShort)
                .containsExactly("DIVERGED different newest [hub1] healthy [copy] items [AvailableForDirSync]");
        assertThat(rows.get(0).get("books").toString()).contains("unid=1111111111111111");
    }

    @Test
    void two_source_books_of_the_connector_are_no_place_for_copies() throws IOException {
        Files.writeString(
                folder.resolve("exchconn.ini"),
                "[LME-NOTES-DXANOTES]\nsource_1 = HUB/ACME!!hub1.nsf\nsource_2 = hub3.nsf\n");
        assertThat(place.commands(ALL + "connector open .; replicas compare hub1 hub3 --by name")
                        .err())
                .contains("hub1 and hub3 are both source books of the connector");
        assertThat(place.commands(ALL + "connector open .; replicas compare hub1 hub2 --by name")
                        .err())
                .doesNotContain("both source books");
    }
}
