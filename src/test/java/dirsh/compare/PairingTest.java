package dirsh.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who belongs to whom against the rules spelt out over sets, and crowds of more than a byte counts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PairingTest {

    /** Keys by rank: of a person at most one each, of a recipient any number. */
    private record Side(List<List<Set<String>>> keys) {
        int size() {
            return keys.size();
        }
    }

    @Test
    void it_comes_to_what_the_rules_over_sets_come_to() {
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            int values = 4 + random.nextInt(60);
            Scene scene = new Scene();
            Side people = people(random, values, scene);
            Side recipients = recipients(random, values, scene);
            Comparison comparison = scene.compare();

            Map<String, Set<String>> expected = expected(people, recipients);
            assertThat(comparison.matched())
                    .as("seed %s", seed)
                    .isEqualTo(expected.get("matched").size());
            Set<String> missing = new TreeSet<>();
            comparison
                    .missing()
                    .forEach(person ->
                            missing.add("p" + Long.toString(person.unid().low() - 1)));
            assertThat(missing).as("seed %s", seed).isEqualTo(expected.get("missing"));
            Set<String> ambiguous = new TreeSet<>();
            comparison
                    .ambiguous()
                    .forEach(person -> ambiguous.add("p" + (person.unid().low() - 1) + " by " + person.key()));
            assertThat(ambiguous).as("seed %s", seed).isEqualTo(expected.get("ambiguous"));
            Set<String> unexpected = new TreeSet<>();
            comparison.unexpected().forEach(recipient -> unexpected.add(recipient.displayName()));
            assertThat(unexpected).as("seed %s", seed).isEqualTo(expected.get("unexpected"));
        }
    }

    private static Side people(Random random, int values, Scene scene) {
        List<List<Set<String>>> people = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int name = random.nextInt(values);
            int address = random.nextInt(values);
            int alias = random.nextInt(values);
            scene.person("FullName=CN=N%d/O=Acme, MailDomain=HQ, InternetAddress=a%d@acme.com, ShortName=s%d"
                    .formatted(name, address, alias));
            people.add(List.of(Set.of("u" + (i + 1)), Set.of("n" + name), Set.of("a" + address), Set.of("s" + alias)));
        }
        return new Side(people);
    }

    private static Side recipients(Random random, int values, Scene scene) {
        List<List<Set<String>>> recipients = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int alias = random.nextInt(values);
            int primary = random.nextInt(values);
            Set<String> smtp = new TreeSet<>(Set.of("a" + primary));
            Set<String> notes = new TreeSet<>();
            StringBuilder proxies = new StringBuilder();
            for (int more = random.nextInt(4); more > 0; more--) {
                int other = random.nextInt(values);
                smtp.add("a" + other);
                proxies.append("smtp:a").append(other).append("@acme.com;");
            }
            int name = random.nextInt(values);
            notes.add("n" + name);
            if (random.nextBoolean()) {
                int other = random.nextInt(values);
                notes.add("n" + other);
                proxies.append("NOTES:N").append(other).append("/Acme@HQ;");
            }
            int id = 1 + random.nextInt(200);
            scene.recipient("r%d,s%d,a%d@acme.com,%s,NOTES:N%d/Acme@HQ,f7afa2e9-b053f1db-0-%x"
                    .formatted(i, alias, primary, proxies, name, id));
            recipients.add(List.of(Set.of("u" + id), notes, smtp, Set.of("s" + alias)));
        }
        return new Side(recipients);
    }

    /** The rules as {@link Pairing} states them, one pair of sets at a time. */
    private static Map<String, Set<String>> expected(Side people, Side recipients) {
        Map<String, Set<String>> came = new TreeMap<>();
        for (String kind : List.of("matched", "missing", "ambiguous", "unexpected")) {
            came.put(kind, new TreeSet<>());
        }
        Set<Integer> open = new TreeSet<>();
        for (int person = 0; person < people.size(); person++) {
            open.add(person);
        }
        Set<Integer> taken = new HashSet<>();
        for (MatchKey key : MatchKey.BY_RANK) {
            Map<Integer, Set<Integer>> candidates = new HashMap<>();
            Map<Integer, Set<Integer>> claimants = new HashMap<>();
            for (int person : open) {
                for (int recipient = 0; recipient < recipients.size(); recipient++) {
                    Set<String> shared =
                            new HashSet<>(recipients.keys().get(recipient).get(key.rank()));
                    shared.retainAll(people.keys().get(person).get(key.rank()));
                    if (!taken.contains(recipient) && !shared.isEmpty()) {
                        candidates
                                .computeIfAbsent(person, any -> new HashSet<>())
                                .add(recipient);
                        claimants
                                .computeIfAbsent(recipient, any -> new HashSet<>())
                                .add(person);
                    }
                }
            }
            candidates.forEach((person, own) -> {
                boolean alone =
                        own.size() == 1 && claimants.get(own.iterator().next()).size() == 1;
                came.get(alone ? "matched" : "ambiguous").add(alone ? "p" + person : "p" + person + " by " + key);
            });
            open.removeAll(candidates.keySet());
            taken.addAll(claimants.keySet());
        }
        open.forEach(person -> came.get("missing").add("p" + person));
        for (int recipient = 0; recipient < recipients.size(); recipient++) {
            if (!taken.contains(recipient)) {
                came.get("unexpected").add("r" + recipient);
            }
        }
        return came;
    }

    /** Counted in a byte, 256 would be nobody and 257 one. */
    @ParameterizedTest
    @ValueSource(ints = {2, 127, 128, 129, 255, 256, 257, 512, 513})
    void a_crowd_of_people_with_one_recipient_is_ambiguous(int crowd) {
        Scene scene = new Scene().recipient("Only,jdoe,,,,");
        for (int i = 0; i < crowd; i++) {
            scene.person("FullName=CN=N" + i + "/O=Acme, ShortName=jdoe");
        }
        Comparison comparison = scene.compare();
        assertThat(comparison.ambiguous()).hasSize(crowd);
        assertThat(comparison.matched()).isZero();
        assertThat(comparison.missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 127, 128, 129, 255, 256, 257, 512, 513})
    void a_person_with_a_crowd_of_recipients_is_ambiguous(int crowd) {
        Scene scene = new Scene().person("FullName=CN=Jane Doe/O=Acme, ShortName=jdoe");
        for (int i = 0; i < crowd; i++) {
            scene.recipient("R" + i + ",jdoe,,,,");
        }
        Comparison comparison = scene.compare();
        assertThat(comparison.ambiguous()).hasSize(1);
        assertThat(comparison.unexpected()).isEmpty();
        assertThat(comparison.compared().contested()).isEqualTo(crowd);
    }

    /** Each person claims by an address of its own, so that the counts of many groups add up at one recipient. */
    @ParameterizedTest
    @ValueSource(ints = {2, 128, 256, 257})
    void a_recipient_with_a_crowd_of_addresses_is_claimed_by_all_of_them(int crowd) {
        String[] addresses = new String[crowd];
        Arrays.setAll(addresses, i -> "smtp:a" + i + "@acme.com");
        Scene scene = new Scene().recipient("Only,,a0@acme.com," + String.join(";", addresses) + ",,");
        for (int i = 0; i < crowd; i++) {
            scene.person("FullName=CN=N" + i + "/O=Acme, InternetAddress=a" + i + "@acme.com");
        }
        assertThat(scene.compare().ambiguous()).hasSize(crowd);
    }
}
