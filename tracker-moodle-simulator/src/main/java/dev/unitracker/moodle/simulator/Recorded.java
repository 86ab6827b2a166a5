package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Finds the recorded answer of a call. Answers are named by the arguments that tell them apart. */
final class Recorded {
    private static final Map<String, String> TABLES = Map.of(
            "assignid", "assign",
            "courseid", "course",
            "discussionid", "forum_discussions",
            "forumid", "forum",
            "quizid", "quiz",
            "userid", "user");

    private Recorded() {}

    /** The answer recorded for these arguments, or for any. */
    static JsonNode answer(Scene scene, String function, Arguments arguments) {
        String folder = folder(function);
        Optional<String> best = scene.moment().paths().stream()
                .filter(path -> path.startsWith(folder) && fits(name(path), arguments))
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        return checked(best.flatMap(scene::json).orElseThrow(() -> absent(scene, function, arguments)));
    }

    /** The answer recorded for one argument alone. */
    static JsonNode only(Scene scene, String function, String argument, Arguments arguments) {
        return only(scene, function, argument, "", arguments);
    }

    static JsonNode only(Scene scene, String function, String argument, String suffix, Arguments arguments) {
        return find(scene, function, argument, suffix, arguments)
                .orElseThrow(() -> Refused.noRecord(TABLES.getOrDefault(argument, argument)));
    }

    static Optional<JsonNode> find(Scene scene, String function, String argument, String suffix, Arguments arguments) {
        long id = arguments.number(argument).orElseThrow(Refused::parameter);
        return scene.json(folder(function) + argument + "=" + id + suffix + ".json");
    }

    /** A copy of an answer with one field replaced. */
    static JsonNode with(JsonNode answer, String field, JsonNode value) {
        ObjectNode copy = Json.object();
        answer.properties().forEach(each -> copy.set(each.getKey(), each.getValue()));
        return copy.set(field, value);
    }

    private static boolean fits(String name, Arguments arguments) {
        return switch (name) {
            case "default", "all", "from" -> true;
            default ->
                name.contains("=")
                        && Arrays.stream(name.split("_", -1)).allMatch(pair -> {
                            String[] parts = pair.split("=", 2);
                            return arguments
                                    .text(parts[0])
                                    .filter(parts[1]::equals)
                                    .isPresent();
                        });
        };
    }

    private static JsonNode checked(JsonNode answer) {
        if (answer.has("exception")) {
            throw Refused.recorded(answer);
        }
        return answer;
    }

    private static Refused absent(Scene scene, String function, Arguments arguments) {
        String folder = folder(function);
        boolean recorded = scene.recording().step(0).paths().stream().anyMatch(path -> path.startsWith(folder));
        return arguments.names().stream()
                .filter(name -> recorded && TABLES.containsKey(name))
                .findFirst()
                .map(name -> Refused.noRecord(TABLES.getOrDefault(name, name)))
                .orElseGet(() -> Refused.notRecorded(function));
    }

    static String folder(String function) {
        return "ws/" + function + "/";
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".json".length());
    }
}
