package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.ByItself;
import dev.unitracker.moodle.internal.answers.CourseContents;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Missed;
import dev.unitracker.spi.Missed.Code;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Sink;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One part of a reading: which of the answers are its, and what they say. */
abstract class PartReader {

    private final String name;

    PartReader(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    abstract void observe(Reading reading, Sink sink);

    Scope scope(String key) {
        return new Scope(name, key);
    }

    Scope scope(String key, Course course) {
        return scope(key + "/" + Keys.course(course.id()));
    }

    Evidence evidence(Response answer) {
        return new Evidence(name, answer.call().describe(), answer.artifact());
    }

    Observation complete(Scope scope, List<Sighting> sightings, Response answer) {
        return Observation.complete(scope, distinct(sightings), evidence(answer));
    }

    /** Returns an observation of all there is; even of nothing, if somebody bears witness to it. */
    Observation complete(Scope scope, List<Sighting> sightings, Response answer, Completeness witnessed) {
        return new Observation(scope, witnessed, distinct(sightings), Set.of(), evidence(answer));
    }

    /**
     * Tells whether nothing can be said of a course by a list of all courses: the list is empty, and the course's contents,
     * which would bear witness, failed. That they did is said already.
     */
    static boolean isUntold(List<Sighting> ofAllCourses, Course course, Reading reading) {
        return ofAllCourses.isEmpty() && reading.asking().failed(reading.calls().contents(course.id()));
    }

    /**
     * Returns how well it is known that a course has none of a kind of activity, if a list of all courses shows none of it:
     * the list shows some of other courses, or the course's contents were read, which show those that are there.
     */
    static Completeness listed(List<Sighting> ofAllCourses, Course course, Reading reading) {
        if (!ofAllCourses.isEmpty()) {
            return Completeness.witnessed("other courses in the same answer");
        }
        boolean contentsTell =
                reading.contents(course).filter(CourseContents::hasSections).isPresent();
        return contentsTell ? Completeness.witnessed("the contents of the course") : Completeness.COMPLETE;
    }

    Observation failed(Scope scope, String what, Response answer) {
        return Observation.notLooked(scope, missed(what, answer));
    }

    /**
     * Returns that something was not seen which has a name.
     *
     * @param what what sort of thing it is, for a log; the name follows
     */
    Observation failed(Scope scope, String what, String name, Response answer) {
        return Observation.notLooked(scope, missed(what + name, answer).named(name));
    }

    /** Returns what was not seen because an error was answered. */
    static Missed missed(String what, Response answer) {
        Code code = answer.isEmpty() ? Code.NOT_WITNESSED : Code.FAILED;
        return new Missed(code, what, String.valueOf(answer.error()));
    }

    /** Returns what was not seen because the student is not let in. */
    static Missed noAccess(String what) {
        return new Missed(Code.NO_ACCESS, what, "the site lets nobody in there");
    }

    /** Returns sightings that say what moved by itself since the last look at their scope. */
    static List<Sighting> sinceLastLook(List<Sighting> seen, List<Remembered> remembered, Reading reading) {
        ByItself byItself = new ByItself(
                remembered.stream().map(Remembered::sighting).toList(),
                seen,
                reading.look().request().startedAt());
        return seen.stream().map(byItself::noted).toList();
    }

    static List<Sighting> ofCourse(List<Sighting> sightings, Course course) {
        return sightings.stream()
                .filter(sighting -> Keys.course(course.id()).equals(sighting.course()))
                .toList();
    }

    /** What an answer lists twice counts once: the first time. */
    static List<Sighting> distinct(List<Sighting> sightings) {
        Map<String, Sighting> byKey = new LinkedHashMap<>();
        sightings.forEach(sighting -> byKey.putIfAbsent(sighting.key(), sighting));
        return List.copyOf(byKey.values());
    }

    /** Returns the ids of courses of which an answer warns that the student is not let in. */
    static Set<Long> withoutAccess(Response answer) {
        return Json.list(answer.json().path("warnings")).stream()
                .filter(warning -> Json.text(warning, "item").equals("course"))
                .map(warning -> Json.number(warning, "itemid"))
                .collect(Collectors.toSet());
    }

    /**
     * Returns sightings that also state, as it was last stated in their scope, what some fields are of which they say
     * nothing now: what is told only while the student is let in does not end when the student is not.
     */
    static List<Sighting> withWhatWasTold(List<Sighting> seen, Scope scope, Set<Field> fields, Reading reading) {
        Map<String, Sighting> told = new HashMap<>();
        reading.remembered(scope.toString()).stream()
                .filter(known -> known.scope().equals(scope))
                .forEach(known -> told.put(known.sighting().key(), known.sighting()));
        return seen.stream()
                .map(sighting -> withWhatWasTold(sighting, told.getOrDefault(sighting.key(), sighting), fields))
                .toList();
    }

    private static Sighting withWhatWasTold(Sighting seen, Sighting before, Set<Field> fields) {
        SortedMap<String, String> stated = new TreeMap<>(seen.fields());
        fields.forEach(field -> before.stated(field).ifPresent(value -> stated.putIfAbsent(field.key(), value)));
        return seen.with(stated, seen.memo());
    }
}
