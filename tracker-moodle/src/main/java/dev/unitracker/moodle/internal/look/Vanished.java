package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.CourseContents;
import dev.unitracker.moodle.internal.answers.Courses.Course;
import dev.unitracker.moodle.internal.answers.Keys;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Within;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The activities that a course's contents no longer show, and what the site says of each when it is asked for alone: that
 * there is none, or only that the student may not see it. Asked are those whose absence would be proven now, so none of which
 * a mass removal is held, and at a full look those that were out of sight already. For one thread.
 */
final class Vanished {

    /** How many are asked for in one look. */
    static final int MOST = 10;

    /** The memo of what its course's contents do not show though it is there. */
    private static final String UNLISTED = "unlisted";

    /** What the site says of an activity. */
    enum Fate {
        /** There is no such activity. */
        GONE,
        /** It is there, and the student may not see it. */
        HIDDEN,
        /** It is there, and the student may open it: only the course's page does not show it. */
        OPEN,
        /** It was not asked for in this look. */
        LEFT,
        /** It was asked for, and neither came. */
        UNTOLD
    }

    private final Reading reading;
    private final Map<Long, Map<String, Remembered>> absent = new HashMap<>();
    private final Map<String, Fate> fates = new HashMap<>();

    Vanished(Reading reading) {
        this.reading = reading;
    }

    /** Asks for each alone, because a batch ends at its first error. Once all else is asked. */
    void ask() {
        boolean offered = reading.asking().site().offers(Functions.MODULE);
        List<Remembered> pending = new ArrayList<>();
        List<Remembered> unlisted = new ArrayList<>();
        for (Course course : reading.courses()) {
            for (Remembered known : find(course)) {
                (isUnlisted(known) ? unlisted : pending).add(known);
                // Where the site cannot be asked, an absence proves what it always did.
                fates.put(known.sighting().key(), offered || isUnlisted(known) ? Fate.LEFT : Fate.GONE);
            }
        }
        if (!offered) {
            return;
        }
        boolean full = reading.look().request().full();
        List<Remembered> asked = Stream.concat(pending.stream(), full ? inTurn(unlisted).stream() : Stream.empty())
                .limit(MOST)
                .toList();
        asked.forEach(this::ask);
        asked.stream().filter(Vanished::isUnlisted).map(Vanished::cmid).forEach(reading.memory()::askedAlone);
    }

    private void ask(Remembered known) {
        Call call = reading.calls().module(cmid(known));
        reading.asking().ask(List.of(call));
        Fate fate = fate(reading.asking().answer(call));
        // What was there before is not doubted because the site does not say so again.
        fates.put(known.sighting().key(), fate == Fate.UNTOLD && isUnlisted(known) ? Fate.LEFT : fate);
    }

    private static Fate fate(Response answer) {
        if (answer.ok()) {
            return answer.json().path("cm").isObject() ? Fate.OPEN : Fate.UNTOLD;
        }
        return switch (String.valueOf(answer.code())) {
            case "invalidrecordunknown", "invalidrecord", "invalidcoursemodule", "invalidcoursemoduleid" -> Fate.GONE;
            case "requireloginerror" -> Fate.HIDDEN;
            default -> Fate.UNTOLD;
        };
    }

    /** Begins behind the one that was asked for last, so that each has its turn. */
    private List<Remembered> inTurn(List<Remembered> unlisted) {
        long last = reading.memory().askedAlone();
        return unlisted.stream()
                .sorted(Comparator.comparing((Remembered known) -> cmid(known) <= last)
                        .thenComparing(Vanished::cmid))
                .toList();
    }

    /** Finds what a course's contents do not show, and neither does any other answer nor a closed section account for it. */
    private List<Remembered> find(Course course) {
        CourseContents contents = reading.shown().believedContents(course).orElse(null);
        if (contents == null) {
            return List.of();
        }
        List<Remembered> remembered = reading.contentsBefore(course);
        contents.closeWithin(remembered.stream()
                .filter(Remembered::seen)
                .map(Remembered::sighting)
                .toList());
        Set<String> shown = new HashSet<>(reading.shown().elsewhere(course));
        shown.addAll(reading.asking().unread().keys());
        contents.modules().forEach(module -> shown.add(Keys.module(module.cmid())));
        List<Remembered> found = remembered.stream()
                .filter(known -> known.sighting().key().startsWith("module:") && !known.gone())
                .filter(known -> !shown.contains(known.sighting().key()))
                .filter(known -> isUnlisted(known)
                        || (!known.seen() && contents.shutIn(known.sighting()).isEmpty()))
                .sorted(Comparator.comparing(Vanished::cmid))
                .toList();
        Map<String, Remembered> byKey = new LinkedHashMap<>();
        found.forEach(known -> byKey.put(known.sighting().key(), known));
        absent.put(course.id(), byKey);
        return found;
    }

    /** Tells whether the site did not say of an activity of a course whether it is gone. */
    boolean leavesOpen(Course course) {
        return absent(course).keySet().stream().anyMatch(key -> fates.get(key) == Fate.UNTOLD);
    }

    /** Returns the keys of a course's activities that are there, or may be and were not asked for. */
    List<String> stillThere(Course course) {
        return absent(course).keySet().stream()
                .filter(key -> fates.get(key) != Fate.GONE && fates.get(key) != Fate.UNTOLD)
                .toList();
    }

    /** Returns what is there though a course's contents do not show it, and what lies in it, as it was seen last. */
    List<Sighting> sightings(Course course) {
        List<Sighting> sightings = new ArrayList<>();
        absent(course).forEach((key, known) -> {
            Fate fate = fates.getOrDefault(key, Fate.UNTOLD);
            boolean there = fate == Fate.HIDDEN || fate == Fate.OPEN;
            boolean wasThere = fate == Fate.LEFT && isUnlisted(known);
            if (there || wasThere) {
                sightings.add(wasThere ? known.sighting() : unlisted(known.sighting(), fate));
                reading.contentsBefore(course).stream()
                        .filter(part -> !part.gone() && liesIn(part.sighting(), key))
                        .forEach(part -> sightings.add(part.sighting()));
            }
        });
        return sightings;
    }

    private Map<String, Remembered> absent(Course course) {
        return absent.getOrDefault(course.id(), Map.of());
    }

    private static Sighting unlisted(Sighting seen, Fate fate) {
        SortedMap<String, String> fields = new TreeMap<>(seen.fields());
        SortedMap<String, String> memo = new TreeMap<>(seen.memo());
        fields.remove(Field.STATUS.key());
        memo.remove(Sighting.BY_ITSELF);
        memo.put(UNLISTED, "yes");
        Sighting there = seen.with(fields, memo);
        return fate == Fate.HIDDEN ? there.hidden() : there;
    }

    /** Tells whether something was there at the last look though its course's contents did not show it. */
    static boolean isUnlisted(Remembered known) {
        return known.seen() && known.sighting().memo().containsKey(UNLISTED);
    }

    private static boolean liesIn(Sighting part, String key) {
        Within within = part.within();
        return within != null && within.name().equals(key);
    }

    private static long cmid(Remembered known) {
        return EarlierLooks.cmidOf(known.sighting().key());
    }
}
