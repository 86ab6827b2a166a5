package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.error.SettingsException;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.spi.Notifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void nothing_is_set_unless_somebody_sets_it() {
        assertThat(notifiers()).isEmpty();
    }

    @Test
    void each_service_that_is_set_is_told() {
        environment.put("WEBHOOK_URL", "https://example.org/told");
        environment.put("WEBHOOK_SECRET", SECRET + "," + SECRET);
        environment.put(
                "DISCORD_WEBHOOK_URL",
                "https://discord.com/api/webhooks/42/abc,https://discord.com/api/webhooks/43/abc");
        environment.put("NTFY_URL", "https://ntfy.sh/uni-3f9a1c");
        environment.put("NTFY_TOKEN", "tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2");

        assertThat(notifiers()).extracting(Notifier::name).containsExactly("webhook", "discord", "ntfy");
        assertThat(notifiers().get(1).recipients()).containsExactly("42", "43");
    }

    @ParameterizedTest
    @CsvSource({
        "WEBHOOK_URL, https://example.org/s3cr3t, WEBHOOK_SECRET is missing",
        "WEBHOOK_SECRET, s3cr3t, WEBHOOK_URL is missing",
        "DISCORD_WEBHOOK_URL, https://discord.com/s3cr3t, DISCORD_WEBHOOK_URL: url cannot be",
        "NTFY_URL, http://ntfy.sh/s3cr3t, NTFY_URL: url cannot be",
        "NTFY_TOKEN, s3cr3t, NTFY_URL is missing"
    })
    void what_is_missing_or_wrong_is_named_and_not_shown(String name, String value, String words) {
        environment.put(name, value);

        assertThatThrownBy(this::notifiers)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void what_a_look_finds_is_posted_to_all_of_them() throws IOException {
        List<String> posted = new CopyOnWriteArrayList<>();
        try (MockWebServer services = new MockWebServer();
                MoodleSimulator moodle =
                        MoodleSimulator.playing(Recording.demo()).start()) {
            services.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    String body = Objects.requireNonNull(request.getBody()).utf8();
                    posted.add(request.getUrl().encodedPath() + " " + body);
                    return new MockResponse.Builder().code(200).body("{}").build();
                }
            });
            services.start();
            environment.put("MOODLE_BASE_URL", moodle.url());
            environment.put("MOODLE_TOKEN", moodle.token());
            environment.put("WEBHOOK_URL", services.url("/told").toString());
            environment.put("WEBHOOK_SECRET", SECRET);
            environment.put(
                    "DISCORD_WEBHOOK_URL", services.url("/api/webhooks/42/abc").toString());
            environment.put("NTFY_URL", services.url("/uni-3f9a1c").toString());

            Played look = Played.at(moodle::now, folder, environment, "sync", "--once");

            assertThat(look.status()).isZero();
        }
        assertThat(posted).hasSize(3).allMatch(post -> post.contains("Estoy siguiendo 5 materias"));
        assertThat(posted)
                .extracting(post -> post.substring(0, post.indexOf(' ')))
                .containsExactlyInAnyOrder("/told", "/api/v10/webhooks/42/abc", "/");
    }

    private List<Notifier> notifiers() {
        return Webhooks.of(Settings.read(environment, folder), ActionLinks.openingOnly());
    }
}
