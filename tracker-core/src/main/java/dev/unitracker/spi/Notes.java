package dev.unitracker.spi;

import java.util.Map;
import java.util.Optional;

/**
 * The notes of one account: small texts by name. Each belongs to one owner; two owners may have notes of the same name.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface Notes {

    /** Returns a note of an owner; empty if there is none. */
    Optional<String> get(NoteOwner owner, String name);

    /** Returns all notes of an owner by name; empty if it has none. Unmodifiable. */
    Map<String, String> all(NoteOwner owner);

    /** Adds a note of an owner or replaces its note of the same name. */
    void put(NoteOwner owner, String name, String value);
}
