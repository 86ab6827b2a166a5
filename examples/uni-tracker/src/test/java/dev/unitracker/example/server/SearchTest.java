package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in what a recorded Moodle showed. */
class SearchTest {

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
    @ValueSource(strings = {"limites continuidad", "LÍMITES  y", "tp límit", "continuidad, TP-1"})
    void items_are_found_by_words_of_their_titles_whatever_accents_and_capitals(String words) {
        JsonNode first = found(words).get(0);

        assertThat(first.get("title").asText()).isEqualTo("TP 1 - Límites y continuidad");
        assertThat(first.at("/found/in").asText()).isEqualTo("title");
        assertThat(first.at("/found/excerpt").asText()).isEqualTo("TP 1 - Límites y continuidad");
    }

    @Test
    void the_text_of_documents_is_found_with_the_words_around() {
        JsonNode document = rows(found("presentacion materia")).stream()
                .filter(row -> row.at("/found/in").asText().equals("document"))
                .findFirst()
                .orElseThrow();

        assertThat(document.get("item_type").asText()).isEqualTo("material_file");
        assertThat(document.at("/found/excerpt").asText()).contains("Presentación");
    }

    @Test
    void what_was_removed_is_found_behind_what_is_there_and_says_so() {
        List<String> words = rows(served.get("/items?status=removed&limit=1000").json()).stream()
                .map(item -> item.get("title").asText())
                .toList();
        JsonNode found = found(words.get(0));

        assertThat(rows(found))
                .anyMatch(row -> row.get("title").asText().equals(words.get(0))
                        && row.get("status").asText().equals("removed"));
    }

    @Test
    void what_nothing_is_like_finds_nothing() {
        RawHttp.Answered answered = served.get("/search?q=murcielago");

        assertThat(answered.json()).isEmpty();
        assertThat(answered.header("X-Has-More")).contains("false");
        assertThat(answered.header("X-Looked-At")).isPresent();
        assertThat(served.get("/accounts/ana/search?q=limites").json()).isNotEmpty();
    }

    @Test
    void no_words_too_many_and_too_long_ones_are_refused() {
        String many = String.join(" ", Arrays.asList("abcdefghijk".split("")));
        for (String words : List.of("", " ", "%", "_ ' \"", "😀", many, "a".repeat(201))) {
            RawHttp.Answered answered = served.ask("GET", "/search?q=" + encoded(words));

            assertThat(answered.status()).as(words).isEqualTo(400);
            assertThat(answered.text("/detail")).as(words).contains("1 to 10 words");
        }
        assertThat(served.ask("GET", "/search").status()).isEqualTo(400);
        assertThat(served.ask("GET", "/search?q=a&limit=101").status()).isEqualTo(400);
    }

    private static JsonNode found(String words) {
        return served.get("/search?q=" + encoded(words)).json();
    }

    private static List<JsonNode> rows(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
