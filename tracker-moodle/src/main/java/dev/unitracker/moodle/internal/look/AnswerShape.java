package dev.unitracker.moodle.internal.look;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.internal.answers.Shape;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.client.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must hold to be one. A site in trouble answers {@code []} to anything; taken at its word, everything
 * would be gone.
 */
final class AnswerShape {

    /** The list that each function answers, empty or not. Others answer a list itself, or an object of another form. */
    private static final Map<String, String> LISTS = Map.of(
            Functions.ASSIGNMENTS, "courses",
            Functions.QUIZZES, "quizzes",
            Functions.ATTEMPTS, "attempts",
            Functions.ATTEMPTS_SINCE_5, "attempts",
            Functions.DISCUSSIONS, "discussions",
            Functions.POSTS, "posts",
            Functions.EVENTS, "events",
            Functions.GROUPS, "groups",
            Functions.UPDATES, "instances",
            Functions.TOTALS, "grades");

    private AnswerShape() {}

    /** Returns the answer as it is, or an error in its place if what it must hold is not there. */
    static Response checked(Response answer) {
        if (!answer.ok()) {
            return answer;
        }
        if (!holds(answer)) {
            return Response.empty(answer.call());
        }
        if (isOfAnother(answer)) {
            return Response.unreadable(answer.call(), "it is of something else than was asked for");
        }
        Shape shape = Shapes.ofAnswer(answer.call().function());
        return answer.json().isObject()
                ? shape.misfit(answer.json())
                        .map(why -> Response.unreadable(answer.call(), why))
                        .orElse(answer)
                : answer;
    }

    /** Some answers say what they are of. */
    private static boolean isOfAnother(Response answer) {
        JsonNode json = answer.json();
        return switch (answer.call().function()) {
            case Functions.GRADES -> differs(answer, json.path("usergrades"), "courseid", "courseid");
            case Functions.ATTEMPTS, Functions.ATTEMPTS_SINCE_5 ->
                differs(answer, json.path("attempts"), "quiz", "quizid");
            case Functions.POSTS -> differs(answer, json.path("posts"), "discussionid", "discussionid");
            case Functions.MODULE -> differs(answer, json.path("cm"), "id", "cmid");
            default -> false;
        };
    }

    /** @param told the element that tells it, or a list of such */
    private static boolean differs(Response answer, JsonNode told, String field, String argument) {
        String asked = String.valueOf(answer.call().arguments().get(argument));
        List<JsonNode> elements = told.isObject() ? List.of(told) : Json.list(told);
        return elements.stream()
                .anyMatch(element ->
                        element.has(field) && !Json.text(element, field).equals(asked));
    }

    private static boolean holds(Response answer) {
        String function = answer.call().function();
        JsonNode json = answer.json();
        @Nullable String list = LISTS.get(function);
        if (list == null) {
            list = ModuleList.listOf(function);
        }
        if (list != null) {
            return json.path(list).isArray();
        }
        return switch (function) {
            // A course has at least its first section, a report at least its student.
            case Functions.CONTENTS -> json.isArray() && !json.isEmpty();
            case Functions.GRADES ->
                json.path("usergrades").isArray() && !json.path("usergrades").isEmpty();
            case Functions.COURSES, Functions.FORUMS, Functions.PROFILES -> json.isArray();
            default -> json.isObject();
        };
    }
}
