package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.CalendarEvents;
import dev.unitracker.moodle.internal.answers.CourseContents;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Keys;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calendar: events of the site, the courses, the groups and the student. */
final class CalendarPart extends PartReader {

    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(365);

    /** An event this near to the window's edge may be out of it by the time of the next look. */
    private static final Duration EDGE = Duration.ofDays(1);

    CalendarPart(String collector) {
        super(MoodlePart.CALENDAR, collector);
    }

    static Call call(Reading reading, List<Course> courses) {
        Instant now = reading.look().request().startedAt();
        List<Long> groups = groups(reading);
        List<Long> ids = courses.stream().map(Course::id).toList();
        return reading.calls()
                .events(ids, groups.isEmpty() ? reading.memory().groups() : groups, now.minus(BACK), now.plus(AHEAD));
    }

    /** Of a group that the student left, the site leaves out the events; one that is asked for in vain does no harm. */
    private static List<Long> groups(Reading reading) {
        return reading.good(reading.calls().groups())
                .map(answer -> Json.list(answer.json().path("groups")).stream()
                        .map(group -> Json.number(group, "id"))
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    @Override
    void observe(Reading reading, Sink sink) {
        Response answer = reading.asking().answer(call(reading, reading.courses()));
        Scope scope = scope("events");
        if (!answer.ok()) {
            sink.observe(failed(scope, "calendar", answer));
            return;
        }
        reading.memory().groups(groups(reading));
        CalendarEvents events = new CalendarEvents(
                answer.json(), reading.asking().site().student(), reading.links(), instances(reading)::get);
        Completeness completeness = completeness(reading, answer);
        sink.observe(observation(scope, completeness, events.sightings(), reading, answer));
        // Of their own, because a date for everybody must not take the place of one that a list has lost.
        sink.observe(observation(scope("exceptions"), completeness, events.exceptions(), reading, answer));
        // Of their own, because an activity's beginning may leave the window before its end does.
        sink.observe(observation(scope("starts"), completeness, events.starts(), reading, answer));
        sink.observe(observation(scope("expected"), completeness, events.expectations(), reading, answer));
        leftOut(reading, answer).ifPresent(courses -> sink.observe(Observation.notLooked(scope("left out"), courses)));
    }

    private Observation observation(
            Scope scope, Completeness completeness, List<Sighting> seen, Reading reading, Response answer) {
        List<Remembered> remembered = reading.remembered(scope);
        List<Sighting> sightings =
                new ArrayList<>(withWhatWasTold(seen, scope, Set.of(Field.BODY, Field.PLACE), reading));
        sightings.addAll(stillThere(
                seen,
                remembered,
                lookedInto(reading, answer),
                reading.look().request().startedAt()));
        return new Observation(
                scope, completeness, sinceLastLook(sightings, remembered, reading), Set.of(), evidence(answer));
    }

    /** Returns the keys of the courses whose events were asked for and that the student was let into. */
    private static Set<String> lookedInto(Reading reading, Response answer) {
        Set<Long> unseen = ActivityList.withoutAccess(answer);
        return reading.courses().stream()
                .map(Course::id)
                .filter(id -> !unseen.contains(id))
                .map(Keys::course)
                .collect(Collectors.toSet());
    }

    private Completeness completeness(Reading reading, Response answer) {
        Optional<Missed> leftOut = leftOut(reading, answer);
        // What a first look did not see must not be new the day it is seen.
        if (leftOut.isPresent() && reading.remembered(scope("events")).isEmpty()) {
            return Completeness.partial(leftOut.get());
        }
        Response groups = reading.asking().answer(reading.calls().groups());
        boolean offered = reading.asking().site().offers(Functions.GROUPS);
        Completeness all = answer.json().path("events").isEmpty()
                ? Completeness.doubted(new Missed(
                        Code.NOT_WITNESSED, "calendar", "came without any event; nothing is taken as removed"))
                : Completeness.witnessed("other events in the same answer");
        return groups.ok() || !offered ? all : Completeness.partial(missed("calendar events of groups", groups));
    }

    /** Returns which courses' events are not in an answer, because the student was not let in; empty if all are. */
    private static Optional<Missed> leftOut(Reading reading, Response answer) {
        Set<Long> unseen = ActivityList.withoutAccess(answer);
        String courses = reading.courses().stream()
                .filter(course -> unseen.contains(course.id()))
                .map(Course::name)
                .collect(Collectors.joining(", "));
        return courses.isEmpty()
                ? Optional.empty()
                : Optional.of(noAccess("calendar events of " + courses).named(courses));
    }

    /**
     * What left the window that is asked for is still there, and so is what a course has that was not asked for or that the
     * site lets nobody into; it is stated again as it was.
     */
    private static List<Sighting> stillThere(
            List<Sighting> seen, List<Remembered> remembered, Set<String> lookedInto, Instant now) {
        Set<String> keys = new HashSet<>();
        seen.forEach(sighting -> keys.add(sighting.key()));
        return remembered.stream()
                .filter(Remembered::seen)
                .map(Remembered::sighting)
                .filter(sighting -> !keys.contains(sighting.key()))
                .filter(sighting -> outside(sighting, now) || isUnseen(sighting, lookedInto))
                .toList();
    }

    private static boolean isUnseen(Sighting sighting, Set<String> lookedInto) {
        return sighting.course() != null && !lookedInto.contains(sighting.course());
    }

    private static boolean outside(Sighting sighting, Instant now) {
        // What confirms an activity's date has no start of its own.
        String start = sighting.stated(Field.STARTS_AT)
                .or(() -> sighting.stated(Field.DUE_AT))
                .orElse("");
        if (start.isEmpty()) {
            return false;
        }
        String end = sighting.fields().getOrDefault(Field.ENDS_AT.key(), "");
        Instant last = Instant.parse(end.isEmpty() ? start : end);
        // An activity that has begun has begun; Moodle takes a chat's session out of the calendar then.
        boolean begun = !sighting.presence() && sighting.stated(Field.STARTS_AT).isPresent() && !last.isAfter(now);
        return begun
                || last.isBefore(now.minus(BACK).plus(EDGE))
                || Instant.parse(start).isAfter(now.plus(AHEAD).minus(EDGE));
    }

    /** Returns the course-module ids of activities as calendars call them, of this look before earlier ones. */
    private static Instances instances(Reading reading) {
        Map<String, Long> now = new HashMap<>();
        for (Course course : reading.courses()) {
            reading.contents(course)
                    .map(CourseContents::modules)
                    .orElse(List.of())
                    .forEach(module -> now.put(module.modname() + " " + module.instance(), module.cmid()));
        }
        reading.assignments().forEach(known -> now.put("assign " + known.instance(), known.cmid()));
        reading.quizzes().forEach(known -> now.put("quiz " + known.instance(), known.cmid()));
        return new Instances(now, reading.memory());
    }

    private record Instances(Map<String, Long> now, EarlierLooks memory) {
        @Nullable
        Long get(String instance) {
            Long cmid = now.get(instance);
            return cmid != null ? cmid : memory.cmid(instance);
        }
    }
}
