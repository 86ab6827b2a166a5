package dev.unitracker.model;

import dev.unitracker.dates.FactType;
import java.util.Objects;
import java.util.Optional;

/**
 * The key of a field of an item. It is stored as text: {@link #of} reads the text, {@link #text} writes it, and no
 * other code takes it apart. Each text has exactly one key, and {@code of(text).text()} is that text. Immutable.
 */
public sealed interface FieldKey {

    /** Returns the stored text, for example {@code exam_at[segundo parcial]}. */
    String text();

    /** Returns what the field is about. An unknown field is about content, so that people are told of its changes. */
    Topic topic();

    /** Returns the text without its label, for example {@code exam_at}: texts for people are found by it. */
    default String name() {
        return text();
    }

    /** Returns what stands in the square brackets, for example {@code segundo parcial#2}; empty without brackets. */
    default Optional<String> label() {
        return Optional.empty();
    }

    /** Returns the key of a fact, if this is one, of the value or of the words that prove it; empty for all others. */
    default Optional<OfFact> fact() {
        return Optional.empty();
    }

    /** Returns the source's name for the date, if this is a date without a field of its own; empty for all others. */
    default Optional<String> otherDate() {
        return Optional.empty();
    }

    /** Tells whether this is the key of the words that prove a fact, which nobody is told. */
    default boolean isEvidence() {
        return fact().filter(fact -> fact.part() == Part.EVIDENCE).isPresent();
    }

    /**
     * Returns the key with the given text.
     *
     * @param text any text; it gives an {@link Other} if it is none of the other kinds
     */
    static FieldKey of(String text) {
        return FieldKeyText.read(text);
    }

    /** What a field of a fact holds. */
    enum Part {
        /** The value itself: a date, a place. */
        VALUE,

        /** The words that prove the value, and how certain they are. */
        EVIDENCE
    }

    /**
     * A field with a name of its own.
     *
     * @param field which one
     */
    record Named(Field field) implements FieldKey {

        @Override
        public String text() {
            return field.key();
        }

        @Override
        public Topic topic() {
            return field.topic();
        }
    }

    /**
     * A date of a source that has no field of its own.
     *
     * @param source the source's name for it, for example {@code assessmentend}
     */
    record OtherDate(String source) implements FieldKey {

        /** Null is refused. */
        public OtherDate {
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String text() {
            return FieldKeyText.labelled(name(), source);
        }

        @Override
        public Topic topic() {
            return Topic.SCHEDULE;
        }

        @Override
        public String name() {
            return FieldKeyText.DATE;
        }

        @Override
        public Optional<String> label() {
            return Optional.of(source);
        }

        @Override
        public Optional<String> otherDate() {
            return Optional.of(source);
        }
    }

    /**
     * A field of a fact that a text states.
     *
     * @param type what the fact is about
     * @param named what the text calls it; may be empty
     * @param number the number among the facts of one type and label, from 1
     * @param part what the field holds
     */
    record OfFact(FactType type, String named, int number, Part part) implements FieldKey {

        /**
         * Null is refused.
         *
         * @throws IllegalArgumentException if the label has a square bracket, or the number is below 1
         */
        public OfFact {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(part, "part");
            if (named.indexOf('[') >= 0 || named.indexOf(']') >= 0) {
                throw new IllegalArgumentException("a fact's label has no square brackets: " + named);
            }
            if (number < 1) {
                throw new IllegalArgumentException("facts are counted from 1, not " + number + ": " + named);
            }
        }

        /** Returns the key of the first fact of a type and a label. */
        static OfFact first(FactType type, String label) {
            return new OfFact(type, label, 1, Part.VALUE);
        }

        /** Returns the key of the next fact of the same type and label. */
        OfFact next() {
            return new OfFact(type, named, number + 1, part);
        }

        /** Returns the key of the words that prove this fact. */
        public OfFact evidence() {
            return new OfFact(type, named, number, Part.EVIDENCE);
        }

        /** Returns the text that all facts of this type and label have in common: without the number. */
        String unnumbered() {
            return FieldKeyText.labelled(name(), named);
        }

        @Override
        public String text() {
            return FieldKeyText.ofFact(this);
        }

        @Override
        public Topic topic() {
            return switch (part) {
                case VALUE -> topic(type);
                case EVIDENCE -> Topic.REFRESH;
            };
        }

        private static Topic topic(FactType type) {
            return switch (type) {
                case EXAM_AT -> Topic.EXAM;
                case CLASS_SESSION_AT, STARTS_AT, CLASSROOM -> Topic.SCHEDULE;
                // The text that states these changes with them; only the activity's own date is its deadline.
                case DUE_AT, GRADES_CLOSE_AT, DATE_MENTION -> Topic.CONTENT;
            };
        }

        @Override
        public String name() {
            return type.key();
        }

        @Override
        public Optional<String> label() {
            return Optional.of(FieldKeyText.numbered(this));
        }

        @Override
        public Optional<OfFact> fact() {
            return Optional.of(this);
        }
    }

    /**
     * A field that this version of the library has no word for.
     *
     * @param text the stored text
     */
    record Other(String text) implements FieldKey {

        /** Null is refused. */
        public Other {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Topic topic() {
            return Topic.CONTENT;
        }

        @Override
        public String name() {
            return label().map(label -> text.substring(0, text.indexOf('['))).orElse(text);
        }

        @Override
        public Optional<String> label() {
            return FieldKeyText.label(text);
        }
    }
}
