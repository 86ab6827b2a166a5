package dev.unitracker.spi;

import java.util.List;
import java.util.Map;

/** What a collector's earlier looks left for this one. Safe for use by several threads. */
public interface Memory {

    /** Returns what earlier looks saw in this collector's scopes whose name starts as given, ordered by scope, then key. */
    List<Remembered> recall(String scopePrefix);

    /** Returns this collector's notes of earlier looks by name: small texts that are no items. */
    Map<String, String> notes();

    /** Keeps a note for this collector's looks to come, once this look's observations are stored. */
    void note(String name, String value);
}
