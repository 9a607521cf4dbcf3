package dirsh.compare;

import static dirsh.connector.FlagReading.NO;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.diagnose.Cause;
import dirsh.model.NoteTimes;
import dirsh.model.NotesTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalibrationTest {

    private static final Instant RELOAD = Instant.parse("2003-05-06T00:00:00Z");
    private static final Instant LATER = Instant.parse("2003-06-01T00:00:00Z");
    private static final Instant BEFORE = Instant.parse("2003-05-01T00:00:00Z");

    private final Comparison comparison = new Scene()
            .columns("Alias")
            .person("FullName=CN=A/O=Acme, ShortName=a", Cause.NOT_SUMMARY, NO, true)
            .person("FullName=CN=B/O=Acme, ShortName=b", Cause.NOT_SUMMARY, NO, true)
            .person("FullName=CN=C/O=Acme, ShortName=c", Cause.NOT_SUMMARY, NO, true)
            .person("FullName=CN=D/O=Acme, ShortName=d", Cause.LABEL_STORED, NO, true)
            .person("FullName=CN=E/O=Acme, ShortName=e", Cause.LABEL_STORED, NO, true)
            .person("FullName=CN=F/O=Acme, ShortName=f", Cause.GENUINE_NO, NO, false)
            .person("FullName=CN=G/O=Acme, ShortName=g", Cause.NOT_SUMMARY, NO, true)
            .person("FullName=CN=H/O=Acme, ShortName=h", Cause.SEALED, NO, false)
            .person("FullName=CN=I/O=Acme, ShortName=i", Cause.SEALED, NO, false)
            .recipient("g")
            .recipient("h")
            .recipient("i")
            .recipient("a")
            .recipient("b")
            .recipient("d")
            .recipient("f")
            .compare();

    private static NoteTimes times(@Nullable Instant created, @Nullable Instant modified, @Nullable Instant revised) {
        return new NoteTimes(time(created), time(modified), time(revised), null);
    }

    private static @Nullable NotesTime time(@Nullable Instant moment) {
        return moment == null ? null : NotesTime.of(moment);
    }

    private Calibration calibration(NoteTimes times) {
        return Calibration.of(comparison, RELOAD, unid -> times);
    }

    @Test
    void a_cause_whose_new_people_are_mostly_in_exchange_is_refuted() {
        assertThat(calibration(times(LATER, LATER, LATER)).refuted())
                .containsOnlyKeys(Cause.NOT_SUMMARY)
                .containsValue(
                        "refuted here: of the people with it created after the last full reload 3 are in Exchange,"
                                + " never changed since, and 1 missing");
    }

    @Test
    void people_whose_document_was_changed_since_prove_nothing() {
        Instant changed = LATER.plusSeconds(3600);

        for (NoteTimes times : List.of(
                times(LATER, changed, changed),
                times(LATER, LATER, changed),
                times(LATER, changed, LATER),
                times(LATER, null, LATER),
                times(LATER, LATER, null))) {
            Calibration calibration = calibration(times);
            assertThat(calibration.refuted()).as(times.toString()).isEmpty();
            assertThat(calibration.counts().get(Cause.NOT_SUMMARY)).isEqualTo(new Calibration.Count(0, 3, 1));
        }
    }

    @Test
    void people_created_before_the_reload_prove_nothing() {
        assertThat(calibration(times(BEFORE, BEFORE, BEFORE)).counts()).isEmpty();
        assertThat(calibration(NoteTimes.UNKNOWN).counts()).isEmpty();
    }

    @Test
    void who_came_into_this_file_later_than_the_reload_but_was_created_before_proves_nothing() {
        assertThat(calibration(new NoteTimes(null, time(LATER), time(LATER), time(LATER)))
                        .counts())
                .isEmpty();
    }

    @Test
    void two_people_or_as_many_missing_as_there_refute_nothing() {
        Calibration calibration = calibration(times(LATER, LATER, LATER));

        assertThat(calibration.counts().get(Cause.SEALED)).isEqualTo(new Calibration.Count(2, 0, 0));
        assertThat(calibration.counts().get(Cause.LABEL_STORED)).isEqualTo(new Calibration.Count(1, 0, 1));
        assertThat(calibration.data().toString()).contains("cause=label-stored", "here=not refuted");
    }

    @Test
    void contacts_that_never_had_the_item_say_nothing_of_those_who_lost_it() {
        Comparison contacts = new Scene()
                .columns("Alias")
                .person("FullName=CN=A/O=Acme, ShortName=a", Cause.ITEM_MISSING, NO, false)
                .person("FullName=CN=B/O=Acme, ShortName=b", Cause.ITEM_MISSING, NO, false)
                .person("FullName=CN=C/O=Acme, ShortName=c", Cause.ITEM_MISSING, NO, false)
                .recipient("a")
                .recipient("b")
                .recipient("c")
                .compare();

        assertThat(Calibration.of(contacts, RELOAD, unid -> times(LATER, LATER, LATER))
                        .counts())
                .isEmpty();
    }
}
