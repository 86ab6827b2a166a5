package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.ByItself;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.answers.ZoneShift;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.spi.Completeness;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One part of a reading: which of the answers are its, and what they say. */
abstract class PartReader {

    private static final Logger log = LoggerFactory.getLogger("unitracker.moodle");

    private final MoodlePart part;
    private final String name;

    PartReader(MoodlePart part, String collector) {
        this.part = part;
        this.name = part.of(collector);
    }

    String name() {
        return name;
    }

    abstract void observe(Reading reading, Sink sink);

    /** Says what the part saw, and what of it could not be read: that stays as it was. */
    final void observeAll(Reading reading, Sink sink) {
        Unread unread = reading.asking().unread();
        observe(reading, new Keeping(unread, reading, sink));
        unread.of(part).forEach((key, missed) -> sink.observe(Observation.notLooked(scope("unread/" + key), missed)));
    }

    /**
     * Reads one answer of many: whatever goes wrong in it is told, and costs no other.
     *
     * @param key what tells the answer from the others of the part
     * @param what what it tells of, for a log; the name follows
     */
    void readOne(String key, String what, String named, Sink sink, Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            log.warn("{}: an answer cannot be read", name, e);
            sink.observe(Observation.notLooked(
                    scope("unread/" + key),
                    new Missed(
                            Code.FAILED,
                            what + named,
                            "the answer cannot be read (" + e.getClass().getSimpleName()
                                    + "); please report this with the log",
                            named)));
        }
    }

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

    /** Returns an observation in which nothing was closed to the student, seen as completely as given. */
    Observation observation(Scope scope, List<Sighting> sightings, Response answer, Completeness completeness) {
        return completeness.level() == Level.NOT_LOOKED
                ? Observation.notLooked(scope, completeness.missed().get(0))
                : new Observation(scope, completeness, distinct(sightings), Set.of(), evidence(answer));
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

    /** Passes on what was seen, and with it what could not be read. */
    private record Keeping(Unread unread, Reading reading, Sink sink) implements Sink {

        @Override
        public void observe(Observation observation) {
            List<Remembered> remembered = reading.remembered(observation.scope());
            Observation said = Wording.of(reading.asking().site()).noted(observation, remembered);
            sink.observe(unread.kept(said, remembered));
        }

        @Override
        public void read(String part, Runnable reads) {
            sink.read(part, reads);
        }
    }

    /** Returns sightings that say what moved by itself since the last look at their scope. */
    static List<Sighting> sinceLastLook(List<Sighting> seen, List<Remembered> remembered, Reading reading) {
        return sinceLastLook(seen, remembered, reading, ZoneShift.Zones.SAME);
    }

    static List<Sighting> sinceLastLook(
            List<Sighting> seen, List<Remembered> remembered, Reading reading, ZoneShift.Zones zones) {
        ByItself byItself = new ByItself(
                remembered.stream().map(Remembered::sighting).toList(),
                seen,
                reading.look().request().startedAt(),
                zones);
        return seen.stream().map(byItself::noted).toList();
    }

    /** What an answer lists twice counts once: the first time. */
    static List<Sighting> distinct(List<Sighting> sightings) {
        Map<String, Sighting> byKey = new LinkedHashMap<>();
        sightings.forEach(sighting -> byKey.putIfAbsent(sighting.key(), sighting));
        return List.copyOf(byKey.values());
    }

    /**
     * Returns sightings that also state, as it was last stated in their scope, what some fields are of which they say
     * nothing now: what is told only while the student is let in does not end when the student is not.
     */
    static List<Sighting> withWhatWasTold(List<Sighting> seen, Scope scope, Set<Field> fields, Reading reading) {
        Map<String, Sighting> told = new HashMap<>();
        reading.remembered(scope).stream()
                .forEach(known -> told.put(known.sighting().key(), known.sighting()));
        return seen.stream()
                .map(sighting -> sighting.completedBy(told.getOrDefault(sighting.key(), sighting), fields))
                .toList();
    }
}
