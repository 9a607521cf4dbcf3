package dirsh.source;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.Item;
import dirsh.model.Note;
import org.junit.jupiter.api.Test;

class MemoryBookTest extends AddressBookContract {

    @Override
    protected AddressBook book() {
        return new MemoryBook("memory", "86257A1B0042C0DE", content());
    }

    @Test
    void a_save_counts_at_once() {
        try (AddressBook book = book()) {
            assertThat(book.features()).contains(BookFeature.LIVE);
            Note jane = book.read(JANE).orElseThrow();
            ((MemoryBook) book).put(jane.toBuilder().sequence(7).build());
            assertThat(book.read(JANE).orElseThrow().sequence()).isEqualTo(7);
        }
    }

    @Test
    void a_document_put_into_it_by_somebody_else_changes_the_content_token() {
        MemoryBook book = (MemoryBook) book();
        String token = book.contentToken();
        book.put(Note.builder(JANE).item(Item.text("Form", "Person")).build());
        assertThat(book.contentToken()).isNotEqualTo(token);
        book.close();
    }
}
