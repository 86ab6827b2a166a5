package dev.unitracker.example.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be asked for in a query. Immutable.
 *
 * @param <T> the type of its value
 */
public final class Parameter<T> {

    private static final int LONGEST_NUMBER = 18;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final String name;
    private final String expected;
    private final Function<String, Optional<T>> reading;
    private final @Nullable T otherwise;
    private final boolean required;

    private Parameter(
            String name,
            String expected,
            Function<String, Optional<T>> reading,
            @Nullable T otherwise,
            boolean required) {
        this.name = name;
        this.expected = expected;
        this.reading = reading;
        this.otherwise = otherwise;
        this.required = required;
    }

    private static <T> Parameter<T> of(String name, String expected, Function<String, Optional<T>> reading) {
        return new Parameter<>(name, expected, reading, null, false);
    }

    /** Returns one that is a whole number in a range. */
    public static Parameter<Integer> whole(String name, int least, int most) {
        return of(
                name,
                "a whole number from " + least + " to " + most,
                text -> number(text)
                        .filter(number -> number >= least && number <= most)
                        .map(Long::intValue));
    }

    /** Returns one that is a number as ids are: whole, and at least {@code least}. */
    public static Parameter<Long> number(String name, long least) {
        return of(
                name,
                "a whole number from " + least + " on",
                text -> number(text).filter(number -> number >= least));
    }

    /** Returns one that is a moment in ISO-8601, with its offset from UTC. Parts of a microsecond are left out. */
    public static Parameter<Instant> moment(String name) {
        return of(
                name,
                "a moment in ISO-8601 with its offset, like 2026-11-30T21:00:00Z; a plus sign in it is written %2B",
                Parameter::momentOf);
    }

    /** Returns one that is one of some words. */
    public static Parameter<String> word(String name, String... words) {
        List<String> some = Arrays.asList(words);
        return of(
                name,
                "one of " + String.join(", ", some),
                text -> Optional.of(text).filter(some::contains));
    }

    /**
     * Returns one that is a text.
     *
     * @param pattern what the whole of it must match
     * @param expected what it must be, in words
     */
    public static Parameter<String> text(String name, String pattern, String expected) {
        return of(name, expected, text -> Optional.of(text).filter(value -> value.matches(pattern)));
    }

    /**
     * Returns one that is something else.
     *
     * @param expected what it must be, in words
     * @param reading reads it; empty if it cannot be read
     */
    public static <T> Parameter<T> read(String name, String expected, Function<String, Optional<T>> reading) {
        return of(name, expected, reading);
    }

    /** Returns this parameter with the value that it has where it is not given. */
    public Parameter<T> otherwise(T value) {
        return new Parameter<>(name, expected, reading, value, false);
    }

    /** Returns this parameter as one that has to be given. */
    public Parameter<T> required() {
        return new Parameter<>(name, expected, reading, null, true);
    }

    /** Returns the name that it has in a query. */
    public String name() {
        return name;
    }

    /** Returns the value that it has where it is not given; empty if it has none. */
    public Optional<T> otherwise() {
        return Optional.ofNullable(otherwise);
    }

    /** Tells whether it has to be given. */
    public boolean isRequired() {
        return required;
    }

    /**
     * Returns its value.
     *
     * @param written what stands in the query; empty if nothing does
     * @return what it has where it is not given; empty if it has nothing there
     * @throws Refusal if it cannot be read, or if it is missing and required
     */
    Optional<T> read(Optional<String> written) {
        if (written.isEmpty()) {
            if (required) {
                throw Refusal.wrong(name + " is missing; it must be " + expected);
            }
            return otherwise();
        }
        return Optional.of(written.flatMap(reading).orElseThrow(() -> Refusal.wrong(name + " must be " + expected)));
    }

    /** One number has one form: no sign but a minus, no zeros before it. */
    static Optional<Long> number(String text) {
        return text.matches("0|-?[1-9][0-9]*") && text.length() <= LONGEST_NUMBER
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }

    static Optional<Instant> momentOf(String text) {
        try {
            Instant moment = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toInstant()
                    .truncatedTo(ChronoUnit.MICROS);
            return Optional.of(moment).filter(read -> !read.isBefore(FIRST) && !read.isAfter(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
