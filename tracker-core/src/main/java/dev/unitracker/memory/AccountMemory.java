package dev.unitracker.memory;

import dev.unitracker.spi.Lease;
import dev.unitracker.spi.Leases;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Notes;
import dev.unitracker.spi.Profile;
import dev.unitracker.spi.Profiles;
import dev.unitracker.spi.StoreSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that is remembered of one account, a component for each part of a store. A transaction works on a copy, which is sealed
 * and replaces the original if all goes well, so that a reader keeps what it began with.
 */
record AccountMemory(
        Seal seal,
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

    AccountMemory() {
        this(new Seal());
    }

    private AccountMemory(Seal seal) {
        this(
                seal,
                new MemoryProfiles(seal),
                new MemoryItems(seal),
                new MemorySightings(seal),
                new MemoryLedger(seal),
                new MemoryRuns(seal),
                new MemoryNotes(seal),
                new MemoryOutbox(seal),
                new MemoryLeases(seal),
                new MemoryBriefs(seal),
                new MemoryModelJobs(seal));
    }

    AccountMemory copy() {
        Seal open = new Seal();
        return new AccountMemory(
                open,
                profiles.copy(open),
                items.copy(open),
                sightings.copy(open),
                ledger.copy(open),
                runs.copy(open),
                notes.copy(open),
                outbox.copy(open),
                leases.copy(open),
                briefs.copy(open),
                modelJobs.copy(open));
    }

    /** Says that it stays as it is: from now on it is read by others. */
    AccountMemory sealed() {
        seal.close();
        return this;
    }

    /** Tells whether nothing was ever written. */
    boolean isEmpty() {
        return profiles.find().isEmpty()
                && ledger.last() == 0
                && runs.latest(1).isEmpty()
                && notes.isEmpty()
                && outbox.latest(null, 1).isEmpty()
                && items.places().isEmpty()
                && sightings.inScopes("").isEmpty()
                && sightings.settled().isEmpty()
                && leases.latest().isEmpty()
                && briefs.isEmpty()
                && modelJobs.isEmpty();
    }

    /** Who the account belongs to. */
    static final class MemoryProfiles implements Profiles {
        private Optional<Profile> saved = Optional.empty();
        private long writings;
        private final Seal seal;

        MemoryProfiles(Seal seal) {
            this.seal = seal;
        }

        MemoryProfiles copy(Seal of) {
            MemoryProfiles copy = new MemoryProfiles(of);
            copy.saved = saved;
            copy.writings = revision();
            return copy;
        }

        @Override
        public long revision() {
            return seal.wasWritten() ? writings + 1 : writings;
        }

        @Override
        public Optional<Profile> find() {
            return saved;
        }

        @Override
        public void save(Profile profile) {
            seal.check();
            saved = Optional.of(profile);
        }
    }

    /** The latest lease. */
    static final class MemoryLeases implements Leases {
        private Optional<Lease> latest = Optional.empty();
        private final Seal seal;

        MemoryLeases(Seal seal) {
            this.seal = seal;
        }

        MemoryLeases copy(Seal of) {
            MemoryLeases copy = new MemoryLeases(of);
            copy.latest = latest;
            return copy;
        }

        @Override
        public Optional<Lease> latest() {
            return latest;
        }

        @Override
        public void save(Lease lease) {
            seal.check();
            latest = Optional.of(lease);
        }
    }

    /** Small texts by name, of each owner. */
    static final class MemoryNotes implements Notes {
        private final Map<NoteOwner, Map<String, String>> notes = new HashMap<>();
        private final Seal seal;

        MemoryNotes(Seal seal) {
            this.seal = seal;
        }

        MemoryNotes copy(Seal of) {
            MemoryNotes copy = new MemoryNotes(of);
            notes.forEach((owner, own) -> copy.notes.put(owner, new HashMap<>(own)));
            return copy;
        }

        boolean isEmpty() {
            return notes.isEmpty();
        }

        @Override
        public Optional<String> get(NoteOwner owner, String name) {
            return Optional.ofNullable(notes.getOrDefault(owner, Map.of()).get(name));
        }

        @Override
        public Map<String, String> all(NoteOwner owner) {
            return Map.copyOf(notes.getOrDefault(owner, Map.of()));
        }

        @Override
        public void put(NoteOwner owner, String name, String value) {
            seal.check();
            notes.computeIfAbsent(owner, first -> new HashMap<>()).put(name, value);
        }
    }
}
