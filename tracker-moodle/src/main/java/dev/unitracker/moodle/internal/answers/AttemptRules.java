package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.spi.Sighting;

/** How long an attempt may take and how many there are. Overrides of the student and the groups are in both already. */
final class AttemptRules {

    private static final String UNLIMITED = "∞";

    private AttemptRules() {}

    /** States the rules of a quiz, as far as the student is told them; as many attempts as one likes are usual. */
    static void ofQuiz(JsonNode quiz, Sighting.Builder sighting) {
        timeLimit(quiz, sighting);
        if (quiz.has("attempts")) {
            long attempts = Json.number(quiz, "attempts");
            sighting.state(Field.ATTEMPTS, attempts > 0 ? Long.toString(attempts) : null);
        }
    }

    /** States the rules of an assignment, as far as the site tells them; one attempt is usual. */
    static void ofAssignment(JsonNode assignment, Sighting.Builder sighting) {
        timeLimit(assignment, sighting);
        if (assignment.has("maxattempts")) {
            long attempts = Json.text(assignment, "attemptreopenmethod").equals("none")
                    ? 1
                    : Json.number(assignment, "maxattempts");
            sighting.state(Field.ATTEMPTS, attempts < 0 ? UNLIMITED : attempts > 1 ? Long.toString(attempts) : null);
        }
    }

    private static void timeLimit(JsonNode activity, Sighting.Builder sighting) {
        if (activity.has("timelimit")) {
            long seconds = Json.number(activity, "timelimit");
            sighting.state(Field.TIME_LIMIT, seconds > 0 ? duration(seconds) : null);
        }
    }

    /** In units that are the same in all languages. */
    private static String duration(long seconds) {
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
