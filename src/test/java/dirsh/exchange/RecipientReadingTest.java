package dirsh.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.entry.Entry;
import dirsh.model.Place;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipientReadingTest {

    @Test
    void a_group_is_told_by_its_class_in_whatever_case_and_among_whatever_else() {
        List<String> parts = List.of(
                "group",
                "distributionlist",
                "roomlist",
                "group",
                "distributionlist",
                "roomlist",
                "MailUniversal",
                "grou",
                "p",
                "of",
                "Names",
                "distribution",
                "list",
                "room",
                "user",
                "\u0130",
                "\u0131",
                "\u017F",
                "\u212A",
                "-");
        Random random = new Random(41);
        int groups = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder mixed = new StringBuilder();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                for (char c : parts.get(random.nextInt(parts.size())).toCharArray()) {
                    mixed.append(random.nextInt(3) == 0 ? Character.toUpperCase(c) : c);
                }
            }
            String objectClass = mixed.toString();
            String lower = objectClass.toLowerCase(Locale.ROOT);
            boolean group = lower.contains("group") || lower.contains("distributionlist") || lower.equals("roomlist");
            groups += group ? 1 : 0;
            assertThat(read("top", "person", objectClass, "dominoPerson").group())
                    .as("%s", objectClass)
                    .isEqualTo(group);
        }
        assertThat(groups).isBetween(2_000, 18_000);
    }

    private static Recipient read(String... classes) {
        Entry.Builder builder = new Entry.Builder();
        for (String one : classes) {
            builder.add(RecipientAttribute.OBJECT_CLASS.slot(), one);
        }
        return RecipientReading.OF_VALUES.recipient(builder.build(Place.line("r.ldif", 1, 1)));
    }
}
