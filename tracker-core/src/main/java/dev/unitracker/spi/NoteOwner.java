package dev.unitracker.spi;

import java.util.Locale;
import java.util.Objects;

/**
 * The owner of a note: each owner reads and writes its own notes only. Immutable.
 *
 * @param kind the kind of owner
 * @param name the name among the owners of its kind; empty for the core, of which there is one
 */
public record NoteOwner(Kind kind, String name) {

    /** How many characters ({@code char}s) a name has at most. */
    public static final int MAX_NAME = 100;

    /** The core itself. */
    public static final NoteOwner CORE = new NoteOwner(Kind.CORE, "");

    /** What sort of owner it is; two of different kinds may have the same name. */
    public enum Kind {
        /** The library itself. */
        CORE,

        /** A collector. */
        COLLECTOR,

        /** A channel, a bot or the host. */
        HOST
    }

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the core has a name, if another owner has none, or if the name is longer than
     *     {@value #MAX_NAME} characters
     */
    public NoteOwner {
        Objects.requireNonNull(kind, "kind");
        if (name.isBlank() != (kind == Kind.CORE)) {
            throw new IllegalArgumentException("an owner of notes has a name, and the core has none: '" + name + "'");
        }
        if (name.length() > MAX_NAME) {
            throw new IllegalArgumentException("the name of an owner of notes has at most " + MAX_NAME
                    + " characters, not " + name.length() + ": " + name);
        }
    }

    /**
     * Returns a collector.
     *
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public static NoteOwner collector(String name) {
        return new NoteOwner(Kind.COLLECTOR, name);
    }

    /**
     * Returns a channel, a bot or another part of the host.
     *
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public static NoteOwner host(String name) {
        return new NoteOwner(Kind.HOST, name);
    }

    /** Returns the stored text, for example {@code collector/campus}. */
    public String text() {
        String sort = kind.name().toLowerCase(Locale.ROOT);
        return name.isEmpty() ? sort : sort + "/" + name;
    }

    @Override
    public String toString() {
        return text();
    }
}
