package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.Quizzes;
import dev.unitracker.moodle.internal.answers.Quizzes.Quiz;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.util.List;
import java.util.Set;

/** Quizzes, and the student's attempts. */
final class QuizzesPart extends PartReader {

    QuizzesPart(String collector) {
        super(MoodlePart.QUIZZES.of(collector));
    }

    @Override
    void observe(Reading reading, Sink sink) {
        Response answer = reading.asking().answer(reading.calls().quizzes());
        if (!answer.ok()) {
            sink.observe(failed(scope("quizzes"), "quizzes", answer));
            return;
        }
        List<Quiz> quizzes = reading.quizzes();
        List<Sighting> sightings = Quizzes.sightings(quizzes, reading.links());
        Set<Long> unseen = withoutAccess(answer);
        for (Course course : reading.courses()) {
            if (unseen.contains(course.id()) || isUntold(sightings, course, reading)) {
                continue;
            }
            Scope scope = scope("quizzes", course);
            sink.observe(complete(
                    scope,
                    withWhatWasTold(
                            ofCourse(sightings, course), scope, Set.of(Field.TIME_LIMIT, Field.ATTEMPTS), reading),
                    answer,
                    listed(sightings, course, reading)));
        }
        quizzes.forEach(quiz -> attempts(quiz, reading, sink));
    }

    private void attempts(Quiz quiz, Reading reading, Sink sink) {
        Call call = reading.calls().attempts(quiz);
        if (!reading.asking().asked(call)) {
            return;
        }
        Response answer = reading.asking().answer(call);
        Scope scope = scope("attempts/" + Keys.module(quiz.cmid()));
        sink.observe(
                answer.ok()
                        ? complete(scope, List.of(Quizzes.attempts(quiz, answer.json())), answer)
                        : failed(scope, "attempts at ", Json.text(quiz.json(), "name"), answer));
    }
}
