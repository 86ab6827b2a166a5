package dev.unitracker.spi;

import java.util.List;
import java.util.Map;

/** What earlier looks of one collector saw and noted. Safe for use by several threads. */
public interface Memory {

    /**
     * Returns what earlier looks saw in those scopes of this collector whose {@linkplain Scope#toString text} starts
     * with the prefix, ordered by scope, then by key; empty if they saw nothing there.
     *
     * @param scopePrefix the beginning, with the part's name, for example {@code campus_forums/forum:}
     */
    List<Remembered> recall(String scopePrefix);

    /** Returns the notes that earlier looks of this collector kept, by name; empty if there are none. */
    Map<String, String> notes();

    /**
     * Keeps a small text for later looks of this collector, in place of the one of the same name. It is stored when
     * what this look saw is stored; if the look breaks off before that, it is lost.
     */
    void note(String name, String value);
}
