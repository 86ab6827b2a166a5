package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The student's time line, page by page. */
final class ActionEvents implements Answering {
    private static final long MOST = 50;

    @Override
    public JsonNode answer(Scene scene, String function, Arguments arguments) {
        // Even the student's own id is refused: Moodle compares a number with a text.
        if (arguments.has("userid")) {
            throw Refused.permission();
        }
        long limit = arguments.number("limitnum").orElse(20);
        if (limit < 1 || limit > MOST) {
            throw Refused.limit();
        }
        long from = scene.shift().back(arguments.number("timesortfrom").orElse(0));
        long until = scene.shift().back(arguments.number("timesortto").orElse(Long.MAX_VALUE / 2));
        JsonNode recorded = Recorded.answer(scene, function, arguments);
        List<JsonNode> chosen = after(recorded.path("events"), arguments)
                .valueStream()
                .filter(event -> from <= event.path("timesort").asLong()
                        && event.path("timesort").asLong() <= until)
                .limit(limit)
                .toList();
        return answer(chosen);
    }

    private static JsonNode after(JsonNode events, Arguments arguments) {
        long previous = arguments.number("aftereventid").orElse(0);
        if (previous == 0) {
            return events;
        }
        boolean[] seen = {false};
        return Json.filtered(events, event -> {
            boolean wanted = seen[0];
            seen[0] = wanted || event.path("id").asLong() == previous;
            return wanted;
        });
    }

    private static JsonNode answer(List<JsonNode> events) {
        ArrayNode list = Json.array().addAll(events);
        ObjectNode answer = Json.object();
        answer.set("events", list);
        if (!events.isEmpty()) {
            answer.set("firstid", list.path(0).path("id"));
            answer.set("lastid", list.path(events.size() - 1).path("id"));
        }
        return answer;
    }
}
