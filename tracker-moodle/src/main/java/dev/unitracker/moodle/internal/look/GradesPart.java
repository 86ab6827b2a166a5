package dev.unitracker.moodle.internal.look;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.Categories;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Grades;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The student's own grades. */
final class GradesPart extends PartReader {

    GradesPart(String collector) {
        super(MoodlePart.GRADES, collector);
    }

    @Override
    void observe(Reading reading, Sink sink) {
        for (Course course : reading.courses()) {
            Call call = reading.calls().grades(course.id());
            if (reading.asking().asked(call)) {
                Response answer = reading.asking().answer(call);
                readOne(
                        "grades/" + Keys.course(course.id()),
                        "grades of ",
                        course.name(),
                        sink,
                        () -> sink.observe(
                                answer.ok()
                                        ? grades(course, answer, reading)
                                        : failed(scope("grades", course), "grades of ", course.name(), answer)));
            }
        }
    }

    /** The names of categories are asked for at each full look, and where one has none yet. */
    static boolean needsNames(Response report, Course course, Reading reading) {
        return reading.look().request().full()
                ? Categories.has(report.json())
                : Categories.hasUnnamed(report.json(), before(course, reading));
    }

    private static List<Sighting> before(Course course, Reading reading) {
        Scope scope = new Scope(reading.nameOf(MoodlePart.GRADES), "grades/" + Keys.course(course.id()));
        return reading.remembered(scope).stream().map(Remembered::sighting).toList();
    }

    private Observation grades(Course course, Response answer, Reading reading) {
        Scope scope = scope("grades", course);
        List<Sighting> named = Categories.named(
                Grades.sightings(course.id(), answer.json(), reading.links()),
                answer.json(),
                reading.good(reading.calls().gradeItems(course.id()))
                        .map(Response::json)
                        .orElse(MissingNode.getInstance()),
                before(course, reading));
        List<Sighting> seen =
                withWhatWasTold(named, scope, Set.of(Field.GRADE, Field.GRADE_MAXIMUM, Field.GRADE_FEEDBACK), reading);
        return new Observation(
                scope,
                completeness(course, answer),
                withUnknown(seen, scope, answer, reading),
                Set.of(),
                evidence(answer));
    }

    private static Completeness completeness(Course course, Response answer) {
        long uncomputed = Grades.uncomputed(course.id(), answer.json());
        return uncomputed == 0
                ? Completeness.COMPLETE
                : Completeness.partial(new Missed(
                        Code.NOT_READY,
                        "grades of " + course.name(),
                        "the site has yet to compute " + uncomputed + " of them; they are taken to be as they were",
                        course.name()));
    }

    /** A grade whose activity is not told is still that activity's: the site is about to delete it, or left it out. */
    private static List<Sighting> withUnknown(List<Sighting> seen, Scope scope, Response answer, Reading reading) {
        Set<String> unknown = Grades.ofUnknownActivities(answer.json()).stream()
                .map(reading.memory()::cmid)
                .filter(Objects::nonNull)
                .map(Keys::module)
                .collect(Collectors.toSet());
        List<Sighting> all = new ArrayList<>(seen);
        seen.forEach(sighting -> unknown.remove(sighting.key()));
        reading.remembered(scope).stream()
                .map(Remembered::sighting)
                .filter(sighting -> unknown.contains(sighting.key()))
                .forEach(all::add);
        return all;
    }
}
