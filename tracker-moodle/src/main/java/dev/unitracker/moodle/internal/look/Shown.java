package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.Assignments;
import dev.unitracker.moodle.internal.answers.CourseContents;
import dev.unitracker.moodle.internal.answers.Courses;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of one look show of each course, so that one can bear witness to another: of what an answer no longer
 * shows, others may tell that it is there. For one thread, and once all is asked.
 */
final class Shown {

    private final Reading reading;
    private final Map<Long, Set<String>> open = new HashMap<>();
    private final Map<Long, Set<String>> elsewhere = new HashMap<>();
    private @Nullable Set<Long> listed;
    private @Nullable Set<Long> named;
    private @Nullable Map<String, Set<String>> inLists;

    Shown(Reading reading) {
        this.reading = reading;
    }

    /** Tells whether the list of courses shows a course in this look: the site counts it among the student's now. */
    boolean isListed(Course course) {
        if (listed == null) {
            listed = reading.good(reading.calls().courses()).stream()
                    .flatMap(answer -> Courses.read(answer.json()).stream())
                    .map(Course::id)
                    .collect(Collectors.toSet());
        }
        return listed.contains(course.id());
    }

    /** Tells whether the answer about assignments names a course: it was looked into, whether it has any or not. */
    boolean isNamedWithAssignments(Course course) {
        if (named == null) {
            named = reading.good(reading.calls().assignments())
                    .map(answer -> Assignments.courses(answer.json()))
                    .orElse(Set.of());
        }
        return named.contains(course.id());
    }

    /**
     * Returns the keys of a course's activities that other answers show than the course's contents; of a list that cannot be read
     * in this look, or not all of it, those that it showed before: what it would say now nobody knows.
     */
    Set<String> elsewhere(Course course) {
        return elsewhere.computeIfAbsent(course.id(), id -> {
            Set<String> keys = new HashSet<>(inLists().getOrDefault(Keys.course(id), Set.of()));
            lists().filter(list -> isUnread(list.call()))
                    .map(list -> new Scope(reading.nameOf(list.part()), list.name() + "/" + Keys.course(id)))
                    .flatMap(scope -> reading.remembered(scope).stream())
                    .filter(Remembered::seen)
                    .forEach(known -> keys.add(known.sighting().key()));
            return keys;
        });
    }

    private boolean isUnread(Call call) {
        return reading.asking().failed(call)
                || reading.asking().unread().hole(call).isPresent();
    }

    /** A list of all activities of a kind: what asks for it, and how its scopes begin. */
    private record ListOfAll(MoodlePart part, String name, Call call) {}

    private Stream<ListOfAll> lists() {
        Calls calls = reading.calls();
        return Stream.concat(
                Stream.of(
                        new ListOfAll(MoodlePart.ASSIGNMENTS, "assignments", calls.assignments()),
                        new ListOfAll(MoodlePart.QUIZZES, "quizzes", calls.quizzes()),
                        new ListOfAll(MoodlePart.FORUMS, "forums", calls.forums())),
                ModuleList.FUNCTIONS.keySet().stream()
                        .map(modname -> new ListOfAll(MoodlePart.CONTENTS, modname, calls.modules(modname))));
    }

    private Map<String, Set<String>> inLists() {
        if (inLists == null) {
            inLists = activitiesInLists().stream()
                    .filter(sighting -> sighting.key().startsWith("module:"))
                    .collect(Collectors.groupingBy(
                            sighting -> String.valueOf(sighting.course()),
                            Collectors.mapping(Sighting::key, Collectors.toSet())));
        }
        return inLists;
    }

    private List<Sighting> activitiesInLists() {
        List<Sighting> shown = new ArrayList<>();
        for (String modname : ModuleList.FUNCTIONS.keySet()) {
            shown.addAll(reading.listedModules(modname));
        }
        shown.addAll(reading.listedAssignments());
        shown.addAll(reading.listedQuizzes());
        shown.addAll(reading.listedForums());
        return shown;
    }

    /**
     * Returns a course's contents, if they were read in this look and can be believed: they show something, or the answer
     * about assignments looked into the course as well and nothing else shows anything of it.
     */
    Optional<CourseContents> believedContents(Course course) {
        return reading.contents(course)
                .filter(contents -> contents.showsSomething()
                        || (isNamedWithAssignments(course) && elsewhere(course).isEmpty()));
    }

    /** Tells whether something in a course's contents cannot be read and does not even tell which it is. */
    boolean hasNameless(Course course) {
        Call contents = reading.calls().contents(course.id());
        return reading.asking().unread().hole(contents).isPresent();
    }

    /**
     * Returns the keys of the activities that a course's contents let the student into, in this look or else the last; in both
     * where the contents hold something that does not tell which it is.
     */
    Set<String> openModules(Course course) {
        return open.computeIfAbsent(course.id(), id -> {
            Optional<CourseContents> contents = believedContents(course);
            Set<String> keys = new HashSet<>();
            contents.ifPresent(now -> keys.addAll(now.openModules()));
            if (contents.isEmpty() || hasNameless(course)) {
                keys.addAll(reading.memory().openModules(course));
            }
            return keys;
        });
    }
}
