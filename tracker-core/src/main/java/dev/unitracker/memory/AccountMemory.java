package dev.unitracker.memory;

import dev.unitracker.spi.Agenda;
import dev.unitracker.spi.Lease;
import dev.unitracker.spi.Leases;
import dev.unitracker.spi.Notes;
import dev.unitracker.spi.Profile;
import dev.unitracker.spi.Profiles;
import dev.unitracker.spi.StoreSession;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that is remembered of one account. A transaction works on a copy, which replaces the original if all goes well. */
record AccountMemory(
        MemoryProfiles profiles,
        MemoryItems items,
        MemorySightings sightings,
        MemoryLedger ledger,
        MemoryRuns runs,
        MemoryNotes notes,
        MemoryOutbox outbox,
        MemoryLeases leases,
        MemoryBriefs briefs,
        MemoryModelJobs modelJobs)
        implements StoreSession {

    @Override
    public Agenda agenda() {
        return new MemoryAgenda(items);
    }

    AccountMemory() {
        this(
                new MemoryProfiles(),
                new MemoryItems(),
                new MemorySightings(),
                new MemoryLedger(),
                new MemoryRuns(),
                new MemoryNotes(),
                new MemoryOutbox(),
                new MemoryLeases(),
                new MemoryBriefs(),
                new MemoryModelJobs());
    }

    AccountMemory copy() {
        return new AccountMemory(
                profiles.copy(),
                items.copy(),
                sightings.copy(),
                ledger.copy(),
                runs.copy(),
                notes.copy(),
                outbox.copy(),
                leases.copy(),
                briefs.copy(),
                modelJobs.copy());
    }

    /** Tells whether nothing was ever written. */
    boolean isEmpty() {
        return profiles.find().isEmpty()
                && ledger.last() == 0
                && runs.latest(1).isEmpty()
                && notes.all().isEmpty()
                && outbox.latest(1).isEmpty()
                && items.all().isEmpty()
                && sightings.inScopes("").isEmpty()
                && sightings.settled().isEmpty()
                && leases.latest().isEmpty()
                && briefs.isEmpty()
                && modelJobs.isEmpty();
    }

    /** Who the account belongs to. */
    static final class MemoryProfiles implements Profiles {
        private Optional<Profile> saved = Optional.empty();

        MemoryProfiles copy() {
            MemoryProfiles copy = new MemoryProfiles();
            copy.saved = saved;
            return copy;
        }

        @Override
        public Optional<Profile> find() {
            return saved;
        }

        @Override
        public void save(Profile profile) {
            saved = Optional.of(profile);
        }
    }

    /** The latest lease. */
    static final class MemoryLeases implements Leases {
        private Optional<Lease> latest = Optional.empty();

        MemoryLeases copy() {
            MemoryLeases copy = new MemoryLeases();
            copy.latest = latest;
            return copy;
        }

        @Override
        public Optional<Lease> latest() {
            return latest;
        }

        @Override
        public void save(Lease lease) {
            latest = Optional.of(lease);
        }
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
