package dev.unitracker.moodle.internal.look;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.moodle.internal.client.Response;
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
        return !answer.ok() || holds(answer) ? answer : Response.empty(answer.call());
    }

    private static boolean holds(Response answer) {
        String function = answer.call().function();
        JsonNode json = answer.json();
        @Nullable String list = LISTS.get(function);
        if (list != null) {
            return json.path(list).isArray();
        }
        return switch (function) {
            // A course has at least its first section, a report at least its student.
            case Functions.CONTENTS -> json.isArray() && !json.isEmpty();
            case Functions.GRADES -> !json.path("usergrades").isEmpty();
            case Functions.COURSES, Functions.FORUMS, Functions.PROFILES -> json.isArray();
            default -> json.isObject();
        };
    }
}
