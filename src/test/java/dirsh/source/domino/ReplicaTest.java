package dirsh.source.domino;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.DirshException;
import dirsh.source.domino.Replica.Access;
import dirsh.source.domino.Replica.Kind;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplicaTest {

    private static final String HUB = "CN=Hub1/O=Acme";

    private static Replica replica(String server, String administration, Kind kind, Access access) {
        return new Replica(server, administration, kind, "CN=Ada Admin/O=Acme", access, List.of("[UserModifier]"));
    }

    private static Replica on(String server, String administration) {
        return replica(server, administration, Replica.kind(server, "StdR4PublicAddressBook"), Access.EDITOR);
    }

    @Test
    void the_kind_is_told_from_place_and_template() {
        assertThat(Replica.kind(HUB, "StdR4PublicAddressBook")).isEqualTo(Kind.SERVER);
        assertThat(Replica.kind("", "StdR4PersonalAddressBook")).isEqualTo(Kind.LOCAL);
        assertThat(Replica.kind(HUB, "StdDirCat")).isEqualTo(Kind.CATALOG);
    }

    @Test
    void it_says_where_it_is_who_administers_it_and_what_the_user_may() {
        assertThat(on(HUB, "Hub1/Acme").sentences())
                .containsExactly(
                        "replica on a server, CN=Hub1/O=Acme; administration server Hub1/Acme (this one)",
                        "CN=Ada Admin/O=Acme has Editor access with [UserModifier]");
        assertThat(on("", "").sentences().get(0)).isEqualTo("replica local; administration server unknown");
    }

    @Test
    void the_administration_servers_replica_may_be_written() {
        assertThat(on(HUB, "Hub1/Acme").refusal(false)).isEmpty();
    }

    @Test
    void another_servers_replica_needs_the_word() {
        Replica spoke = on("CN=Spoke2/O=Acme", HUB);
        assertThat(spoke.refusal(false).map(DirshException::tryThis)).hasValueSatisfying(way -> assertThat(way)
                .contains("open the replica on CN=Hub1/O=Acme", "--replica-here"));
        assertThat(spoke.refusal(true)).isEmpty();
    }

    @Test
    void a_local_replica_needs_the_word() {
        assertThat(on("", "").refusal(false)).isPresent();
        assertThat(on("", "").refusal(true)).isEmpty();
    }

    @Test
    void where_the_administration_server_is_unknown_a_server_replica_may_be_written() {
        assertThat(on(HUB, "").refusal(false)).isEmpty();
    }

    @Test
    void a_directory_catalog_is_never_written() {
        assertThat(replica(HUB, HUB, Kind.CATALOG, Access.MANAGER).refusal(true))
                .isPresent();
    }

    @Test
    void a_reader_cannot_write() {
        assertThat(replica(HUB, HUB, Kind.SERVER, Access.READER).refusal(true).map(DirshException::problem))
                .hasValue("CN=Ada Admin/O=Acme has Reader access and cannot save documents here");
        assertThat(replica(HUB, HUB, Kind.SERVER, Access.NOACCESS).sentences().get(1))
                .contains("has No access");
    }

    @Test
    void a_protected_item_needs_an_editor() {
        assertThat(replica(HUB, HUB, Kind.SERVER, Access.AUTHOR).refusal(false)).isEmpty();
        assertThat(replica(HUB, HUB, Kind.SERVER, Access.AUTHOR).protectedRefusal())
                .isPresent();
        assertThat(replica(HUB, HUB, Kind.SERVER, Access.EDITOR).protectedRefusal())
                .isEmpty();
    }
}
