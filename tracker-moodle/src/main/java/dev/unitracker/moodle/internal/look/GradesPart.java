package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Grades;
import dev.unitracker.moodle.internal.client.Answer;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
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
                Scope scope = scope("grades", course);
                observations.accept(
                        answer.ok()
                                ? complete(scope, Grades.sightings(course.id(), answer.json(), reading.links()), answer)
                                : failed(scope, "grades of " + course.name(), answer));
            }
        }
    }
}
