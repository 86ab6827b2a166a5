package dev.unitracker.memory;

import dev.unitracker.spi.Notes;
import dev.unitracker.spi.StoreSession;
import java.util.Map;
import java.util.TreeMap;

/** All that is remembered of one account. A transaction works on a copy, which replaces the original if all goes well. */
record AccountMemory(
        MemoryItems items, MemorySightings sightings, MemoryLedger ledger, MemoryRuns runs, MemoryNotes notes)
        implements StoreSession {

    AccountMemory() {
        this(new MemoryItems(), new MemorySightings(), new MemoryLedger(), new MemoryRuns(), new MemoryNotes());
    }

    AccountMemory copy() {
        return new AccountMemory(items.copy(), sightings.copy(), ledger.copy(), runs.copy(), notes.copy());
    }

    /** Small texts by name. */
    static final class MemoryNotes implements Notes {
        private final TreeMap<String, String> notes = new TreeMap<>();

        MemoryNotes copy() {
            MemoryNotes copy = new MemoryNotes();
            copy.notes.putAll(notes);
            return copy;
        }

        @Override
        public Map<String, String> all() {
            return Map.copyOf(notes);
        }

        @Override
        public void put(String name, String value) {
            notes.put(name, value);
        }
    }
}
