package dev.unitracker.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * The value of a field of an item: a moment, a day, an amount or words. Values are stored and compared as canonical
 * text; only {@link #of} decides which of the four a text is, and {@code of(text).text()} is that text. Immutable.
 */
public sealed interface FieldValue {

    /** Returns the canonical text. */
    String text();

    /** Returns the moment, if this is one; empty for a day, an amount and words. */
    default Optional<Instant> moment() {
        return Optional.empty();
    }

    /**
     * Returns the moment, or the first moment of a day; empty for an amount and for words.
     *
     * @param zone the zone in which days lie
     */
    default Optional<Instant> start(ZoneId zone) {
        return moment();
    }

    /**
     * Returns the moment, or the last second of a day; empty for an amount and for words.
     *
     * @param zone the zone in which days lie
     */
    default Optional<Instant> end(ZoneId zone) {
        return moment();
    }

    /** Returns the number, if this is an amount; empty for anything else. */
    default Optional<BigDecimal> number() {
        return Optional.empty();
    }

    /** Calls the case for what this is, and returns its answer. */
    <T> T match(Cases<T> cases);

    /** Tells whether this is a moment or a day. */
    default boolean isDate() {
        return start(ZoneOffset.UTC).isPresent();
    }

    /**
     * Returns the value of a text.
     *
     * @param text any text; if it is no moment, no day and no amount, it is {@link Words}, also a date that no calendar
     *     has
     */
    static FieldValue of(String text) {
        return FieldValueText.read(text);
    }

    /**
     * One case for each sort of value.
     *
     * @param <T> what the cases return
     */
    interface Cases<T> {

        /** Answers for words. */
        T words(Words words);

        /** Answers for a number. */
        T amount(Amount amount);

        /** Answers for a day without a time. */
        T day(Day day);

        /** Answers for a moment. */
        T moment(Moment moment);
    }

    /**
     * Words of a source, a name, a state, a link: text that is nothing else.
     *
     * @param text the words
     */
    record Words(String text) implements FieldValue {

        /** Null is refused. Which text is words, {@link FieldValue#of} decides; it is not checked here. */
        public Words {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.words(this);
        }
    }

    /**
     * A number, such as a grade or how many attempts there are.
     *
     * @param text the number as the source writes it: digits, with a point before those after it, at most ten
     */
    record Amount(String text) implements FieldValue {

        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if the text is no number of this form
         */
        public Amount {
            if (!FieldValueText.isAmount(text)) {
                throw new IllegalArgumentException("an amount reads like 8.50, not '" + text + "'");
            }
        }

        @Override
        public Optional<BigDecimal> number() {
            return Optional.of(new BigDecimal(text));
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.amount(this);
        }
    }

    /**
     * A day without a time, for example {@code 2026-12-18}.
     *
     * @param date the day, in the zone of the reader
     */
    record Day(LocalDate date) implements FieldValue {

        /** Null is refused. */
        public Day {
            Objects.requireNonNull(date, "date");
        }

        @Override
        public String text() {
            return date.toString();
        }

        @Override
        public Optional<Instant> start(ZoneId zone) {
            return Optional.of(date.atStartOfDay(zone).toInstant());
        }

        @Override
        public Optional<Instant> end(ZoneId zone) {
            return Optional.of(date.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1));
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.day(this);
        }
    }

    /**
     * A moment, for example {@code 2026-11-30T21:00:00Z}.
     *
     * @param at the moment
     */
    record Moment(Instant at) implements FieldValue {

        /** Null is refused. */
        public Moment {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public String text() {
            return at.toString();
        }

        @Override
        public Optional<Instant> moment() {
            return Optional.of(at);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.moment(this);
        }
    }
}
