package dev.unitracker.moodle.internal.answers;

import java.time.Instant;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one activity by their names.
 *
 * @param plugin whether names of its own are to be read
 * @param dates the dates; the map is not copied
 */
record NamedDates(boolean plugin, SortedMap<String, Instant> dates) {

    /** Returns the date that counts for something; null if none does. */
    @Nullable
    Instant of(DateRole role) {
        String name = nameOf(role);
        return name == null ? null : dates.get(name);
    }

    /** Where several dates of a plugin are for the same, the one counts whose name means it most. */
    private @Nullable String nameOf(DateRole role) {
        return dates.keySet().stream()
                .filter(name -> role(name) == role)
                .min(Comparator.<String>comparingInt(name -> plugin ? DateRole.doubt(name) : 0)
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** Tells whether the date by which it ends is called one by which something is due, and not only an end. */
    boolean asksForSomething() {
        String end = nameOf(DateRole.DUE);
        return end != null && DateRole.doubt(end) < DateRole.JUST_AN_END;
    }

    /** Returns the dates without a field of their own, and what a plugin tells beside the date that counts. */
    SortedMap<String, Instant> others() {
        SortedMap<String, Instant> others = new TreeMap<>(dates);
        others.entrySet().removeIf(date -> {
            DateRole role = role(date.getKey());
            boolean field = role == DateRole.STARTS || role == DateRole.DUE || role == DateRole.CUT_OFF;
            return field && (!plugin || date.getValue().equals(of(role)));
        });
        return others;
    }

    private DateRole role(String name) {
        if (ModuleDates.STARTS.contains(name)) {
            return DateRole.STARTS;
        }
        if (ModuleDates.DUE.contains(name)) {
            return DateRole.DUE;
        }
        if (name.equals(ModuleDates.CUT_OFF)) {
            return DateRole.CUT_OFF;
        }
        return plugin && !name.startsWith(ModuleDates.UNNAMED) ? DateRole.of(name) : DateRole.OTHER;
    }
}
