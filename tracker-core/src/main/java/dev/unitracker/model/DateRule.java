package dev.unitracker.model;

import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;

/**
 * Which rule of a source gave a deadline. An adapter states its rules and how strong each is; where several answers give
 * different deadlines, the strongest rule that has a date wins. What a rule is called is a text, {@code brief.rule.}
 * followed by its key. Rules are ordered by their rank, then by their key. Immutable.
 *
 * @param key the stored name, for example {@code extension}; letters, digits and {@code _}
 * @param rank how strong it is, the lowest number first; {@link #ACTIVITY} has 100
 * @param reach whom it is for, and when it counts
 */
public record DateRule(String key, int rank, Reach reach) implements Comparable<DateRule> {

    /** Whom the date of a rule is for, and when it counts. */
    public enum Reach {
        /** For the student alone. It counts wherever it is stated. */
        STUDENT,

        /**
         * For some students. It counts unless a better answer tells the date of all: that answer knows of the exception, or
         * it is no longer true.
         */
        EXCEPTION,

        /** For everybody. The best answer counts, also if it says that there is no deadline. */
        EVERYBODY,

        /** What is expected of everybody. It counts where the activity has no date of its own. */
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

    /** Returns the form that a sighting keeps. */
    public String encode() {
        return equals(ACTIVITY) ? key : key + " " + rank + " " + StoredWords.word(reach);
    }

    /**
     * Returns the rule that {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if it wrote none of this form
     */
    public static DateRule decode(String text) {
        return read(text, Reach.WORDS::parse);
    }

    /**
     * Returns the rule that a store kept. One whose reach has a word of a later version is for {@linkplain Reach#EVERYBODY
     * everybody}.
     *
     * @throws IllegalArgumentException if it is none of this form
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
