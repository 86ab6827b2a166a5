package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.internal.client.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a quick look reads whole though nothing there seems to have moved: some courses, and some lists of activities, in turn.
 * No update tells that an activity was restricted or removed, that an announcement's hour has come, that a discussion was
 * moved, or that grades are shown in another way. What was read whole longest ago comes first, as much as fits into one request
 * more; after six hours it is read in any case. For one thread, and once the overview is asked.
 */
final class Turn {

    /** So long what was read whole is left alone. */
    private static final Duration REST = Duration.ofHours(1);

    /** After so long it is read again, however many requests that takes. */
    private static final Duration LONGEST = Duration.ofHours(6);

    /** How many calls a request holds. */
    private static final int REQUEST = 10;

    /** The note of when each was read whole last: a line each, the second of the epoch and the name. */
    private static final String WHOLE = "whole";

    /**
     * What is read as a whole.
     *
     * @param name the key of a course, or what a list is owed as
     * @param calls what shows it whole, as far as the site offers it
     */
    private record Unit(String name, List<Call> calls) {}

    private final Reading reading;
    private final Instant now;
    private final Map<String, Instant> whole;

    Turn(Reading reading) {
        this.reading = reading;
        this.now = reading.look().request().startedAt();
        this.whole = whole(reading.look().memory().notes().getOrDefault(WHOLE, ""));
    }

    private static Map<String, Instant> whole(String note) {
        return note.lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(
                        line -> line[1],
                        line -> Instant.ofEpochSecond(Long.parseLong(line[0])),
                        (one, other) -> other,
                        TreeMap::new));
    }

    /** Returns the calls of a round, and of what has its turn now as many as one request more can hold. */
    List<Call> with(Collection<Call> round) {
        if (!reading.asksForAll(MoodlePart.CONTENTS, MoodlePart.GRADES, MoodlePart.FORUMS)) {
            return List.copyOf(round);
        }
        Set<Call> asked = new HashSet<>(round);
        List<Call> calls = new ArrayList<>(round);
        int size = reading.asking().site().offers(Functions.BATCH) ? REQUEST : 1;
        int room = ((asked.size() + size - 1) / size + 1) * size;
        for (Unit unit : due()) {
            Set<Call> more = new HashSet<>(unit.calls());
            more.removeAll(asked);
            if (asked.size() + more.size() <= room || rested(unit, LONGEST)) {
                calls.addAll(unit.calls());
                asked.addAll(more);
            }
        }
        return calls;
    }

    private List<Unit> due() {
        return units(reading.memory().modnames()).stream()
                .filter(unit -> rested(unit, REST))
                .sorted(Comparator.comparing(this::since).thenComparing(Unit::name))
                .toList();
    }

    private boolean rested(Unit unit, Duration time) {
        return !since(unit).plus(time).isAfter(now);
    }

    /** What was never read whole may be read at once, and need not be. */
    private Instant since(Unit unit) {
        return whole.getOrDefault(unit.name(), now.minus(REST));
    }

    /** Leaves to the looks to come what was read whole in this one. Once all is asked. */
    void remember() {
        Map<String, Instant> known = new TreeMap<>();
        Set<String> modnames = reading.memory().modnames();
        modnames.addAll(reading.modnames());
        for (Unit unit : units(modnames)) {
            boolean read = unit.calls().stream().allMatch(reading.asking()::asked);
            known.put(unit.name(), read && rested(unit, REST) ? now : since(unit));
        }
        reading.look()
                .memory()
                .note(
                        WHOLE,
                        known.entrySet().stream()
                                .map(unit -> unit.getValue().getEpochSecond() + " " + unit.getKey())
                                .collect(Collectors.joining("\n")));
    }

    private List<Unit> units(Set<String> modnames) {
        Stream<Unit> lists = modnames.stream()
                .filter(ModuleList.FUNCTIONS::containsKey)
                .map(modname ->
                        unit(Owed.list(modname), Stream.of(reading.calls().modules(modname))));
        Stream<Unit> courses =
                reading.courses().stream().map(course -> unit(Keys.course(course.id()), ofCourse(course)));
        return Stream.concat(lists, courses).toList();
    }

    private Unit unit(String name, Stream<Call> calls) {
        return new Unit(
                name,
                calls.filter(call -> reading.asking().site().offers(call.function()))
                        .toList());
    }

    /** Work handed in is told of; what is not over is asked of in each look anyway. */
    private Stream<Call> ofCourse(Course course) {
        Calls calls = reading.calls();
        return Stream.concat(
                Stream.of(calls.contents(course.id()), calls.grades(course.id())),
                reading.forums().stream()
                        .filter(forum -> forum.course() == course.id())
                        .map(forum -> calls.discussions(forum, 0)));
    }
}
