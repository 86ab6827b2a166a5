package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each example of the page is asked for, in its order, and answered as it says. */
class HttpApiDocumentTest {

    private static final String DOTS = "…";
    private static final String ASKED =
            "(?s)```\ncurl (?:-N )?(?:-X ([A-Z]+) )?'http://127\\.0\\.0\\.1:8000([^']+)'\n```\n\n";
    private static final Pattern JSON = Pattern.compile(ASKED + "```json\n(.+?)\n```");
    private static final Pattern TEXT = Pattern.compile(ASKED + "```text\n(.+?)\n```");

    @TempDir
    private Path folder;

    /** One example: what is asked and what is answered. */
    private record Example(String method, String path, String answer) {}

    @Test
    void each_example_is_answered_as_the_page_says() throws IOException {
        try (Served served = Served.upTo(3, folder)) {
            for (Example example : examples(JSON)) {
                JsonNode answered = served.ask(example.method(), example.path()).json();

                JsonNode there =
                        read(answered.toString().replace(served.moodle().url(), "https://moodle.example.test"));
                assertThat(differences(read(example.answer()), there, ""))
                        .as("%s %s was answered with %s", example.method(), example.path(), there)
                        .isEmpty();
            }
        }
    }

    @Test
    void each_answer_in_another_form_has_the_lines_of_the_page_in_their_order() throws IOException {
        List<Example> examples = examples(TEXT);
        try (Served served = Served.upTo(3, folder)) {
            for (Example example : examples) {
                String there =
                        served.ask(example.method(), example.path()).body().replace("\r\n ", "");

                assertThat(there)
                        .as("%s %s", example.method(), example.path())
                        .containsSubsequence(example.answer().split("\n"));
            }
        }
        assertThat(examples).isNotEmpty();
    }

    @Test
    void what_the_page_says_of_tokens_and_of_logging_in_is_so() throws IOException {
        String page = Files.readString(root().resolve("docs/http-api.md"));
        try (Guarded guarded = Guarded.at(Guarded.ANYWHERE, folder)) {
            String token = guarded.token(Guarded.ANA, Scope.READ);
            Matcher asking = found("curl -H '(Authorization: Bearer )ut_…' 'http://127\\.0\\.0\\.1:8000([^']+)'", page);
            Matcher logging = found(
                    "(?s)curl -H 'Content-Type: ([^']+)' -d '([^']+)' 'http://127\\.0\\.0\\.1:8000([^']+)'\n```\n\n```json\n(.+?)\n```",
                    page);

            assertThat(guarded.ask("GET", asking.group(2), asking.group(1) + token)
                            .status())
                    .isEqualTo(200);
            RawHttp.Answered in = guarded.send(
                    logging.group(3), logging.group(1), logging.group(2).replace("ut_…", token));
            assertThat(in.json().fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(() -> read(logging.group(4)).fieldNames());
        }
    }

    private static Matcher found(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher;
    }

    @Test
    void each_path_has_an_example() throws IOException {
        List<Example> examples = new ArrayList<>(examples(JSON));
        examples.addAll(examples(TEXT));
        TreeSet<String> without = new TreeSet<>();
        for (Route route : Guarded.routes()) {
            Pattern path = Pattern.compile("^" + route.path().replaceAll("\\{[a-z]+\\}", "[^/]+") + "(\\?.*)?$");
            boolean shown = examples.stream()
                    .anyMatch(example -> example.method().equals(route.verb().name())
                            && path.matcher(example.path()).matches());
            // Addresses that are secrets are others each time. How a page logs in is asked above.
            boolean other =
                    Stream.of("/feeds/", "/act/", "/unsubscribe/", "/session").anyMatch(route.path()::startsWith);
            if (!shown && !other) {
                without.add(route.verb() + " " + route.path());
            }
        }

        assertThat(without).isEmpty();
    }

    private static List<Example> examples(Pattern form) throws IOException {
        List<Example> examples = new ArrayList<>();
        form.matcher(Files.readString(root().resolve("docs/http-api.md")))
                .results()
                .forEach(found -> examples.add(
                        new Example(found.group(1) == null ? "GET" : found.group(1), found.group(2), found.group(3))));
        return examples;
    }

    /** Returns where an answer differs from what the page says; dots stand for anything, or for more. */
    private static List<String> differences(JsonNode said, JsonNode there, String where) {
        List<String> found = new ArrayList<>();
        if (said.isObject() && there.isObject()) {
            said.properties().stream()
                    .filter(field -> !field.getKey().equals(DOTS))
                    .forEach(field -> found.addAll(
                            differences(field.getValue(), there.path(field.getKey()), where + "/" + field.getKey())));
            if (!said.has(DOTS) && said.size() != there.size()) {
                found.add(where + " has other fields");
            }
        } else if (said.isArray() && there.isArray()) {
            boolean more = !said.isEmpty() && said.get(said.size() - 1).asText().equals(DOTS);
            int rows = more ? said.size() - 1 : said.size();
            if (more ? there.size() <= rows : there.size() != rows) {
                found.add(where + " has another number of rows");
            }
            for (int i = 0; i < rows; i++) {
                found.addAll(differences(said.get(i), there.path(i), where + "/" + i));
            }
        } else if (!said.asText().equals(DOTS) && !said.equals(there)) {
            found.add(where + ": " + said + " is " + there);
        }
        return found;
    }

    private static JsonNode read(String json) {
        try {
            return JsonMapper.builder().build().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the repository's folder");
        }
        return folder;
    }
}
