package dev.unitracker.notice;

import static dev.unitracker.notice.Told.BUENOS_AIRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertSettingsTest {

    private static final AlertSettings DEFAULT = AlertSettings.in(BUENOS_AIRES);

    private static final HighSignalWords WORDS = new HighSignalWords(List.of("parcialito"));

    @Test
    void one_setting_is_changed_and_the_others_stay() {
        AlertSettings changed = DEFAULT.within(Duration.ofHours(24), Duration.ofDays(7))
                .repeat(Duration.ofHours(6), 1)
                .stormBeyond(3)
                .remind(List.of(Duration.ofHours(1), Duration.ofHours(5), Duration.ofHours(1)))
                .alertOn(WORDS)
                .quiet(QuietHours.parse("23:00-07:00", BUENOS_AIRES));

        assertThat(changed)
                .isEqualTo(new AlertSettings(
                        Duration.ofHours(24),
                        Duration.ofDays(7),
                        List.of(Duration.ofHours(5), Duration.ofHours(1)),
                        Duration.ofHours(6),
                        1,
                        3,
                        WORDS,
                        QuietHours.parse("23:00-07:00", BUENOS_AIRES)));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> DEFAULT.repeat(Duration.ofHours(1), -1)).hasMessageContaining("repeats");
        assertThatThrownBy(() -> DEFAULT.stormBeyond(0)).hasMessageContaining("storm");
        assertThatThrownBy(() -> DEFAULT.remind(List.of(Duration.ZERO))).hasMessageContaining("before the deadline");
    }
}
