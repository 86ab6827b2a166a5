package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Completion;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.Quizzes;
import dev.unitracker.moodle.internal.answers.Quizzes.Quiz;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sink;
import java.util.List;
import java.util.Set;

/** Quizzes, and the student's attempts. */
final class QuizzesPart extends PartReader {

    QuizzesPart(String collector) {
        super(MoodlePart.QUIZZES, collector);
    }

    @Override
    void observe(Reading reading, Sink sink) {
        Response answer = reading.asking().answer(reading.calls().quizzes());
        if (!answer.ok()) {
            sink.observe(failed(scope("quizzes"), "quizzes", answer));
            return;
        }
        List<Quiz> quizzes = reading.quizzes();
        ActivityList list = new ActivityList("quizzes", reading.listedQuizzes(), answer, reading);
        for (Course course : reading.courses()) {
            Scope scope = scope("quizzes", course);
            sink.observe(observation(
                    scope,
                    withWhatWasTold(list.of(course), scope, Set.of(Field.TIME_LIMIT, Field.ATTEMPTS), reading),
                    answer,
                    list.completeness(scope, course)));
        }
        quizzes.forEach(quiz -> readOne(
                "attempts/" + Keys.module(quiz.cmid()),
                "attempts at ",
                Json.text(quiz.json(), "name"),
                sink,
                () -> attempts(quiz, reading, sink)));
    }

    private void attempts(Quiz quiz, Reading reading, Sink sink) {
        Call call = reading.calls().attempts(quiz);
        if (!reading.asking().asked(call)) {
            return;
        }
        Response answer = reading.asking().answer(call);
        Scope scope = scope("attempts/" + Keys.module(quiz.cmid()));
        if (!answer.ok()) {
            sink.observe(failed(scope, "attempts at ", Json.text(quiz.json(), "name"), answer));
            return;
        }
        boolean lost = answer.json().path("attempts").isEmpty() && wasDone(scope, reading);
        sink.observe(complete(scope, lost ? List.of() : List.of(Quizzes.attempts(quiz, answer.json())), answer));
    }

    private static boolean wasDone(Scope scope, Reading reading) {
        return reading.remembered(scope).stream()
                .map(Remembered::sighting)
                .anyMatch(seen -> seen.stated(Field.COMPLETION)
                        .filter(Completion.COMPLETED.key()::equals)
                        .isPresent());
    }
}
