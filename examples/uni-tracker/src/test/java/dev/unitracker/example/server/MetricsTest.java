package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.StoreException;
import dev.unitracker.example.metrics.Backlog;
import dev.unitracker.example.metrics.Meters;
import dev.unitracker.example.metrics.MetricsDoor;
import dev.unitracker.spi.Lag;
import dev.unitracker.testkit.TestClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted, and that it tells nothing of anybody. */
class MetricsTest {

    @TempDir
    private Path folder;

    @Test
    void looks_requests_changes_and_messages_are_counted_by_outcome() {
        try (Served served = Served.upTo(1, folder)) {
            served.notifier().fails(NotDeliveredException.forGood("the chat is gone", null));
            served.moveTo(2);
            served.tracker().syncFully();
            String text = served.get("/metrics").body();

            assertThat(value(text, "unitracker_looks_seconds_count{outcome=\"complete\"}"))
                    .isEqualTo(3);
            assertThat(value(text, "unitracker_looks_seconds_count{outcome=\"busy\"}"))
                    .isZero();
            assertThat(value(text, "unitracker_source_requests_total{outcome=\"complete\"}"))
                    .isPositive();
            assertThat(value(text, "unitracker_changes_total{sort=\"baseline\"}"))
                    .isGreaterThan(50);
            assertThat(value(text, "unitracker_changes_total{sort=\"news\"}")).isPositive();
            assertThat(value(text, "unitracker_deliveries_total{outcome=\"sent\"}"))
                    .isPositive();
            assertThat(value(text, "unitracker_deliveries_total{outcome=\"failed\"}"))
                    .isPositive();
            assertThat(value(text, "unitracker_channel_troubles_total{channel=\"telegram\"}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void requests_are_counted_by_route_and_no_label_has_a_name_an_address_or_a_text() {
        try (Served served = Served.upTo(0, folder)) {
            served.get("/accounts/ana/items/13");
            served.asked("GET", "/accounts/secretname/items");
            served.asked("GET", "/items/999999");
            served.asked("GET", "/nowhere/secretname");
            served.asked("BREW", "/items");
            served.get("/search?q=secretname");

            RawHttp.Answered answered = served.get("/metrics");
            TreeSet<String> labels = Pattern.compile("([a-z]+)=\"([^\"]*)\"")
                    .matcher(answered.body())
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(answered.header("Content-Type").orElseThrow()).startsWith("text/plain");
            assertThat(answered.body())
                    .doesNotContain(
                            "secretname",
                            "ana/",
                            "\"ana\"",
                            "http:",
                            served.moodle().token());
            assertThat(labels)
                    .contains("route=\"/items/{id}\"", "route=\"none\"", "status=\"404\"")
                    .allMatch(
                            label -> label.matches(
                                    "outcome=.*|sort=.*|channel=\"telegram\"|method=\"(GET|other)\"|route=\"(none|/[a-z/{}]+)\"|status=\"\\d+\""));
            assertThat(
                            value(
                                    answered.body(),
                                    "unitracker_http_requests_seconds_count{method=\"GET\",route=\"/items/{id}\",status=\"404\"}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void how_far_behind_the_accounts_are_is_that_of_the_last() {
        TestClock clock = new TestClock();
        Instant now = clock.instant();
        Meters meters = new Meters();
        meters.watch(new Backlog(
                () -> List.of(
                        new Lag(now.minusSeconds(100), null),
                        new Lag(now.minusSeconds(900), now.minusSeconds(7)),
                        new Lag(null, now.minusSeconds(3))),
                clock));

        assertThat(value(meters.text(), "unitracker_accounts")).isEqualTo(3);
        assertThat(value(meters.text(), "unitracker_look_age")).isEqualTo(900);
        assertThat(value(meters.text(), "unitracker_message_age")).isEqualTo(7);
    }

    @Test
    void what_a_database_that_is_away_cannot_say_is_no_number() {
        Meters meters = new Meters();
        meters.watch(new Backlog(
                () -> {
                    throw new StoreException("away");
                },
                new TestClock()));

        assertThat(value(meters.text(), "unitracker_look_age")).isNaN();
    }

    @Test
    void a_process_without_a_server_shows_its_numbers_to_this_machine() {
        try (MetricsDoor door = MetricsDoor.open(0, new Meters())) {
            RawHttp http = RawHttp.at(door.port());

            assertThat(http.ask("GET", "/metrics").body()).contains("unitracker_looks_seconds_count");
            assertThat(http.ask("GET", "/").status()).isEqualTo(404);
        }
    }

    private static double value(String text, String number) {
        return text.lines()
                .filter(line -> line.startsWith(number + " "))
                .map(line -> Double.parseDouble(line.substring(number.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + number + " in " + text));
    }
}
