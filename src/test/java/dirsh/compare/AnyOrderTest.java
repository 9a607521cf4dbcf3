package dirsh.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnyOrderTest {

    @Test
    void whatever_people_and_recipients_share_the_order_does_not_show_and_nobody_is_lost() {
        for (int seed = 0; seed < 30; seed++) {
            Scene scene = crowded(seed);
            Comparison expected = scene.compare();

            assertThat(expected.matched()
                            + expected.missing().size()
                            + expected.ambiguous().size())
                    .isEqualTo(expected.people());
            assertThat(expected.matched() + expected.unexpected().size())
                    .isLessThanOrEqualTo(expected.compared().recipients());
            for (int order = 0; order < 3; order++) {
                assertThat(scene.shuffled(order).compare())
                        .as("seed %s, order %s", seed, order)
                        .isEqualTo(expected);
            }
        }
    }

    /** So few different values that people and recipients get into each other's way at every key. */
    private static Scene crowded(int seed) {
        Random random = new Random(seed);
        int names = 8 + random.nextInt(40);
        Scene scene = new Scene();
        for (int i = 0; i < 25; i++) {
            scene.person("FullName=CN=N%d/O=Acme, MailDomain=HQ, InternetAddress=a%d@acme.com, ShortName=s%d"
                    .formatted(random.nextInt(names), random.nextInt(names), random.nextInt(names)));
        }
        for (int i = 0; i < 25; i++) {
            scene.recipient("Recipient %d,s%d,a%d@acme.com,smtp:a%d@acme.com,NOTES:N%d/Acme@HQ,f7afa2e9-b053f1db-0-%x"
                    .formatted(
                            i,
                            random.nextInt(names),
                            random.nextInt(names),
                            random.nextInt(names),
                            random.nextInt(names),
                            random.nextInt(60)));
        }
        return scene;
    }
}
