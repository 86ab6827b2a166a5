package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.spi.Completeness;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One kind of activity as a question that names no course lists it. The site looks into the courses that it counts among the
 * student's at that moment, and into no other: of a course that was not asked for, the list tells nothing. It may also leave
 * out courses that it does not let the student into, and then it warns.
 */
final class ActivityList {

    private final String what;
    private final List<Sighting> sightings;
    private final Map<String, List<Sighting>> byCourse;
    private final Set<Long> withoutAccess;
    private final Reading reading;

    /**
     * @param what what is listed, for the report
     * @param sightings what the answer shows, of all courses
     */
    ActivityList(String what, List<Sighting> sightings, Response answer, Reading reading) {
        this.what = what;
        this.sightings = sightings;
        this.byCourse = sightings.stream()
                .filter(sighting -> sighting.course() != null)
                .collect(Collectors.groupingBy(sighting -> String.valueOf(sighting.course())));
        this.withoutAccess = withoutAccess(answer);
        this.reading = reading;
    }

    /** Returns what the list shows of a course, in its order. */
    List<Sighting> of(Course course) {
        return byCourse.getOrDefault(Keys.course(course.id()), List.of());
    }

    /**
     * Returns how completely the list shows a course.
     *
     * @param scope what earlier looks saw of the course in this list
     */
    Completeness completeness(Scope scope, Course course) {
        if (withoutAccess.contains(course.id())) {
            return Completeness.notLooked(PartReader.noAccess(what(course)));
        }
        return isToldOf(course) ? contradicted(scope, course, witness(course)) : Completeness.notLooked(untold(course));
    }

    /**
     * Returns how completely a course was seen in which some activities are missing; the contents of the course may show them.
     *
     * @param otherwise what counts if the contents do not show them
     */
    Completeness contradicted(Scope scope, Course course, Completeness otherwise) {
        Set<String> missing = missing(scope, course);
        missing.retainAll(missing.isEmpty() ? Set.of() : reading.shown().openModules(course));
        return missing.isEmpty()
                ? otherwise
                : Completeness.partial(new Missed(
                        Code.CONTRADICTED,
                        what(course),
                        missing.size() + " did not come that the course's contents show; nothing is taken as removed"));
    }

    /**
     * What shows some of a course looked into it. Otherwise the list of courses has to show it, and so that an empty list means
     * something, the course's contents must not have failed.
     */
    private boolean isToldOf(Course course) {
        boolean contentsFailed = reading.asking().failed(reading.calls().contents(course.id()));
        return !of(course).isEmpty() || (reading.shown().isListed(course) && !(sightings.isEmpty() && contentsFailed));
    }

    private Completeness witness(Course course) {
        if (!sightings.isEmpty()) {
            return Completeness.witnessed("other activities in the same answer");
        }
        boolean told = reading.shown().believedContents(course).isPresent()
                && !reading.shown().hasNameless(course);
        return told ? Completeness.witnessed("the contents of the course") : Completeness.COMPLETE;
    }

    private Missed untold(Course course) {
        return new Missed(
                Code.NOT_WITNESSED, what(course), "nothing came, and nothing tells whether the course was looked into");
    }

    private String what(Course course) {
        return what + " of " + course.name();
    }

    private Set<String> missing(Scope scope, Course course) {
        Set<String> missing = new HashSet<>();
        reading.remembered(scope).stream()
                .filter(known -> !known.gone())
                .forEach(known -> missing.add(known.sighting().key()));
        of(course).forEach(sighting -> missing.remove(sighting.key()));
        missing.removeAll(reading.asking().unread().keys());
        return missing;
    }

    /** Returns the ids of courses of which an answer warns that the student is not let in. */
    static Set<Long> withoutAccess(Response answer) {
        return Json.list(answer.json().path("warnings")).stream()
                .filter(warning -> Json.text(warning, "item").equals("course"))
                .map(warning -> Json.number(warning, "itemid"))
                .collect(Collectors.toSet());
    }
}
