package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.SettingsException;
import dev.unitracker.spi.Notifier;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTest {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void all_that_it_needs() {
        environment.put("MAIL_SMTP_URL", "smtps://tracker:s3cr3t@smtp.example.org");
        environment.put("MAIL_FROM", "Uni Tracker <tracker@example.org>");
        environment.put("MAIL_TO", "ana@example.org, Juan <juan@example.org>");
    }

    @Test
    void nobody_is_told_unless_somebody_sets_it() {
        environment.clear();

        assertThat(notifier()).isEmpty();
    }

    @Test
    void each_address_is_told_and_no_login_shown() {
        assertThat(notifier()).hasValueSatisfying(mail -> {
            assertThat(mail.name()).isEqualTo("mail");
            assertThat(mail.recipients()).containsExactly("ana@example.org", "juan@example.org");
            assertThat(mail.toString()).doesNotContain("s3cr3t");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL_SMTP_URL, '', MAIL_SMTP_URL is missing",
        "MAIL_FROM, '', MAIL_FROM is missing",
        "MAIL_TO, '', MAIL_TO is missing",
        "MAIL_SMTP_URL, https://s3cr3t:s3cr3t@smtp.example.org, MAIL_SMTP_URL: ",
        "MAIL_SMTP_URL, smtp://tracker:s3cr3t@smtp.example.org?encryption=none, MAIL_SMTP_URL: the login would go",
        "MAIL_FROM, tracker, MAIL_FROM: from cannot be",
        "'MAIL_TO', 'ana@example.org,', MAIL_TO: to cannot be",
    })
    void what_is_missing_or_wrong_is_named_and_the_login_is_not_shown(String name, String value, String words) {
        environment.put(name, value);

        assertThatThrownBy(this::notifier)
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(words)
                .hasMessageNotContaining("s3cr3t");
    }

    private Optional<Notifier> notifier() {
        return Mail.of(Settings.read(environment, folder), Replies.none());
    }
}
