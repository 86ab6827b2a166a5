package dev.unitracker.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsExceptionTest {

    @Test
    void it_names_the_setting_its_value_and_what_to_put_there() {
        assertThat(SettingsException.wrong("timeout", Duration.ZERO, "it must be positive"))
                .hasMessage("timeout cannot be 'PT0S': it must be positive");
    }

    @Test
    void it_does_not_show_what_may_be_secret() {
        assertThat(SettingsException.wrongSecret("token", "it has letters and digits only"))
                .hasMessage("token cannot be what was given: it has letters and digits only");
    }
}
