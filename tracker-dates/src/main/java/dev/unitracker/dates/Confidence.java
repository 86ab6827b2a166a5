package dev.unitracker.dates;

import dev.unitracker.dates.Span.Day;
import dev.unitracker.dates.Typing.Match;
import dev.unitracker.dates.Years.Settled;
import org.jspecify.annotations.Nullable;

/** How sure a date is of its value and its type. */
final class Confidence {
    private static final double NAMED = 0.95;
    private static final double UNNAMED = 0.6;
    private static final double WITHOUT_YEAR = 0.1;
    private static final double NAMED_ELSEWHERE = 0.05;
    private static final double WRONG_WEEKDAY = 0.5;
    private static final double PLACE = 0.9;
    private static final double UNNAMED_PLACE = 0.7;

    private Confidence() {}

    static double of(Day day, Settled settled, @Nullable Match match, Sense sense) {
        double confidence = sense == Sense.OTHER ? UNNAMED : NAMED;
        confidence -= settled.written() ? 0 : WITHOUT_YEAR;
        boolean named = match == null ? sense == Sense.OTHER : match.before();
        confidence -= named ? 0 : NAMED_ELSEWHERE;
        boolean contradicted =
                day.weekday() != null && day.weekday() != settled.date().getDayOfWeek();
        return rounded(contradicted ? confidence * WRONG_WEEKDAY : confidence);
    }

    static double ofPlace(String label) {
        return label.isEmpty() ? UNNAMED_PLACE : PLACE;
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }
}
