package dev.unitracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final SecretNames NAMES =
            new SecretNames(Set.of("token", "key"), Set.of("token", "wstoken"), Set.of("files.php"));

    /** The same said by a pattern, which is slower the longer its repetitions are. */
    private static final Pattern PATTERN = Pattern.compile(
            "((?:\"(?:token|key)\\\\*\"\\s*:\\s*\\\\*\")|(?:(?<![\\p{L}\\p{N}_])(?:token|wstoken)=)|(?:files\\.php\\\\*/))[^\"\\\\&\\s/<>']+");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a?token=abc123&b=1 | a?token=***&b=1",
                "x wstoken=abc123 y | x wstoken=*** y",
                "{\"token\":\"abc123\"} | {\"token\":\"***\"}",
                "{\"key\" : \"abc123\"} | {\"key\" : \"***\"}",
                "{\\\"token\\\":\\\"abc123\\\"} | {\\\"token\\\":\\\"***\\\"}",
                "https://x/files.php/abc123/1/a.png | https://x/files.php/***/1/a.png",
                "https:\\/\\/x\\/files.php\\/abc123\\/1 | https:\\/\\/x\\/files.php\\/***\\/1",
                "mytoken=abc123 token= token | mytoken=abc123 token= token",
                "{\"my token\":\"abc\",\"token\":1} | {\"my token\":\"abc\",\"token\":1}"
            })
    void what_stands_behind_a_name_becomes_stars(String text, String expected) {
        assertThat(Secrets.behind(NAMES).hide(text)).isEqualTo(expected);
    }

    @Test
    void a_known_secret_becomes_stars_wherever_it_stands_as_it_is_or_as_in_an_address() {
        Secrets secrets =
                Secrets.none().add("Ñandú 7").add("Ñandú 7&more").add("abc").add(null);

        assertThat(secrets.hide("it is Ñandú 7, Ñandú 7&more, abc, q=%C3%91and%C3%BA+7"))
                .isEqualTo("it is ***, ***, abc, q=***");
    }

    @Test
    void a_failure_that_shows_no_secret_stays_as_it_is() {
        IOException failure = new IOException("plain", new IOException("as well"));

        assertThat(Secrets.none().add("s3cr3t").hide(failure)).isSameAs(failure);
    }

    @Test
    void a_failure_with_which_a_secret_came_is_replaced() {
        IOException failure = new IOException("plain");
        failure.addSuppressed(new IOException("s3cr3t"));

        assertThat(Secrets.none().add("s3cr3t").hide(failure))
                .isNotSameAs(failure)
                .hasMessage("java.io.IOException: plain")
                .hasNoSuppressedExceptions();
    }

    @Test
    void the_same_is_found_as_by_a_pattern() {
        String[] pieces = {"token", "wstoken", "key", "files.php", "\"", "\\", "=", ":", "/", " ", "a", "é", "&", "\n"};
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }

            assertThat(Secrets.behind(NAMES).hide(text.toString()))
                    .as("seed %d", seed)
                    .isEqualTo(PATTERN.matcher(text).replaceAll("$1***"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\", " ", "\"", ":", "token", "token=", "\"token\":", "\"token\" ", "files.php", "\\\" ", "="})
    void no_text_takes_long(String repeated) {
        String text = repeated.repeat(2_000_000 / repeated.length());

        // What grows with the square of this length would not end before the build gives the test up.
        assertThat(Secrets.behind(NAMES).hide(text)).isNotEmpty();
    }

    @Test
    void secrets_show_nothing() {
        assertThat(Secrets.none().add("s3cr3t")).hasToString("***");
    }
}
