package dirsh.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dirsh.diagnose.Cause;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.NoteKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleDirectoryTest {

    /** What an export of one directory cannot show: it takes replicas, a live server or the connector's files. */
    private static final Set<Cause> NOT_IN_DXL = EnumSet.of(
            Cause.AGGREGATED,
            Cause.HIDDEN_BY_EXTENDED_ACL,
            Cause.CONFLICT_DOCUMENT,
            Cause.REPLICA_DIVERGENCE,
            Cause.FILTERED_OUT,
            Cause.NOT_MODIFIED);

    @TempDir
    Path folder;

    private Path book() {
        return folder.resolve("names.dxl");
    }

    private Path recipients() {
        return folder.resolve("exchange.csv");
    }

    private static String hash(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    @Test
    void the_bytes_are_the_same_in_every_locale_and_time_zone() throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("en-US", "tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone(tag.equals("tr-TR") ? "Pacific/Auckland" : "America/Lima"));
                new SampleDirectory(50, 1).write(folder);
                assertThat(hash(book())).as(tag).isEqualTo("102c956a0fcb40af");
                assertThat(hash(recipients())).as(tag).isEqualTo("7a5da711a0bca240");
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void another_seed_gives_another_directory() throws Exception {
        new SampleDirectory(50, 1).write(folder);
        String first = hash(book());
        new SampleDirectory(50, 2).write(folder);
        assertThat(hash(book())).isNotEqualTo(first);
    }

    @Test
    void the_parser_of_the_jdk_reads_the_book() throws Exception {
        SampleSummary truth = new SampleDirectory(400, 3).write(folder);
        Document read =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(book().toFile());
        int documents = read.getElementsByTagName("document").getLength()
                + read.getElementsByTagName("note").getLength();
        assertThat(documents).isEqualTo(truth.people() + truth.conflicts() + truth.groups() + truth.otherDocuments());
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 300, 3000})
    void the_diagnosis_finds_what_was_put_in(int people) {
        SampleSummary truth = new SampleDirectory(people, 7).write(folder);
        Scanned found = Scanned.of(book(), recipients());
        var persons = found.diagnosis().of(NoteKind.PERSON);
        assertThat(found.problems()).isEmpty();
        assertThat(persons.leftOut()).isEqualTo(truth.leftOut());
        assertThat(persons.exported()).isEqualTo(truth.healthy());
        assertThat(persons.candidates()).isEqualTo(people);
        assertThat(persons.conflicts()).isEqualTo(truth.conflicts()).isPositive();
        var groups = found.diagnosis().of(NoteKind.GROUP);
        assertThat(groups.candidates()).isEqualTo(truth.groups());
        assertThat(groups.candidates() - groups.exported()).isEqualTo(truth.groupsLeftOut());
        assertThat(found.diagnosis().usuallyProtected()).isTrue();
        assertThat(truth.leftOut().keySet()).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(NOT_IN_DXL)));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 300, 3000})
    void the_comparison_finds_what_was_put_in(int people) {
        SampleSummary truth = new SampleDirectory(people, 7).write(folder);
        var comparison = Scanned.of(book(), recipients()).comparison();
        assertThat(comparison.compared().problems()).isEmpty();
        assertThat(comparison.atRisk()).hasSize(truth.atRisk()).isNotEmpty();
        assertThat(comparison.unexpected()).hasSize(truth.unexpected());
        assertThat(comparison.different()).hasSize(truth.different()).isNotEmpty();
        assertThat(comparison.ambiguous()).hasSize(truth.ambiguous()).isNotEmpty();
        assertThat(comparison.missing().stream()
                        .filter(person -> person.finding().isEmpty()))
                .hasSize(truth.unexplained())
                .isNotEmpty();
        assertThat(comparison.compared().recipients() + comparison.compared().groups())
                .isEqualTo(truth.recipients());
    }

    @Test
    void from_a_thousand_people_on_every_role_is_cast() {
        Cast cast = new Cast(1000);
        assertThat(Role.values()).allMatch(role -> cast.count(role) > 0);
    }

    @Test
    void most_people_are_healthy_and_no_cause_looks_systematic() {
        for (int people = 30; people < 700; people += 9) {
            SampleSummary truth = new SampleDirectory(people, 1).write(folder.resolve("many"));
            int most = truth.leftOut().values().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElseThrow();
            assertThat(most).as("of %d", people).isLessThanOrEqualTo(people / 5);
            if (people >= 150) {
                assertThat(truth.healthy()).as("of %d", people).isBetween(people * 80 / 100, people * 85 / 100);
            }
        }
    }

    @Test
    void the_smallest_samples_are_whole_too() {
        for (int people = 1; people < 30; people++) {
            SampleSummary truth = new SampleDirectory(people, 5).write(folder);
            Scanned found = Scanned.of(book(), recipients());
            assertThat(found.diagnosis().of(NoteKind.PERSON).leftOut()).isEqualTo(truth.leftOut());
            assertThat(found.problems()).isEmpty();
        }
    }

    @Test
    void a_document_is_as_long_as_a_real_one() throws IOException {
        new SampleDirectory(1000, 1).write(folder);
        assertThat(Files.size(book()) / 1000).isBetween(2500L, 3300L);
    }

    @Test
    void the_recipients_have_the_columns_of_the_management_shell() throws IOException {
        new SampleDirectory(30, 1).write(folder);
        List<String> lines = Files.readAllLines(recipients());
        assertThat(lines.get(0))
                .isEqualTo("\"DisplayName\",\"Alias\",\"RecipientTypeDetails\",\"PrimarySmtpAddress\","
                        + "\"EmailAddresses\",\"ExternalEmailAddress\",\"Guid\","
                        + "\"Department\",\"Phone\",\"Company\",\"Title\"");
        assertThat(lines).allMatch(line -> line.startsWith("\"") && line.endsWith("\""));
        assertThat(lines.get(1)).contains("\"MailContact\"", "SMTP:", ";NOTES:", "@ACME\"");
    }

    @Test
    void the_book_says_that_it_is_invented() throws IOException {
        new SampleDirectory(30, 1).write(folder);
        assertThat(Files.readAllLines(book()).get(0))
                .isEqualTo("<?xml version='1.0' encoding='utf-8'?>"
                        + "<!-- sample directory, invented data; 30 people, seed 1 -->");
    }

    @Test
    void files_that_no_sample_wrote_are_left_alone() throws IOException {
        Files.writeString(book(), "<database/>");
        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> new SampleDirectory(30, 1).write(folder))
                .satisfies(refusal -> {
                    assertThat(refusal.problem())
                            .isEqualTo(book() + " is there and no sample wrote it; it is left alone");
                    assertThat(refusal.tryThis()).startsWith("sample ");
                });
        assertThat(book()).hasContent("<database/>");
        Files.delete(book());
        Files.writeString(recipients(), "Alias\n");
        assertThatExceptionOfType(DirshException.class).isThrownBy(() -> new SampleDirectory(30, 1).write(folder));
        assertThat(recipients()).hasContent("Alias\n");
    }

    @Test
    void an_interrupted_sample_leaves_nothing_behind() {
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> new SampleDirectory(30, 1).write(folder, cancellation));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_sample_replaces_a_sample() {
        new SampleDirectory(30, 1).write(folder);
        assertThatNoException().isThrownBy(() -> new SampleDirectory(31, 2).write(folder));
    }

    @Test
    void a_sample_needs_somebody() {
        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> new SampleDirectory(0, 1))
                .withMessage("a sample has 1 to 10000000 people, not 0");
    }
}
