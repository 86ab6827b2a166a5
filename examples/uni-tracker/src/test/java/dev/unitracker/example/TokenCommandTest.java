package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens for the API, as whoever runs it makes them. */
class TokenCommandTest {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void configure() {
        environment.put("MOODLE_BASE_URL", "https://campus.example.edu");
        environment.put("MOODLE_TOKEN", "c0ffee0123456789");
    }

    private Played run(String... args) {
        return Played.of(folder, environment, args);
    }

    @Test
    void a_token_is_printed_once_listed_without_its_secret_and_taken_back() {
        Played added = run("account", "token", "add", "default", "--scope", "act", "--label", "my phone");
        String token = added.out().strip();
        String id = token.substring("ut_".length(), "ut_0123456789abcdef".length());

        assertThat(added.status()).as(added.err()).isZero();
        assertThat(token).matches("ut_[0-9a-f]{16}_[A-Za-z0-9_-]{43}");
        assertThat(added.err()).contains("the account default", "this once").doesNotContain(token);
        assertThat(run("account", "token", "list").lines())
                .containsExactly(id + "  default, act, my phone, since 2026-11-23");
        assertThat(run("account", "token", "list", "default").lines()).hasSize(1);
        assertThat(run("account", "token", "list", "ana").out()).contains("There is no token.");

        Played revoked = run("account", "token", "revoke", id);
        assertThat(revoked.out()).isEqualTo("The token " + id + " opens nothing any more." + System.lineSeparator());
        assertThat(run("account", "token", "list").out()).contains("There is no token.");
        assertThat(run("account", "token", "revoke", id).err()).contains("there is no token of this id");
    }

    @Test
    void a_token_may_be_over_some_day_and_the_list_says_when() {
        assertThat(run("account", "token", "add", "default", "--days", "2").status())
                .isZero();

        InstantSource later = InstantSource.fixed(Played.NOW.plus(Duration.ofDays(3)));

        assertThat(run("account", "token", "list").out()).contains("default, read, since 2026-11-23, until 2026-11-25");
        assertThat(Played.at(later, folder, environment, "account", "token", "list")
                        .out())
                .contains("over since 2026-11-25");
    }

    @Test
    void what_cannot_be_right_is_said() {
        assertThat(run("account", "token", "add", "nobody").err()).contains("there is no account nobody");
        assertThat(run("account", "token", "add", "default", "--scope", "open").err())
                .contains("--scope must be read, act or admin, not 'open'");
        for (String days : List.of("0", "-1", "100000")) {
            assertThat(run("account", "token", "add", "default", "--days=" + days)
                            .err())
                    .contains("--days must be 1 to");
        }
        assertThat(run("account", "token").err()).contains("account token add, list or revoke");
    }

    @Test
    void an_account_that_is_removed_takes_its_tokens_with_it() {
        environment.put(
                "UNI_TRACKER_KEY", run("account", "key", "new").out().strip().replaceFirst("^[^=]*=", ""));
        assertThat(run("account", "add", "ana", "MOODLE_BASE_URL=https://campus.example.edu", "--from", from())
                        .status())
                .isZero();
        assertThat(run("account", "token", "add", "ana").status()).isZero();
        assertThat(run("account", "token", "add", "default").status()).isZero();

        assertThat(run("account", "remove", "ana").out()).contains("its tokens for the API");

        assertThat(run("account", "token", "list").lines())
                .singleElement()
                .asString()
                .contains("default");
    }

    private String from() {
        Path file = folder.resolve("ana.env");
        try {
            Files.writeString(file, "MOODLE_TOKEN=c0ffee0123456789\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.getFileName().toString();
    }
}
