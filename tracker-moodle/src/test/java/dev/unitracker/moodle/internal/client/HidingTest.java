package dev.unitracker.moodle.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.http.Secrets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is secret is not shown, and what was refused is remembered without being told. */
class HidingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a?token=abc123&forcedownload=1 | a?token=***&forcedownload=1",
                "x wstoken=abc123 y | x wstoken=*** y",
                "logout.php?sesskey=AbC | logout.php?sesskey=***",
                "{\"token\":\"abc123\"} | {\"token\":\"***\"}",
                "{\\\"privatetoken\\\":\\\"abc123\\\"} | {\\\"privatetoken\\\":\\\"***\\\"}",
                "{\"userprivateaccesskey\": \"abc123\"} | {\"userprivateaccesskey\": \"***\"}",
                "https://x/tokenpluginfile.php/abc123/1/a.png | https://x/tokenpluginfile.php/***/1/a.png",
                "https:\\/\\/x\\/tokenpluginfile.php\\/abc123\\/1 | https:\\/\\/x\\/tokenpluginfile.php\\/***\\/1",
                "export_execute.php?userid=3&authtoken=abc123 | export_execute.php?userid=3&authtoken=***",
                "the secret known to us: s3cr3t! | the secret known to us: ***",
                "a token is a token | a token is a token",
                "password=unrelated | password=unrelated"
            })
    void keys_and_tokens_become_stars_wherever_they_stand(String text, String expected) {
        Secrets secrets = Transport.secrets();
        secrets.add("s3cr3t!");

        assertThat(secrets.hide(text)).isEqualTo(expected);
    }

    @Test
    void credentials_show_nothing() {
        assertThat(new Credentials("abc123", "julia", "s3cr3t!", "moodle_mobile_app"))
                .hasToString("Credentials[***]");
    }

    @Test
    void a_refused_password_is_known_again_and_its_note_does_not_tell_it() {
        LookOfATest look = new LookOfATest();
        Logins logins = new Logins("https://campus.example.edu", look, new Logins.Known(false));

        logins.refused("julia", "s3cr3t!");

        assertThat(look.noted().values())
                .hasSize(1)
                .allMatch(note -> note.matches("[0-9a-f]{64} 1 2026-11-22T12:00:00Z"));
        assertThatExceptionOfType(LoginRefusedException.class)
                .isThrownBy(() -> logins.check("julia", "s3cr3t!"))
                .withMessageContaining("the site refused this password of julia before; it is tried once more");
        logins.check("julia", "another");
        logins.check("julio", "s3cr3t!");
    }

    @Test
    void a_call_is_a_form_of_plain_fields() {
        Call call = Call.to("core_calendar_get_calendar_events")
                .with("events", Map.of("courseids", List.of(2, 3)))
                .with("options", Map.of("userevents", 1))
                .withOptional("returnusercount", 0);

        assertThat(call.form())
                .containsEntry("events[courseids][0]", "2")
                .containsEntry("events[courseids][1]", "3")
                .containsEntry("options[userevents]", "1")
                .containsEntry("returnusercount", "0");
        assertThat(call.plain().form()).doesNotContainKey("returnusercount");
        assertThat(call.describe()).isEqualTo("core_calendar_get_calendar_events");
    }
}
