package dev.unitracker;

import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Store;
import java.util.Map;
import java.util.Optional;

/**
 * Small texts by name that a host or an adapter keeps with an account. Each owner sees its own notes only. The store is
 * read or written at each call. Safe for use by several threads.
 *
 * <p>All methods throw a {@link dev.unitracker.error.StoreException} if the store cannot be read or written.
 */
public final class Notebook {

    private final Store store;
    private final String account;
    private final NoteOwner owner;

    Notebook(Store store, String account, NoteOwner owner) {
        this.store = store;
        this.account = account;
        this.owner = owner;
    }

    /** Returns all notes of this owner by name; empty if there are none. Unmodifiable. */
    public Map<String, String> all() {
        return store.reading(account, session -> session.notes().all(owner));
    }

    /** Returns the note of a name; empty if there is none. */
    public Optional<String> find(String name) {
        return store.reading(account, session -> session.notes().get(owner, name));
    }

    /** Writes a note, in place of the one of the same name. */
    public void put(String name, String text) {
        store.inTransaction(account, session -> {
            session.notes().put(owner, name, text);
            return name;
        });
    }
}
