package dev.unitracker.model;

import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;

/**
 * A rule of a source that gives a deadline, such as an extension. An adapter states its rules and how strong each is.
 * If several answers give different deadlines, the strongest rule with a date wins. People see the text
 * {@code brief.rule.} followed by the key. Rules are ordered by rank, then by key. Immutable.
 *
 * @param key the stored name, for example {@code extension}; letters, digits and {@code _}
 * @param rank how strong it is, the lowest number first; {@link #ACTIVITY} has 100
 * @param reach for whom the date is, and when it counts
 */
public record DateRule(String key, int rank, Reach reach) implements Comparable<DateRule> {

    /** For whom the date of a rule is, and when it counts. */
    public enum Reach {
        /** For this student alone. It always counts. */
        STUDENT,

        /**
         * For some students. It counts unless an answer of a better rank states the date for everybody: that date
         * already includes the exception, or the exception is no longer true.
         */
        EXCEPTION,

        /**
         * For everybody. Of several answers the one with the best rank counts, also if it states that there is no
         * deadline.
         */
        EVERYBODY,

        /** Expected of everybody, without being a deadline. It counts only if no answer gives a date for everybody. */
        EXPECTED;

        private static final StoredWords<Reach> WORDS = StoredWords.of(Reach.class, "reach of a rule");
    }

    /** The date that the activity has for everybody: the rule of a sighting that names none. */
    public static final DateRule ACTIVITY = new DateRule("activity", 100, Reach.EVERYBODY);

    private static final Comparator<DateRule> ORDER =
            Comparator.comparingInt(DateRule::rank).thenComparing(DateRule::key);

    /**
     * Checks the key.
     *
     * @throws IllegalArgumentException if the key is empty or has anything but ASCII letters, digits and {@code _}
     */
    public DateRule {
        Objects.requireNonNull(reach, "reach");
        if (!key.matches("\\w+")) {
            throw new IllegalArgumentException("the key of a rule has letters, digits and _, not '" + key + "'");
        }
    }

    /** Returns the text that a sighting keeps; {@link #decode} reads it. */
    public String encode() {
        return equals(ACTIVITY) ? key : key + " " + rank + " " + StoredWords.word(reach);
    }

    /**
     * Returns the rule that {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if the text has another form, or the reach is not known
     */
    public static DateRule decode(String text) {
        return read(text, Reach.WORDS::parse);
    }

    /**
     * Returns the rule that a store kept. If only a later version knows its reach, it is for
     * {@linkplain Reach#EVERYBODY everybody}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static DateRule stored(String text) {
        return read(text, word -> Reach.WORDS.find(word).orElse(Reach.EVERYBODY));
    }

    private static DateRule read(String text, Function<String, Reach> reach) {
        if (text.equals(ACTIVITY.key)) {
            return ACTIVITY;
        }
        String[] parts = text.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a rule is kept as key, rank and reach, not '" + text + "'");
        }
        return new DateRule(parts[0], Integer.parseInt(parts[1]), reach.apply(parts[2]));
    }

    @Override
    public int compareTo(DateRule other) {
        return ORDER.compare(this, other);
    }
}
