package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The addresses of feeds, as a student makes them. */
class FeedCommandTest {

    private static final Pattern KEY = Pattern.compile("/feeds/([A-Za-z0-9_.-]+)/");

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>(Map.of("PUBLIC_URL", "https://tracker.example.org/"));

    @Test
    void they_are_shown_once_stand_below_the_public_address_and_are_others_each_time() {
        look();

        Played first = Played.of(folder, environment, "feed");
        Played second = Played.of(folder, environment, "feed", "--account", "default");

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.lines()).hasSize(2);
        assertThat(first.lines().get(0))
                .startsWith("Calendar:    https://tracker.example.org/feeds/")
                .endsWith("/deadlines.ics");
        assertThat(first.lines().get(1))
                .startsWith("Feed reader: https://tracker.example.org/feeds/")
                .endsWith("/changes.atom");
        assertThat(key(first)).isNotEqualTo(key(second));
    }

    @Test
    void no_site_need_be_named_for_an_account_that_is_there_and_what_is_taken_back_is_said() {
        look();
        environment.remove("MOODLE_BASE_URL");

        assertThat(Played.of(folder, environment, "feed").status()).isZero();
        assertThat(Played.of(folder, environment, "feed", "--revoke").out()).contains("worth nothing any more");
        assertThat(Played.of(folder, environment, "feed", "--revoke").out()).contains("has no addresses");
    }

    @Test
    void an_account_that_was_never_looked_at_and_an_address_that_is_none_are_refused() {
        Played unknown = Played.of(folder, environment, "feed", "--account", "ana");
        environment.put("PUBLIC_URL", "tracker.example.org");
        Played wrong = Played.of(folder, environment, "feed");

        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no account ana in the store");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("PUBLIC_URL must read like https://");
    }

    private void look() {
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo()).start()) {
            environment.put("MOODLE_BASE_URL", moodle.url());
            environment.put("MOODLE_TOKEN", moodle.token());
            assertThat(Played.at(moodle::now, folder, environment, "sync", "--once")
                            .status())
                    .isZero();
        }
    }

    private static String key(Played shown) {
        return KEY.matcher(shown.out()).results().findFirst().orElseThrow().group(1);
    }
}
