package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.Assignments;
import dev.unitracker.moodle.internal.answers.Assignments.Assignment;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Instructions;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.OwnSubmission;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Assignments, and the student's submission and extension. */
final class AssignmentsPart extends PartReader {

    /** The answer names each course that it looked into, with a list that may be empty. */
    private static final Completeness NAMED = Completeness.witnessed("the course in the list of assignments");

    AssignmentsPart(String collector) {
        super(MoodlePart.ASSIGNMENTS, collector);
    }

    @Override
    void observe(Reading reading, Sink sink) {
        Response answer = reading.asking().answer(reading.calls().assignments());
        if (!answer.ok()) {
            sink.observe(failed(scope("assignments"), "assignments", answer));
            return;
        }
        List<Assignment> assignments = reading.assignments();
        ActivityList list = new ActivityList("assignments", reading.listedAssignments(), answer, reading);
        for (Course course : reading.courses()) {
            Scope scope = scope("assignments", course);
            sink.observe(
                    reading.shown().isNamedWithAssignments(course)
                            ? new Observation(
                                    scope,
                                    list.contradicted(scope, course, NAMED),
                                    told(distinct(list.of(course)), scope, assignments, reading),
                                    withoutFiles(assignments),
                                    evidence(answer))
                            : Observation.notLooked(scope, unnamed(course, answer, reading)));
        }
        assignments.forEach(assignment -> readOne(
                "submission/" + Keys.module(assignment.cmid()),
                "submission of ",
                Json.text(assignment.json(), "name"),
                sink,
                () -> status(assignment, reading, sink)));
    }

    private static Missed unnamed(Course course, Response answer, Reading reading) {
        return reading.asking()
                .unread()
                .hole(answer.call())
                .orElseGet(() -> noAccess("assignments of " + course.name()).named(course.name()));
    }

    /** The introduction may be told only from a day on, and the instructions only while work is accepted. */
    private static List<Sighting> told(
            List<Sighting> seen, Scope scope, List<Assignment> assignments, Reading reading) {
        List<Sighting> before =
                reading.remembered(scope).stream().map(Remembered::sighting).toList();
        Set<String> withheld = assignments.stream()
                .filter(assignment -> !assignment.tellsInstructions())
                .filter(assignment -> reading.good(reading.calls().submission(assignment))
                        .filter(status -> Assignments.mayHandIn(status.json()))
                        .isEmpty())
                .map(assignment -> Keys.module(assignment.cmid()))
                .collect(Collectors.toSet());
        return withWhatWasTold(
                Instructions.kept(seen, before, withheld),
                scope,
                Set.of(Field.BODY, Field.TIME_LIMIT, Field.ATTEMPTS),
                reading);
    }

    /** Files may be shown only as long as work is accepted; that they are not listed does not mean that they are gone. */
    private static Set<String> withoutFiles(List<Assignment> assignments) {
        return assignments.stream()
                .filter(assignment -> !assignment.json().has("introattachments"))
                .map(assignment -> Keys.module(assignment.cmid()))
                .collect(Collectors.toSet());
    }

    private void status(Assignment assignment, Reading reading, Sink sink) {
        Call call = reading.calls().submission(assignment);
        if (!reading.asking().asked(call)) {
            return;
        }
        Response answer = reading.asking().answer(call);
        Scope scope = scope("submission/" + Keys.module(assignment.cmid()));
        String name = Json.text(assignment.json(), "name");
        if (!answer.ok()) {
            sink.observe(failed(scope, "submission of ", name, answer));
            return;
        }
        List<Sighting> before =
                reading.remembered(scope).stream().map(Remembered::sighting).toList();
        List<Sighting> seen = OwnSubmission.stillTold(
                Assignments.status(assignment, answer.json(), reading.links()), before, assignment, answer.json());
        sink.observe(observation(scope, seen, answer, completeness(answer, name)));
    }

    /** What was returned with a grade is no longer told when the grade is taken back, or when the answer lacks it. */
    private static Completeness completeness(Response answer, String name) {
        boolean whole = answer.json().path("lastattempt").isObject()
                && answer.json().path("feedback").path("plugins").isArray();
        return whole
                ? Completeness.COMPLETE
                : Completeness.doubted(new Missed(
                        Code.NOT_WITNESSED,
                        "submission of " + name,
                        "came without what it held; nothing is taken as removed",
                        name));
    }
}
