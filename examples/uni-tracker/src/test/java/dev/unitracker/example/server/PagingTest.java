package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every list comes in pages, and whoever follows their links reads each row once. */
class PagingTest {

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
    @CsvSource({
        "/items, ''",
        "/accounts/ana/items, ''",
        "/items?item_type=material_file, ''",
        "/courses, ''",
        "/changes, /changes",
        "/changes?after=7, /changes",
        "/changes/recent?window_hours=8784, ''",
        "/changes/since?since=2000-01-01T00%3A00%3A00%2B02%3A00, ''",
        "/deadlines/upcoming?days=366, ''",
        "/risks?days=366, ''",
        "/sync/collectors, ''",
        "/search?q=de, ''",
        "/courses/{id}/snapshot, /items"
    })
    void pages_hold_each_row_once_in_the_same_order(String template, String rows) {
        String path = template.replace("{id}", Long.toString(fullestCourse()));
        JsonNode whole = served.get(with(path, path.startsWith("/search") ? "limit=100" : "limit=1000"))
                .json()
                .at(rows);
        List<JsonNode> read = new ArrayList<>();
        int pages = 0;
        Optional<String> next = Optional.of(with(path, "limit=3"));
        while (next.isPresent()) {
            RawHttp.Answered page = served.get(next.get());
            page.json().at(rows).forEach(read::add);
            pages++;
            next = next(page);
            assertThat(page.header("X-Has-More")).contains(Boolean.toString(next.isPresent()));
            assertThat(page.header("X-Looked-At")).isPresent();
            assertThat(page.header("X-Not-Looked-At")).isPresent();
        }

        assertThat(read).containsExactlyElementsOf(whole);
        assertThat(pages).isGreaterThan(1);
    }

    @Test
    void an_object_holds_the_same_cursor_as_its_link() {
        RawHttp.Answered page = served.get("/changes?limit=3");

        assertThat(next(page).orElseThrow()).endsWith("cursor=" + page.text("/next"));
        assertThat(served.get("/changes?limit=1000").json().get("next").isNull())
                .isTrue();
    }

    @Test
    void the_cursor_of_one_list_is_refused_by_another() {
        String cursor = served.get("/changes?limit=3").text("/next");

        for (String path :
                List.of("/items", "/courses", "/risks", "/changes/recent", "/sync/collectors", "/search?q=de")) {
            assertThat(served.ask("GET", with(path, "cursor=" + cursor)).status())
                    .as(path)
                    .isEqualTo(400);
        }
        assertThat(served.ask("GET", "/changes?limit=3&cursor=" + cursor.substring(1))
                        .status())
                .isEqualTo(400);
        assertThat(served.ask("GET", "/items?offset=3&cursor=" + cursor).status())
                .isEqualTo(400);
    }

    @Test
    void what_comes_meanwhile_moves_no_page_of_deadlines() {
        RawHttp.Answered first = served.get("/deadlines/upcoming?days=366&limit=2");
        long done = first.json().get(1).get("id").asLong();
        List<JsonNode> rest = rest(first);
        served.ask("POST", "/items/" + done + "/done");

        assertThat(ids(rest(first))).isEqualTo(ids(rest));

        served.ask("DELETE", "/items/" + done + "/done");
    }

    private static List<JsonNode> rest(RawHttp.Answered first) {
        List<JsonNode> rows = new ArrayList<>();
        served.get(next(first).orElseThrow().replace("limit=2", "limit=1000"))
                .json()
                .forEach(rows::add);
        return rows;
    }

    private static List<Long> ids(List<JsonNode> rows) {
        return rows.stream().map(row -> row.get("id").asLong()).toList();
    }

    private static long fullestCourse() {
        return StreamSupport.stream(served.get("/items?limit=1000").json().spliterator(), false)
                .map(item -> item.get("course_id"))
                .filter(JsonNode::isNumber)
                .collect(Collectors.groupingBy(JsonNode::asLong, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static String with(String path, String parameter) {
        return path + (path.contains("?") ? "&" : "?") + parameter;
    }

    private static Optional<String> next(RawHttp.Answered page) {
        return page.header("Link").map(link -> link.replaceFirst("^<(.*)>; rel=\"next\"$", "$1"));
    }
}
