package dirsh.packed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoomTest {

    private final Room room = new Room(10);

    @Test
    void nobody_takes_more_than_is_left() {
        Room.Share one = room.share(new Object());
        Room.Share other = room.share(new Object());
        assertThat(one.takes(6)).isTrue();
        assertThat(other.takes(5)).isFalse();
        assertThat(other.takes(4)).isTrue();
        assertThat(one.takes(1)).isFalse();
    }

    @Test
    void what_is_given_back_is_there_for_others_once() {
        Room.Share one = room.share(new Object());
        Room.Share other = room.share(new Object());
        one.takes(10);
        one.giveBack();
        one.giveBack();
        assertThat(other.takes(10)).isTrue();
        assertThat(other.takes(1)).isFalse();
    }

    @Test
    void a_store_that_went_to_a_file_leaves_its_room_to_others() {
        Room small = new Room(100_000);
        PagedBytes first = new PagedBytes(small);
        first.add(new byte[90_000]);
        PagedBytes second = new PagedBytes(small);
        second.add(new byte[90_000]);
        assertThat(small.share(second).takes(12_000))
                .as("beside what only the first one holds")
                .isFalse();

        first.add(new byte[90_000]);
        assertThat(small.share(second).takes(90_000)).isTrue();
    }
}
