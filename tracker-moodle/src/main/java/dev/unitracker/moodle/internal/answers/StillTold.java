package dev.unitracker.moodle.internal.answers;

import dev.unitracker.model.Availability;
import dev.unitracker.model.Field;
import dev.unitracker.spi.Sighting;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a course's contents told of an activity and now say nothing of. Moodle says that there is no date, no text or no
 * tracking by an empty list, an empty text or a zero, and not by leaving it out.
 */
public final class StillTold {

    /** The memo that says that the dates were told with their names. */
    static final String DATED = "dated";

    private StillTold() {}

    /**
     * Returns a sighting that also states, as it was, what the answer leaves out.
     *
     * @param module the part of the answer that it was read from
     * @param was what the last look saw of the activity
     */
    public static Sighting in(ListedModule module, Sighting seen, Sighting was) {
        Sighting told = seen.completedBy(was, leftOut(module));
        if (was.memo().containsKey(DATED) && !ModuleDates.named(module.json())) {
            told = withDates(told, was);
        }
        if (!module.json().has("instance")) {
            told = asBefore(told, was, field -> false, Set.of(CourseContents.INSTANCE));
        }
        if (module.restricted() && !module.json().hasNonNull("availabilityinfo") && isRestricted(was)) {
            told = asBefore(told, was, Field.AVAILABILITY.key()::equals, Restriction.MEMOS);
        }
        return told;
    }

    /** Tells whether an activity that had dates has an empty list of them, and nothing in the answer tells whether that is true. */
    public static boolean lostDates(ListedModule module, Sighting was) {
        return was.memo().containsKey(DATED) && ModuleDates.mayHaveLost(module.json());
    }

    /** Returns a sighting with the dates that an activity had. */
    public static Sighting withDates(Sighting seen, Sighting was) {
        return asBefore(seen, was, DateNames::isDate, Set.of(DATED, ModuleDates.REPEATS, Sighting.DUE_RULE));
    }

    private static Set<Field> leftOut(ListedModule module) {
        Set<Field> leftOut = EnumSet.noneOf(Field.class);
        if (!module.json().hasNonNull("description")) {
            leftOut.add(Field.BODY);
        }
        if (!ModuleCompletion.isOff(module.json())) {
            leftOut.add(Field.COMPLETION);
        }
        return leftOut;
    }

    /** Tells whether the student was not let in. */
    static boolean isRestricted(Sighting seen) {
        return seen.stated(Field.AVAILABILITY)
                .filter(text -> Availability.of(text).state() == Availability.State.RESTRICTED)
                .isPresent();
    }

    private static Sighting asBefore(Sighting seen, Sighting was, Predicate<String> field, Set<String> memos) {
        return seen.with(
                replaced(seen.fields(), was.fields(), field), replaced(seen.memo(), was.memo(), memos::contains));
    }

    private static SortedMap<String, String> replaced(
            SortedMap<String, String> texts, SortedMap<String, String> before, Predicate<String> which) {
        SortedMap<String, String> replaced = new TreeMap<>(texts);
        replaced.keySet().removeIf(which);
        before.forEach((name, text) -> {
            if (which.test(name)) {
                replaced.put(name, text);
            }
        });
        return replaced;
    }
}
