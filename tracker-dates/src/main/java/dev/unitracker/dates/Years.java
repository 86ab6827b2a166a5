package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settles the year of each date: its own, or that of dates it is joined with, or the likeliest one for the text. */
final class Years {
    private static final int LONGEST_RANGE = 300;

    private final Clause clause;
    private final List<Day> days;
    private final Distances distances;
    private final TextDate text;
    private final List<@Nullable Settled> settled = new ArrayList<>();

    private Years(Clause clause, List<Day> days, Distances distances, TextDate text) {
        this.clause = clause;
        this.days = days;
        this.distances = distances;
        this.text = text;
    }

    /**
     * A date with its year.
     *
     * @param written whether the text gives the year, here or at a date joined with this one
     */
    record Settled(LocalDate date, boolean written) {}

    /** Returns one entry for each date of the clause; null where no year fits. */
    static List<@Nullable Settled> of(Clause clause, List<Day> days, Distances distances, TextDate text) {
        Years years = new Years(clause, days, distances, text);
        years.takeWritten();
        years.lend();
        years.settleTogether();
        return years.settled;
    }

    private void takeWritten() {
        for (Day day : days) {
            settled.add(day.date().year() == null ? null : alone(day, true));
        }
    }

    private void lend() {
        for (int index = days.size() - 2; index >= 0; index--) {
            lend(index + 1, index);
        }
        for (int index = 1; index < days.size(); index++) {
            lend(index - 1, index);
        }
    }

    private void lend(int from, int to) {
        Settled lender = settled.get(from);
        if (lender != null && settled.get(to) == null && joins(Math.min(from, to))) {
            settled.set(
                    to,
                    beside(lender.date(), from, to)
                            .map(date -> new Settled(date, true))
                            .orElse(null));
        }
    }

    /** What no written year reaches is settled with the dates it is joined with, so that no range ends before it begins. */
    private void settleTogether() {
        int from = 0;
        while (from < days.size()) {
            int to = from + 1;
            while (to < days.size() && joins(to - 1)) {
                to++;
            }
            if (settled.get(from) == null) {
                settleTogether(from, to);
            }
            from = to;
        }
    }

    private void settleTogether(int from, int to) {
        List<LocalDate> best = List.of();
        long least = Long.MAX_VALUE;
        for (int offset = 1; offset >= -1; offset--) {
            List<LocalDate> dates = since(text.reference().getYear() + offset, from, to);
            long doubt = doubt(dates, from);
            if (dates.size() == to - from && doubt < least) {
                best = dates;
                least = doubt;
            }
        }
        for (int index = from; index < to; index++) {
            settled.set(
                    index, best.isEmpty() ? alone(days.get(index), false) : new Settled(best.get(index - from), false));
        }
    }

    /** Returns the dates if the first one is of some year; fewer of them if a year lacks one. */
    private List<LocalDate> since(int year, int from, int to) {
        List<LocalDate> dates = new ArrayList<>();
        Optional<LocalDate> next = days.get(from).date().in(year);
        while (next.isPresent()) {
            dates.add(next.get());
            int index = from + dates.size();
            next = index < to ? beside(next.get(), index - 1, index) : Optional.empty();
        }
        return dates;
    }

    private long doubt(List<LocalDate> dates, int from) {
        long doubt = 0;
        for (int index = 0; index < dates.size(); index++) {
            doubt += text.doubt(dates.get(index), days.get(from + index).weekday());
        }
        return doubt;
    }

    /** Returns the date that goes with a neighbour of a known year: a list and a range go forward in time, if they can. */
    private Optional<LocalDate> beside(LocalDate known, int knownAt, int at) {
        WrittenDate date = days.get(at).date();
        int step = at > knownAt ? 1 : -1;
        Optional<LocalDate> sameYear = date.in(known.getYear()).filter(value -> step * value.compareTo(known) >= 0);
        Optional<LocalDate> onward =
                sameYear.or(() -> isRange(Math.min(at, knownAt)) ? date.in(known.getYear() + step) : Optional.empty());
        return onward.filter(value -> Math.abs(ChronoUnit.DAYS.between(known, value)) <= LONGEST_RANGE)
                .or(() -> date.near(known));
    }

    private boolean joins(int first) {
        return Links.join(clause, days.get(first), days.get(first + 1), distances);
    }

    private boolean isRange(int first) {
        return Links.isRange(clause, days.get(first), days.get(first + 1), distances);
    }

    private @Nullable Settled alone(Day day, boolean written) {
        Optional<LocalDate> date = day.date().near(text.reference());
        return date.map(value -> new Settled(value, written)).orElse(null);
    }
}
