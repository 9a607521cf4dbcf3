package dirsh.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BookIdentityTest {

    private static BookIdentity book(String store, String replicaId) {
        return new BookIdentity(store, "DXL file", "Names", replicaId, store);
    }

    @Test
    void equal_replica_ids_mean_replicas_whatever_their_case() {
        assertThat(book("/a", "86257A1B0042C0DE").isReplicaOf(book("/b", "86257a1b0042c0de")))
                .isTrue();
        assertThat(book("/a", "86257A1B0042C0DE").isReplicaOf(book("/b", "86257A1B0042C0DF")))
                .isFalse();
    }

    @Test
    void two_books_without_a_replica_id_are_no_replicas() {
        assertThat(book("/a", "").isReplicaOf(book("/b", ""))).isFalse();
        assertThat(book("/a", "").isReplicaOf(book("/b", "86257A1B0042C0DE"))).isFalse();
        assertThat(book("/a", "86257A1B0042C0DE").isReplicaOf(book("/b", ""))).isFalse();
    }

    @Test
    void a_store_opened_twice_is_the_same_book_even_without_a_replica_id() {
        assertThat(book("/a", "").isReplicaOf(book("/a", ""))).isTrue();
    }

    @Test
    void another_database_at_the_same_place_is_no_replica_of_the_one_before() {
        assertThat(book("/a", "86257A1B0042C0DE").isReplicaOf("/a", "86257A1B0042C0DF"))
                .isFalse();
    }
}
