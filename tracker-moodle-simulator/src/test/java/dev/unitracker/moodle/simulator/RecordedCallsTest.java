package dev.unitracker.moodle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A replayed Moodle says what the real one said. */
class RecordedCallsTest {
    // Arguments that the name of an answer does not tell.
    private static final Map<String, Map<String, Integer>> UNNAMED_ARGUMENTS = Map.of(
            "core_completion_get_activities_completion_status", Map.of("userid", 3),
            "gradereport_user_get_grade_items", Map.of("userid", 3),
            "core_calendar_get_action_events_by_timesort", Map.of("limitnum", 50));

    @Test
    void every_call_of_the_demo_is_answered_as_it_was_recorded() throws Exception {
        assertThat(differences(Recording.demo())).isEmpty();
    }

    @Test
    void every_call_of_the_term_is_answered_as_it_was_recorded() throws Exception {
        assertThat(differences(Recording.term())).isEmpty();
    }

    @Test
    void every_answer_of_the_term_is_found_by_the_arguments_in_its_name() throws Exception {
        Recording term = Recording.term();
        List<String> different = new ArrayList<>();
        try (MoodleSimulator moodle = MoodleSimulator.playing(term).start()) {
            Browser browser = Browser.of(moodle);
            for (int step = 0; step < term.steps(); step++) {
                moodle.moveTo(step);
                for (String path : fresh(term, step)) {
                    String function = path.split("/", -1)[1];
                    JsonNode answer = browser.recorded(function, arguments(term, step, path));
                    if (!answer.equals(browser.body(term, step, path))) {
                        different.add(step + " " + path);
                    }
                }
            }
        }

        assertThat(different).isEmpty();
    }

    private static List<String> differences(Recording recording) throws IOException, InterruptedException {
        List<String> different = new ArrayList<>();
        int asked = 0;
        try (MoodleSimulator moodle = MoodleSimulator.playing(recording).start()) {
            Browser browser = Browser.of(moodle);
            for (int step = 0; step < recording.steps(); step++) {
                moodle.moveTo(step);
                for (Recording.Call call : recording.step(step).calls()) {
                    asked++;
                    JsonNode answer = browser.recorded(call.function(), call.arguments());
                    JsonNode expected = browser.body(recording, step, call.path());
                    if (!unpacked(answer).equals(unpacked(expected))) {
                        different.add(step + " " + call.path() + "\n" + answer + "\n" + expected);
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(80);
        return different;
    }

    /** The answers of a step that differ from the step before. */
    private static List<String> fresh(Recording recording, int step) {
        Set<String> paths = recording.step(step).paths();
        return paths.stream()
                .filter(path -> path.startsWith("ws/"))
                .filter(path -> step == 0
                        || !recording
                                .step(step)
                                .text(path)
                                .equals(recording.step(step - 1).text(path)))
                .sorted()
                .toList();
    }

    private static JsonNode arguments(Recording recording, int step, String path) {
        ObjectNode arguments = Json.object();
        String function = path.split("/", -1)[1];
        String name = path.substring(path.lastIndexOf('/') + 1).replace(".json", "");
        for (String pair : name.split("_", -1)) {
            if (pair.contains("=")) {
                arguments.put(pair.split("=", -1)[0], pair.split("=", -1)[1]);
            }
        }
        UNNAMED_ARGUMENTS.getOrDefault(function, Map.of()).forEach(arguments::put);
        if (function.equals("core_course_get_updates_since")) {
            arguments.put("since", recording.recordedAt(step - 1).getEpochSecond());
        }
        if (function.equals("core_calendar_get_calendar_events")) {
            ObjectNode events = arguments.putObject("events");
            events.putArray("courseids").add(2).add(3).add(4).add(5).add(6);
        }
        return arguments;
    }

    /** The JSON in a batch read, so that it does not matter how it was written. */
    private static JsonNode unpacked(JsonNode answer) {
        if (!answer.path("responses").isArray()) {
            return answer;
        }
        ObjectNode unpacked = Json.object();
        for (JsonNode response : answer.path("responses")) {
            String field = response.path("error").asBoolean() ? "exception" : "data";
            unpacked.withArray(field).add(Json.read(response.path(field).asText()));
        }
        return unpacked;
    }
}
