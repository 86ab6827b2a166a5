package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the latest already is told so, and nobody else. */
class EntityTagTest {

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.upTo(3, folder);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/items",
                "/items?item_type=quiz&limit=3",
                "/accounts/ana/items",
                "/items/5",
                "/courses",
                "/changes?after=10",
                "/changes/recent",
                "/deadlines/upcoming",
                "/risks"
            })
    void what_is_asked_again_while_nothing_happens_is_not_sent_again(String path) {
        RawHttp.Answered first = served.get(path);
        String tag = first.header("ETag").orElseThrow();

        RawHttp.Answered again = served.get(path, "If-None-Match: \"other\", W/" + tag);

        assertThat(tag).startsWith("\"").endsWith("\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        for (String header : List.of("ETag", "X-Looked-At", "X-Not-Looked-At")) {
            assertThat(again.header(header)).as(header).isPresent().isEqualTo(first.header(header));
        }
        assertThat(served.get(path, "If-None-Match: \"other\"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/health/details",
                "/freshness",
                "/notifications/digest",
                "/changes/since?since=2026-01-01T00:00:00Z",
                "/items/5/brief",
                "/openapi.json"
            })
    void what_changes_by_itself_has_no_tag(String path) {
        assertThat(served.get(path).header("ETag")).isEmpty();
    }

    @Test
    void nothing_is_written_and_time_passes_and_what_comes_near_is_told() {
        Instant before = served.clock().instant();
        try {
            JsonNode far = notYetUpcoming();
            RawHttp.Answered first = served.get("/deadlines/upcoming?days=1");
            String tag = first.header("ETag").orElseThrow();
            Instant due = Instant.parse(far.get("due_at").asText());
            served.clock().set(due.minus(Duration.ofHours(23)));

            RawHttp.Answered later = served.get("/deadlines/upcoming?days=1", "If-None-Match: " + tag);

            assertThat(first.json()).noneMatch(item -> item.get("id").equals(far.get("id")));
            assertThat(later.status()).isEqualTo(200);
            assertThat(later.json()).anyMatch(item -> item.get("id").equals(far.get("id")));
        } finally {
            served.clock().set(before);
        }
    }

    private static JsonNode notYetUpcoming() {
        JsonNode soon = served.get("/deadlines/upcoming?days=1").json();
        for (JsonNode item : served.get("/deadlines/upcoming?days=366").json()) {
            boolean isSoon = false;
            for (JsonNode one : soon) {
                isSoon |= one.get("id").equals(item.get("id"));
            }
            if (!isSoon) {
                return item;
            }
        }
        throw new AssertionError("everything is due within a day");
    }

    @Test
    void a_word_of_the_student_makes_another_tag_and_so_does_a_quiet_look() {
        String first = tag();
        served.ask("POST", "/items/" + assignment() + "/done");
        String done = tag();
        served.ask("DELETE", "/items/" + assignment() + "/done");
        String open = tag();
        served.tracker().sync();
        String looked = tag();

        assertThat(List.of(first, done, open, looked)).doesNotHaveDuplicates();
    }

    private static String tag() {
        return served.get("/items").header("ETag").orElseThrow();
    }

    private static long assignment() {
        return served.get("/items?item_type=assignment&limit=1")
                .json()
                .get(0)
                .get("id")
                .asLong();
    }
}
