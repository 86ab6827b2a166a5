package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.error.NotDeliveredException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether all is well, and how that nothing was read differs from that nothing happened. */
class HealthTest {

    @TempDir
    private Path folder;

    @Test
    void before_the_first_look_lists_are_empty_and_say_that_nothing_was_ever_read() {
        try (Served served = Served.upTo(-1, folder)) {
            for (String path : List.of("/items", "/courses", "/deadlines/upcoming", "/risks", "/changes/recent")) {
                RawHttp.Answered answered = served.get(path);

                assertThat(answered.json()).as(path).isEmpty();
                assertThat(answered.header("X-Looked-At")).as(path).contains("never");
                assertThat(answered.header("X-Has-More")).as(path).contains("false");
            }
            assertThat(served.get("/changes").text("/next_after")).isEqualTo("0");
            assertThat(served.get("/health").text("/status")).isEqualTo("ok");
            assertThat(served.get("/freshness").json().get("looked_at").isNull())
                    .isTrue();
            assertThat(served.get("/sync/collectors").json()).hasSize(9);
        }
    }

    @Test
    void a_login_that_is_refused_is_a_reason() {
        try (Served served = Served.upTo(0, folder)) {
            served.moodle().revokeToken();
            served.tracker().sync();

            JsonNode details = served.get("/health/details").json();

            assertThat(details.get("status").asText()).isEqualTo("degraded");
            assertThat(reasons(details)).contains("login_refused");
            assertThat(details.at("/details/source_auth_health/status").asText())
                    .isEqualTo("refused");
            assertThat(served.get("/items").header("X-Not-Looked-At").orElseThrow())
                    .contains("moodle_courses");
        }
    }

    @Test
    void nothing_that_was_read_for_long_is_a_reason_and_so_is_each_stale_part() {
        try (Served served = Served.upTo(0, folder)) {
            served.clock().advance(Duration.ofHours(7));

            JsonNode details = served.get("/health/details").json();

            assertThat(reasons(details)).contains("nothing_read", "stale:moodle_forums");
            assertThat(details.at("/details/stale_collectors")).hasSize(9);
            assertThat(served.get("/health").text("/status")).isEqualTo("degraded");
        }
    }

    @Test
    void a_channel_that_takes_nothing_is_a_reason() {
        try (Served served = Served.upTo(0, folder)) {
            served.notifier().fails(NotDeliveredException.forGood("the chat is gone", null));
            served.moveTo(1);
            served.tracker().syncFully();

            assertThat(reasons(served.get("/health").json())).containsExactly("not_delivered:telegram");
            assertThat(served.get("/health/details")
                            .json()
                            .at("/details/undelivered")
                            .asInt())
                    .isPositive();
        }
    }

    @Test
    void a_channel_that_is_tried_again_and_messages_that_nobody_sends_are_reasons() {
        try (Served served = Served.upTo(0, folder)) {
            served.notifier().fails(NotDeliveredException.forNow("the chat is slow", null));
            served.moveTo(1);
            served.tracker().syncFully();

            JsonNode failing = served.get("/health/details").json();
            served.clock().advance(Duration.ofMinutes(20));
            JsonNode late = served.get("/accounts/ana/health/details").json();

            assertThat(reasons(failing)).containsExactly("failing:telegram");
            assertThat(failing.at("/details/failing").asInt()).isPositive();
            assertThat(reasons(late)).containsExactly("failing:telegram", "messages_late");
            assertThat(late.at("/details/waiting_since").isTextual()).isTrue();
        }
    }

    @Test
    void a_site_that_is_left_alone_is_a_reason() {
        try (Served served = Served.upTo(0, folder)) {
            Instant until = served.clock().instant().plusSeconds(600);
            served.siteRests(until);

            JsonNode details = served.get("/health/details").json();

            assertThat(reasons(details)).containsExactly("site_rests");
            assertThat(details.at("/details/site_rests_until").asText()).isEqualTo(until.toString());
            assertThat(served.get("/health").text("/status")).isEqualTo("degraded");
        }
    }

    private static List<String> reasons(JsonNode health) {
        return StreamSupport.stream(health.get("reasons").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
