package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.Assignments;
import dev.unitracker.moodle.internal.answers.CourseContents;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Forums;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.internal.answers.Quizzes;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Missed;
import dev.unitracker.spi.Missed.Code;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sections, activities and files of each course, and the activities' introductions. */
final class ContentsPart extends PartReader {

    /** The name of the scope of the texts of a course's sections. */
    static final String SECTIONS = "sections";

    ContentsPart(String collector) {
        super(MoodlePart.CONTENTS.of(collector));
    }

    @Override
    void observe(Reading reading, Sink sink) {
        for (Course course : reading.courses()) {
            if (reading.asking().asked(reading.calls().contents(course.id()))) {
                sink.observe(contents(course, reading));
                reading.contents(course).ifPresent(contents -> sink.observe(sectionTexts(contents, course, reading)));
            }
        }
        for (String modname : new TreeSet<>(ModuleList.FUNCTIONS.keySet())) {
            Call call = reading.calls().modules(modname);
            boolean offered = reading.asking().site().offers(call.function());
            if (offered && reading.asking().asked(call)) {
                introductions(modname, reading.asking().answer(call), reading, sink);
            }
        }
    }

    private Observation contents(Course course, Reading reading) {
        Response answer = reading.asking().answer(reading.calls().contents(course.id()));
        if (!answer.ok()) {
            return failed(scope("contents", course), "contents of ", course.name(), answer);
        }
        CourseContents contents = new CourseContents(course.id(), answer.json(), reading.links());
        List<Remembered> remembered = remembered(scope("contents", course), reading);
        contents.closeWithin(remembered.stream()
                .filter(Remembered::seen)
                .map(Remembered::sighting)
                .toList());
        return new Observation(
                scope("contents", course),
                completeness(contents, course, reading),
                sightings(contents, remembered, reading),
                closed(contents, course, reading),
                evidence(answer));
    }

    /** A scope of their own, so that on a site long known what teachers wrote long ago is no news. */
    private Observation sectionTexts(CourseContents contents, Course course, Reading reading) {
        return new Observation(
                scope(SECTIONS, course),
                completeness(contents, course, reading),
                distinct(contents.sectionTexts()),
                contents.closed(),
                evidence(reading.asking().answer(reading.calls().contents(course.id()))));
    }

    /** A course without any activity contradicts other answers that show some of it. */
    private static Completeness completeness(CourseContents contents, Course course, Reading reading) {
        boolean emptied = contents.modules().isEmpty() && contents.closed().isEmpty();
        return emptied && !shownElsewhere(course, reading).isEmpty()
                ? Completeness.partial(new Missed(
                        Code.CONTRADICTED,
                        "contents of " + course.name(),
                        "came without the activities that other answers show; nothing is taken as removed",
                        course.name()))
                : contents.hasSections() ? Completeness.witnessed("the sections of the course") : Completeness.COMPLETE;
    }

    private static List<Remembered> remembered(Scope scope, Reading reading) {
        return reading.remembered(scope.toString()).stream()
                .filter(known -> known.scope().equals(scope))
                .toList();
    }

    private static List<Sighting> sightings(CourseContents contents, List<Remembered> remembered, Reading reading) {
        List<Sighting> sightings =
                new ArrayList<>(new OwnWork(reading).decides(contents.sightings(), contents.modules()));
        Set<String> seen = sightings.stream().map(Sighting::key).collect(Collectors.toSet());
        remembered.stream()
                .filter(known -> known.seen() && !seen.contains(known.sighting().key()))
                .flatMap(known -> contents.shutIn(known.sighting()).stream())
                .forEach(sightings::add);
        return sinceLastLook(sightings, remembered, reading);
    }

    /** What other answers show and the contents do not is there, and so are its files. */
    private static Set<String> closed(CourseContents contents, Course course, Reading reading) {
        Set<String> closed = new TreeSet<>(contents.closed());
        closed.addAll(shownElsewhere(course, reading));
        contents.modules().stream()
                .filter(module -> !module.restricted())
                .forEach(module -> closed.remove(Keys.module(module.cmid())));
        return closed;
    }

    private static Set<String> shownElsewhere(Course course, Reading reading) {
        List<Sighting> shown = new ArrayList<>();
        for (String modname : ModuleList.FUNCTIONS.keySet()) {
            reading.good(reading.calls().modules(modname))
                    .ifPresent(answer -> shown.addAll(ModuleList.sightings(modname, answer.json(), reading.links())));
        }
        shown.addAll(Assignments.sightings(reading.assignments(), reading.links()));
        shown.addAll(Quizzes.sightings(reading.quizzes(), reading.links()));
        shown.addAll(Forums.sightings(reading.forums(), reading.links()));
        return ofCourse(shown, course).stream()
                .map(Sighting::key)
                .filter(key -> key.startsWith("module:"))
                .collect(Collectors.toSet());
    }

    private void introductions(String modname, Response answer, Reading reading, Sink sink) {
        if (!answer.ok()) {
            sink.observe(failed(scope(modname), "texts of all " + modname + " activities", answer));
            return;
        }
        List<Sighting> sightings = ModuleList.sightings(modname, answer.json(), reading.links());
        Set<Long> unseen = withoutAccess(answer);
        for (Course course : reading.courses()) {
            if (!unseen.contains(course.id()) && !isUntold(sightings, course, reading)) {
                Scope scope = scope(modname, course);
                sink.observe(complete(
                        scope,
                        // A lesson's introduction is told only while it is open.
                        withWhatWasTold(
                                ofCourse(sightings, course), scope, Set.of(Field.FILE_VERSION, Field.BODY), reading),
                        answer,
                        listed(sightings, course, reading)));
            }
        }
    }
}
