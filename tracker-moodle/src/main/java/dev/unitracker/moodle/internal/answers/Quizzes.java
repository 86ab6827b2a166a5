package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.Completion;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mod_quiz_get_quizzes_by_courses} and the student's attempts say. Overrides of the student and the groups
 * are in the times already.
 */
public final class Quizzes {

    private Quizzes() {}

    /**
     * A quiz.
     *
     * @param course the course's id
     * @param instance the quiz's own id
     */
    public record Quiz(
            long course,
            long cmid,
            long instance,
            @Nullable Instant opens,
            @Nullable Instant closes,
            JsonNode json) {

        /** Tells whether an attempt may be under way, or have ended lately. */
        public boolean open(Instant now) {
            boolean begun = opens == null || !opens.isAfter(now);
            return begun && (closes == null || closes.plus(Duration.ofDays(14)).isAfter(now));
        }
    }

    /** Returns all quizzes of all courses, each once. */
    public static List<Quiz> read(JsonNode answer) {
        Set<Long> seen = new HashSet<>();
        return Json.list(answer.path("quizzes")).stream()
                .map(json -> new Quiz(
                        Json.number(json, "course"),
                        Json.number(json, "coursemodule"),
                        Json.number(json, "id"),
                        Json.instant(json, "timeopen"),
                        Json.instant(json, "timeclose"),
                        json))
                .filter(quiz -> quiz.cmid() > 0 && seen.add(quiz.cmid()))
                .toList();
    }

    /** Returns a sighting of each quiz, without the student's attempts. */
    public static List<Sighting> sightings(List<Quiz> quizzes, Links links) {
        return quizzes.stream().map(quiz -> sighting(quiz, links)).toList();
    }

    private static Sighting sighting(Quiz quiz, Links links) {
        Sighting.Builder sighting = Sighting.of(Keys.module(quiz.cmid()), ItemType.QUIZ)
                .course(Keys.course(quiz.course()))
                .memo(CourseContents.INSTANCE, "quiz " + quiz.instance())
                .title(HtmlText.title(Json.text(quiz.json(), "name")))
                .url(links.module("quiz", quiz.cmid()));
        // A student without the right to attempt it gets neither times nor introduction.
        if (quiz.json().has("timeclose")) {
            sighting.state(Field.STARTS_AT, quiz.opens()).due(quiz.closes(), DateRule.ACTIVITY);
        }
        if (quiz.json().has("intro")) {
            sighting.document(HtmlText.document(Json.text(quiz.json(), "intro")));
        }
        AttemptRules.ofQuiz(quiz.json(), sighting);
        return sighting.build();
    }

    /** Returns what the student's own attempts say of a quiz. */
    public static Sighting attempts(Quiz quiz, JsonNode answer) {
        boolean finished = Json.list(answer.path("attempts")).stream()
                .map(attempt -> Json.text(attempt, "state"))
                .anyMatch(state -> state.equals("finished") || state.equals("submitted"));
        return Sighting.about(Keys.module(quiz.cmid()))
                .course(Keys.course(quiz.course()))
                .completion(finished ? Completion.COMPLETED : Completion.INCOMPLETE)
                .build();
    }
}
