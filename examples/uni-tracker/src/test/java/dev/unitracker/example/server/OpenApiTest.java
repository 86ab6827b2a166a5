package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The OpenAPI document says what the routes are, and nothing else. */
class OpenApiTest {

    private static final List<String> METHODS = List.of("get", "post", "delete", "put", "patch");

    private final JsonNode document = OpenApi.document();
    private final List<Route> routes = Guarded.routes();

    @Test
    void each_path_of_the_document_is_a_route_and_each_route_is_in_it() {
        TreeSet<String> written = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> written.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        TreeSet<String> there = new TreeSet<>();
        routes.forEach(route -> route.paths().forEach(path -> there.add(route.verb() + " " + path)));

        assertThat(written).containsExactlyElementsOf(there);
    }

    @Test
    void each_route_takes_the_parameters_of_the_document_with_the_same_defaults() {
        for (Route route : routes) {
            for (String path : route.paths()) {
                Map<String, String> written =
                        parameters(path, route.verb().name().toLowerCase(Locale.ROOT));
                Map<String, String> there = route.parameters().stream()
                        .collect(Collectors.toMap(Parameter::name, OpenApiTest::words, (a, b) -> a, TreeMap::new));

                assertThat(written).as("%s %s", route.verb(), path).isEqualTo(there);
            }
        }
    }

    private static String words(Parameter<?> parameter) {
        return (parameter.isRequired() ? "required" : "")
                + parameter.otherwise().map(Object::toString).orElse("");
    }

    private Map<String, String> parameters(String path, String method) {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode one : document.at("/paths").get(path).get(method).path("parameters")) {
            JsonNode parameter = resolved(one);
            if (parameter.get("in").asText().equals("query")) {
                found.put(
                        parameter.get("name").asText(),
                        (parameter.path("required").asBoolean() ? "required" : "")
                                + parameter.at("/schema/default").asText());
            }
        }
        return found;
    }

    private JsonNode resolved(JsonNode parameter) {
        return parameter.has("$ref")
                ? document.at(parameter.get("$ref").asText().substring(1))
                : parameter;
    }

    @Test
    void each_variable_part_of_a_path_is_a_parameter() {
        document.get("paths").properties().forEach(path -> {
            TreeSet<String> named = StreamSupport.stream(
                            path.getValue().path("parameters").spliterator(), false)
                    .map(this::resolved)
                    .map(parameter -> "{" + parameter.get("name").asText() + "}")
                    .collect(Collectors.toCollection(TreeSet::new));
            TreeSet<String> there = Pattern.compile("\\{[a-z]+\\}")
                    .matcher(path.getKey())
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(named).as(path.getKey()).isEqualTo(there);
        });
    }

    @Test
    void what_anybody_may_ask_needs_nothing_and_all_else_says_what_it_needs() {
        for (Route route : routes) {
            for (String path : route.paths()) {
                JsonNode operation =
                        document.at("/paths").get(path).get(route.verb().name().toLowerCase(Locale.ROOT));
                boolean open = route.scope() == Scope.OPEN && !path.startsWith(Route.OF_ACCOUNT);

                assertThat(operation.has("security"))
                        .as("%s %s", route.verb(), path)
                        .isEqualTo(open);
                assertThat(operation.path("security")).isEmpty();
                assertThat(operation.get("responses").properties())
                        .extracting(Map.Entry::getKey)
                        .contains("401", "403", "429");
            }
        }
        assertThat(document.at("/components/securitySchemes")).hasSize(2);
    }

    @Test
    void each_operation_has_a_name_of_its_own() {
        List<String> names = new ArrayList<>();
        document.findValues("operationId").forEach(name -> names.add(name.asText()));

        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(50);
    }

    @Test
    void no_schema_is_left_unused() {
        String text = document.toString();
        Function<String, String> reference = name -> "\"#/components/schemas/" + name + "\"";

        document.at("/components/schemas")
                .fieldNames()
                .forEachRemaining(name -> assertThat(text).contains(reference.apply(name)));
    }
}
