package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.Courses;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sink;
import java.util.List;
import java.util.Set;

/** The student's courses. */
final class CoursesPart extends PartReader {

    private static final int SUSPICIOUS_FROM = 5;

    CoursesPart(String collector) {
        super(MoodlePart.COURSES, collector);
    }

    @Override
    void observe(Reading reading, Sink sink) {
        Response answer = reading.asking().answer(reading.calls().courses());
        if (!answer.ok()) {
            sink.observe(failed(scope("courses"), "list of courses", answer));
            return;
        }
        List<Course> courses = Courses.read(answer.json());
        Scope scope = scope("courses");
        sink.observe(new Observation(
                scope,
                completeness(courses, reading.memory().courses()),
                withWhatWasTold(
                        distinct(Courses.sightings(answer.json(), reading.links())),
                        scope,
                        Set.of(Field.BODY),
                        reading),
                Set.of(),
                evidence(answer)));
    }

    private static Completeness completeness(List<Course> now, List<Course> before) {
        long left = before.stream()
                .filter(course -> now.stream().noneMatch(other -> other.id() == course.id()))
                .count();
        if (now.isEmpty() && !before.isEmpty()) {
            return Completeness.doubted(
                    new Missed(Code.NOT_WITNESSED, "list of courses", "came back empty; nothing is taken as removed"));
        }
        if (left >= SUSPICIOUS_FROM && left * 2 > before.size()) {
            return Completeness.doubted(new Missed(
                    Code.VANISHED,
                    "list of courses",
                    left + " of " + before.size() + " are missing at once; nothing is taken as removed"));
        }
        return Completeness.COMPLETE;
    }
}
