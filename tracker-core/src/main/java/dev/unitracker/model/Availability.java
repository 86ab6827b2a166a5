package dev.unitracker.model;

import java.util.Objects;

/**
 * Whether a student is let into an item. Immutable.
 *
 * @param state whether the student is let in
 * @param reason why it is not, in the source's words, for example {@code Not available until 1 May}; empty if the
 *     source gives none
 */
public record Availability(State state, String reason) {

    /** The student is let in. */
    public static final Availability OPEN = new Availability(State.OPEN, "");

    private static final String SEPARATOR = ": ";

    /** Whether a student is let in. */
    public enum State {
        /** The student is let in. */
        OPEN,

        /** The item is shown, but the student is not let into it. */
        RESTRICTED;

        private static final StoredWords<State> WORDS = StoredWords.of(State.class, "availability of an item");

        private final String key = StoredWords.word(this);

        /** Returns the stored name, for example {@code restricted}. */
        public String key() {
            return key;
        }

        /**
         * Returns the state with the given stored name.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static State of(String key) {
            return WORDS.parse(key);
        }
    }

    /**
     * Checks that what is open has no reason.
     *
     * @throws IllegalArgumentException if it has one
     */
    public Availability {
        Objects.requireNonNull(state, "state");
        if (state == State.OPEN && !reason.isEmpty()) {
            throw new IllegalArgumentException("what is open needs no reason: " + reason);
        }
    }

    /**
     * Returns an availability that does not let the student in, for a reason in the source's words; empty if there is
     * none.
     */
    public static Availability restricted(String reason) {
        return new Availability(State.RESTRICTED, reason);
    }

    /** Returns the text that is stored; empty if the student is let in, because nothing is stored then. */
    public String text() {
        return switch (state) {
            case OPEN -> "";
            case RESTRICTED -> reason.isEmpty() ? state.key() : state.key() + SEPARATOR + reason;
        };
    }

    /**
     * Returns the availability with the given stored text.
     *
     * @throws IllegalArgumentException if the text begins with no known state
     */
    public static Availability of(String text) {
        if (text.isEmpty()) {
            return OPEN;
        }
        String state = stateIn(text);
        return new Availability(
                State.of(state), state.equals(text) ? "" : text.substring(state.length() + SEPARATOR.length()));
    }

    /**
     * Returns the availability that was stored as a text. If the text begins with a word that only a later version
     * knows, it is restricted, with the text as its reason, because nothing is stored of what is open.
     */
    public static Availability stored(String text) {
        boolean known = text.isEmpty() || State.WORDS.find(stateIn(text)).isPresent();
        return known ? of(text) : restricted(text);
    }

    private static String stateIn(String text) {
        int separator = text.indexOf(SEPARATOR);
        return separator < 0 ? text : text.substring(0, separator);
    }
}
