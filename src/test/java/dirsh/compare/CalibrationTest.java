package dirsh.compare;

import static dirsh.connector.FlagReading.NO;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.diagnose.Cause;
import java.time.Instant;
import java.util.Optional;
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

    @Test
    void a_cause_whose_new_people_are_mostly_in_exchange_is_refuted() {
        assertThat(Calibration.of(comparison, RELOAD, unid -> Optional.of(LATER))
                        .refuted())
                .containsOnlyKeys(Cause.NOT_SUMMARY)
                .containsValue("refuted here: of the people with this cause created after the last full reload 3 are in"
                        + " Exchange and 1 missing");
    }

    @Test
    void people_created_before_the_reload_prove_nothing() {
        assertThat(Calibration.of(comparison, RELOAD, unid -> Optional.of(BEFORE))
                        .counts())
                .isEmpty();
        assertThat(Calibration.of(comparison, RELOAD, unid -> Optional.empty()).counts())
                .isEmpty();
    }

    @Test
    void two_people_or_as_many_missing_as_there_refute_nothing() {
        Calibration calibration = Calibration.of(comparison, RELOAD, unid -> Optional.of(LATER));

        assertThat(calibration.counts().get(Cause.SEALED)).isEqualTo(new Calibration.Count(2, 0));
        assertThat(calibration.counts().get(Cause.LABEL_STORED)).isEqualTo(new Calibration.Count(1, 1));
        assertThat(calibration.data().toString()).contains("cause=label-stored", "here=not refuted");
    }
}
