package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settles the year of each date: its own, or near a date it is joined with, or near the reference. */
final class Years {
    private Years() {}

    /**
     * A date with its year.
     *
     * @param written whether the text gives the year, here or at a date joined with this one
     */
    record Settled(LocalDate date, boolean written) {}

    /** Returns one entry for each date of the clause; null where no year fits. */
    static List<@Nullable Settled> of(Clause clause, List<Day> days, Distances distances, LocalDate reference) {
        List<@Nullable Settled> settled = new ArrayList<>();
        for (Day day : days) {
            settled.add(day.date().year() == null ? null : near(day, reference, true));
        }
        for (int index = days.size() - 2; index >= 0; index--) {
            lend(clause, days, distances, settled, index + 1, index);
        }
        for (int index = 1; index < days.size(); index++) {
            lend(clause, days, distances, settled, index - 1, index);
        }
        for (int index = 0; index < days.size(); index++) {
            if (settled.get(index) == null) {
                settled.set(index, near(days.get(index), reference, false));
            }
        }
        return settled;
    }

    private static void lend(
            Clause clause, List<Day> days, Distances distances, List<@Nullable Settled> settled, int from, int to) {
        Settled lender = settled.get(from);
        Day first = days.get(Math.min(from, to));
        Day second = days.get(Math.max(from, to));
        if (lender != null && settled.get(to) == null && Links.join(clause, first, second, distances)) {
            settled.set(to, near(days.get(to), lender.date(), true));
        }
    }

    private static @Nullable Settled near(Day day, LocalDate reference, boolean written) {
        Optional<LocalDate> date = day.date().near(reference);
        return date.map(value -> new Settled(value, written)).orElse(null);
    }
}
