package dev.unitracker.spi;

import java.util.Map;

/** Small texts by name that belong to one account. */
public interface Notes {

    /** Returns all notes by name. */
    Map<String, String> all();

    /** Adds a note or replaces the one of the same name. */
    void put(String name, String value);
}
