package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.Quizzes;
import dev.unitracker.moodle.internal.answers.Quizzes.Quiz;
import dev.unitracker.moodle.internal.client.Answer;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Quizzes, and the student's attempts. */
final class QuizzesPart extends Part {

    QuizzesPart() {
        super(Names.QUIZZES);
    }

    @Override
    void observe(Reading reading, Consumer<Observation> observations) {
        Answer answer = reading.asking().answer(reading.calls().quizzes());
        if (!answer.ok()) {
            observations.accept(failed(scope("quizzes"), "quizzes", answer));
            return;
        }
        List<Quiz> quizzes = reading.quizzes();
        List<Sighting> sightings = Quizzes.sightings(quizzes, reading.links());
        Set<Long> unseen = withoutAccess(answer);
        for (Course course : reading.courses()) {
            if (unseen.contains(course.id())) {
                continue;
            }
            Scope scope = scope("quizzes", course);
            observations.accept(complete(
                    scope,
                    withWhatWasTold(
                            ofCourse(sightings, course), scope, Set.of(Field.TIME_LIMIT, Field.ATTEMPTS), reading),
                    answer));
        }
        quizzes.forEach(quiz -> attempts(quiz, reading, observations));
    }

    private void attempts(Quiz quiz, Reading reading, Consumer<Observation> observations) {
        Call call = reading.calls().attempts(quiz);
        if (!reading.asking().asked(call)) {
            return;
        }
        Answer answer = reading.asking().answer(call);
        Scope scope = scope("attempts/" + Keys.module(quiz.cmid()));
        observations.accept(
                answer.ok()
                        ? complete(scope, List.of(Quizzes.attempts(quiz, answer.json())), answer)
                        : failed(scope, "attempts at " + Json.text(quiz.json(), "name"), answer));
    }
}
