package dev.unitracker.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A grade that the student can see. Immutable.
 *
 * @param value a number with a point, or what a scale calls it; null if only feedback was given
 * @param maximum the highest possible number; null for a scale
 * @param feedback the teacher's words; null if there are none
 */
public record Grade(
        @Nullable String value,
        @Nullable String maximum,
        @Nullable String feedback) {

    /**
     * Checks that there is a grade.
     *
     * @throws IllegalArgumentException if there is neither a value nor a feedback
     */
    public Grade {
        if (value == null && feedback == null) {
            throw new IllegalArgumentException("a grade has a value or a feedback");
        }
    }

    /**
     * Returns value divided by maximum in whole per cent, rounded half up; empty if one is no number, or the maximum is
     * not above 0.
     */
    public OptionalInt percentage() {
        Optional<BigDecimal> reached = number(value);
        Optional<BigDecimal> highest = number(maximum).filter(number -> number.signum() > 0);
        return reached.isEmpty() || highest.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(reached.get()
                        .movePointRight(2)
                        .divide(highest.get(), 0, RoundingMode.HALF_UP)
                        .intValue());
    }

    private static Optional<BigDecimal> number(@Nullable String text) {
        return Optional.ofNullable(text).map(FieldValue::of).flatMap(FieldValue::number);
    }
}
