package dev.unitracker.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A date as a text gives it: a day, a month, and perhaps a year. */
record WrittenDate(int day, int month, @Nullable Integer year) {
    private static final int A_LEAP_YEAR = 2000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    // Leap years can be eight years apart, as around 1900 and 2100.
    private static final int YEARS_AROUND = 8;

    boolean isPossible() {
        return in(year == null ? A_LEAP_YEAR : year).isPresent() && (year == null || isPlausible(year));
    }

    static boolean isPlausible(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** Returns the date itself, or without a year the one nearest to the reference; the later one of two as near. */
    Optional<LocalDate> near(LocalDate reference) {
        if (year != null) {
            return in(year);
        }
        return IntStream.rangeClosed(-YEARS_AROUND, YEARS_AROUND)
                .mapToObj(offset -> in(reference.getYear() + offset))
                .flatMap(Optional::stream)
                .min(Comparator.<LocalDate>comparingLong(date -> Math.abs(ChronoUnit.DAYS.between(reference, date)))
                        .thenComparing(Comparator.reverseOrder()));
    }

    /** Returns the day and month in some year, or empty if that year has no such day. */
    Optional<LocalDate> in(int someYear) {
        if (someYear < 1 || someYear > 9999) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(someYear, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
