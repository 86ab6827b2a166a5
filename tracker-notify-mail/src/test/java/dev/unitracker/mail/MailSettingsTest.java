package dev.unitracker.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.SettingsException;
import dev.unitracker.words.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "smtps://ana:s3cret@smtp.example.org, mail by smtp.example.org:465 to [ana@example.org]",
        "smtp://ana%40example.org:s3%20cret@smtp.example.org, mail by smtp.example.org:587 to [ana@example.org]",
        "smtp://ana@example.org:s3@cret@smtp.example.org:2525/, mail by smtp.example.org:2525 to [ana@example.org]",
        "SMTP://localhost:25?encryption=none, mail by localhost:25 to [ana@example.org]",
        "smtp://[::1]:25?encryption=none, mail by [::1]:25 to [ana@example.org]",
    })
    void a_server_has_an_address_and_its_login_is_not_shown(String address, String shown) {
        MailNotifier notifier = MailNotifier.at(address)
                .from("tracker@example.org")
                .to("ana@example.org")
                .build();

        assertThat(notifier).hasToString(shown);
        assertThat(notifier.name()).isEqualTo("mail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "smtp.example.org",
                "https://s3cret:s3cret@smtp.example.org",
                "smtp://s3cret@smtp.example.org",
                "smtp://:s3cret@smtp.example.org",
                "smtp://s3cret:s3cret@",
                "smtp://s3cret:s3cret@smtp.example.org:99999",
                "smtp://s3cret:s3cret@smtp.example.org:0",
                "smtp://s3cret:s3cret@smtp example org",
                "smtps://s3cret:s3cret@localhost?encryption=none",
                "smtp://s3cret:s3cret@localhost?starttls=s3cret",
                "smtp://s3cret:s3cret@smtp.example.org\r\nRCPT TO:<eve@example.org>",
            })
    void an_address_that_cannot_be_is_refused_and_not_shown(String address) {
        assertThatThrownBy(() -> MailNotifier.at(address))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@example.org",
                "ana@example.org, eve@example.org",
                "ana@example.org\r\nBcc: eve@example.org",
                "Ana\r\nBcc: eve@example.org <ana@example.org>",
                "friends: ana@example.org;",
                "ñandú@example.org",
                "ana@ejemplo.ñ",
                "ana b@example.org",
                "<ana@example.org> <eve@example.org>",
            })
    void who_is_not_exactly_one_address_is_refused(String address) {
        MailNotifier.Builder builder = MailNotifier.smtp("smtp.example.org", 587);

        assertThatThrownBy(() -> builder.to(address))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("to ");
        assertThatThrownBy(() -> builder.from(address)).isInstanceOf(SettingsException.class);
    }

    @Test
    void what_is_missing_is_named() {
        MailNotifier.Builder builder = MailNotifier.smtp("smtp.example.org", 587);

        assertThatThrownBy(builder::build)
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("from is missing");
        assertThatThrownBy(() -> builder.from("tracker@example.org").build())
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("to is missing");
        assertThatThrownBy(() -> builder.login("ana", " ")).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> builder.timeout(Duration.ZERO)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> builder.timeout(Duration.ofMinutes(5))).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> MailNotifier.smtp("smtp.example.org\r\n", 587)).isInstanceOf(SettingsException.class);
    }

    @Test
    void who_is_there_already_counts_once_and_keeps_the_place() {
        MailNotifier notifier = MailNotifier.smtp("smtp.example.org", 587)
                .from("tracker@example.org")
                .to("juan@example.org", "Ana <ana@example.org>")
                .to("Juan <juan@example.org>")
                .build();

        assertThat(notifier.recipients()).containsExactly("juan@example.org", "ana@example.org");
    }

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertThat(names(Language.SPANISH)).isEqualTo(names(Language.ENGLISH)).isNotEmpty();
    }

    private static Set<String> names(Language language) throws IOException {
        String file = language.code() + ".properties";
        try (InputStream in = Objects.requireNonNull(MailNotifier.class.getResourceAsStream(file))) {
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words.stringPropertyNames();
        }
    }
}
