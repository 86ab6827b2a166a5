package dev.unitracker;

import dev.unitracker.spi.Store;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Small texts by name that a host or an adapter keeps with an account. Two owners of notes never see each other's. Safe for
 * use by several threads.
 */
public final class Notebook {

    private final Store store;
    private final String account;
    private final String prefix;

    Notebook(Store store, String account, String owner) {
        if (owner.isBlank() || owner.indexOf('/') >= 0) {
            throw new IllegalArgumentException("the owner of notes needs a name without a slash: '" + owner + "'");
        }
        this.store = store;
        this.account = account;
        this.prefix = owner + "/";
    }

    /** Returns all notes of this owner by name; empty if there are none. */
    public Map<String, String> all() {
        Map<String, String> notes =
                store.reading(account, session -> session.notes().all());
        return notes.entrySet().stream()
                .filter(note -> note.getKey().startsWith(prefix))
                .collect(Collectors.toUnmodifiableMap(
                        note -> note.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    /** Returns the note of a name; empty if there is none. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(all().get(name));
    }

    /** Writes a note, in place of the one of the same name. */
    public void put(String name, String text) {
        store.inTransaction(account, session -> {
            session.notes().put(prefix + name, text);
            return name;
        });
    }
}
