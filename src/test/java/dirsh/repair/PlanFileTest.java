package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.People;
import dirsh.json.Json;
import dirsh.model.DirshException;
import dirsh.source.MemoryBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlanFileTest {

    @TempDir
    Path folder;

    private final Plan plan =
            Export.plan(new MemoryBook("names", People.REPLICA, List.of(with(2, flag("Yes")))), RepairMode.TOGGLE);

    @Test
    void address_book_in_the_way_of_a_plan_is_left_as_it_is() throws IOException {
        Path file = Export.write(folder.resolve("names.dxl"), Export.flag("Yes"));
        String before = Files.readString(file);
        assertThatThrownBy(() -> PlanFile.write(plan, file))
                .hasMessage(file + " exists and is no plan: it is left as it is");
        assertThat(Files.readString(file)).isEqualTo(before);
        Path old = folder.resolve("p.json");
        PlanFile.write(plan, old);
        PlanFile.write(plan, old);
        assertThat(PlanFile.read(old)).isEqualTo(plan);
    }

    @Test
    void document_named_twice_is_refused() throws IOException {
        Change change = plan.changes().get(0);
        Plan twice = new Plan(
                plan.address(),
                plan.lockKey(),
                plan.replicaId(),
                plan.mode(),
                Optional.empty(),
                List.of(change, change));
        Path file = Files.writeString(folder.resolve("p.json"), Json.write(twice.fields()));
        assertThatThrownBy(() -> PlanFile.read(file))
                .hasMessageEndingWith("names document " + change.unid() + " twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"schema\":1,\"changes\":[]}",
                "{\"schema\":\"1\",\"changes\":[]}",
                "{\"schema\":2,\"changes\":[]}",
                "{\"schema\":1,\"book\":{\"address\":\"a\",\"store\":\"a\",\"replicaId\":\"b\"},\"mode\":\"x\",\"changes\":[]}",
                "{\"schema\":1,\"book\":{\"address\":\"a\",\"store\":\"a\",\"replicaId\":\"b\"},\"mode\":\"direct\",\"changes\":[1]}",
                "{\"schema\":1,\"book\":{\"address\":\"a\",\"store\":\"a\",\"replicaId\":\"b\"},\"mode\":\"direct\",\"changes\":[{}]}"
            })
    void file_made_by_hand_is_bad_input_in_one_line_with_its_name_and_a_way_out(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("p.json"), text);
        assertThatThrownBy(() -> PlanFile.read(file)).isInstanceOfSatisfying(DirshException.class, e -> {
            assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
            assertThat(e.problem()).doesNotContain("\n");
            assertThat(e.tryThis()).isNotEmpty();
        });
    }
}
