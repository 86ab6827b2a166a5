package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Grades;
import dev.unitracker.moodle.internal.client.Answer;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import java.util.Set;
import java.util.function.Consumer;

/** The student's own grades. */
final class GradesPart extends Part {

    GradesPart() {
        super(Names.GRADES);
    }

    @Override
    void observe(Reading reading, Consumer<Observation> observations) {
        for (Course course : reading.courses()) {
            Call call = reading.calls().grades(course.id());
            if (reading.asking().asked(call)) {
                Answer answer = reading.asking().answer(call);
                observations.accept(
                        answer.ok()
                                ? grades(course, answer, reading)
                                : failed(scope("grades", course), "grades of " + course.name(), answer));
            }
        }
    }

    private Observation grades(Course course, Answer answer, Reading reading) {
        long uncomputed = Grades.uncomputed(course.id(), answer.json());
        return new Observation(
                scope("grades", course),
                uncomputed == 0
                        ? Completeness.COMPLETE
                        : Completeness.partial("grades of " + course.name() + ": the site has yet to compute "
                                + uncomputed + " of them; they are taken to be as they were"),
                Grades.sightings(course.id(), answer.json(), reading.links()),
                Set.of(),
                evidence(answer));
    }
}
