package dev.unitracker.testkit;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Delivery;
import dev.unitracker.spi.Briefs;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.ItemPlace;
import dev.unitracker.spi.Items;
import dev.unitracker.spi.Leases;
import dev.unitracker.spi.Ledger;
import dev.unitracker.spi.ModelJobs;
import dev.unitracker.spi.Notes;
import dev.unitracker.spi.Outbox;
import dev.unitracker.spi.Profiles;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Runs;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sightings;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A store in memory with some parts exchanged. */
class Altered implements Store {

    private final Store good = new InMemoryStore();
    private final UnaryOperator<Parts> alteration;

    Altered(UnaryOperator<Parts> alteration) {
        this.alteration = alteration;
    }

    @Override
    public <T> T inTransaction(String account, Work<T> work) {
        return good.inTransaction(account, session -> work.in(alteration.apply(Parts.of(session))));
    }

    @Override
    public <T> T reading(String account, Work<T> work) {
        return good.reading(account, session -> work.in(alteration.apply(Parts.of(session))));
    }

    @Override
    public List<String> accounts() {
        return good.accounts();
    }

    @Override
    public void close() {
        good.close();
    }

    record Parts(
            Profiles profiles,
            Items items,
            Sightings sightings,
            Ledger ledger,
            Runs runs,
            Notes notes,
            Outbox outbox,
            Leases leases,
            Briefs briefs,
            ModelJobs modelJobs)
            implements StoreSession {

        static Parts of(StoreSession session) {
            return new Parts(
                    session.profiles(),
                    session.items(),
                    session.sightings(),
                    session.ledger(),
                    session.runs(),
                    session.notes(),
                    session.outbox(),
                    session.leases(),
                    session.briefs(),
                    session.modelJobs());
        }

        Parts with(Profiles other) {
            return new Parts(other, items, sightings, ledger, runs, notes, outbox, leases, briefs, modelJobs);
        }

        Parts with(Items other) {
            return new Parts(profiles, other, sightings, ledger, runs, notes, outbox, leases, briefs, modelJobs);
        }

        Parts with(Sightings other) {
            return new Parts(profiles, items, other, ledger, runs, notes, outbox, leases, briefs, modelJobs);
        }

        Parts with(Leases other) {
            return new Parts(profiles, items, sightings, ledger, runs, notes, outbox, other, briefs, modelJobs);
        }

        Parts with(Briefs other) {
            return new Parts(profiles, items, sightings, ledger, runs, notes, outbox, leases, other, modelJobs);
        }

        Parts with(ModelJobs other) {
            return new Parts(profiles, items, sightings, ledger, runs, notes, outbox, leases, briefs, other);
        }

        Parts with(Outbox other) {
            return new Parts(profiles, items, sightings, ledger, runs, notes, other, leases, briefs, modelJobs);
        }

        Parts with(Runs other) {
            return new Parts(profiles, items, sightings, ledger, other, notes, outbox, leases, briefs, modelJobs);
        }

        Parts with(Notes other) {
            return new Parts(profiles, items, sightings, ledger, runs, other, outbox, leases, briefs, modelJobs);
        }

        Parts with(Ledger other) {
            return new Parts(profiles, items, sightings, other, runs, notes, outbox, leases, briefs, modelJobs);
        }
    }

    static class SameItems implements Items {
        final Items items;

        SameItems(Items items) {
            this.items = items;
        }

        @Override
        public List<StoredItem> find(Collection<ItemId> ids) {
            return items.find(ids);
        }

        @Override
        public List<StoredItem> find(ItemQuery query) {
            return items.find(query);
        }

        @Override
        public List<StoredItem> page(ItemQuery query, long before, int limit) {
            return items.page(query, before, limit);
        }

        @Override
        public List<ItemPlace> places() {
            return items.places();
        }

        @Override
        public List<StoredItem> updatedSince(Instant since, int limit) {
            return items.updatedSince(since, limit);
        }

        @Override
        public void save(Collection<StoredItem> changed) {
            items.save(changed);
        }
    }

    static class SameSightings implements Sightings {
        final Sightings sightings;

        SameSightings(Sightings sightings) {
            this.sightings = sightings;
        }

        @Override
        public List<Remembered> of(Home home) {
            return sightings.of(home);
        }

        @Override
        public List<Remembered> inScopes(String scopePrefix) {
            return sightings.inScopes(scopePrefix);
        }

        @Override
        public void save(String source, Collection<Remembered> changed) {
            sightings.save(source, changed);
        }

        @Override
        public void forget(Collection<Remembered> forgotten) {
            sightings.forget(forgotten);
        }

        @Override
        public Set<Scope> settled() {
            return sightings.settled();
        }

        @Override
        public void settle(Collection<Scope> scopes) {
            sightings.settle(scopes);
        }
    }

    static class SameLedger implements Ledger {
        final Ledger ledger;

        SameLedger(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public List<Change> append(String run, List<Change> changes) {
            return ledger.append(run, changes);
        }

        @Override
        public Optional<Change> find(long number) {
            return ledger.find(number);
        }

        @Override
        public List<Change> after(long number, int limit) {
            return ledger.after(number, limit);
        }

        @Override
        public List<Change> of(Collection<ItemId> items, Instant since) {
            return ledger.of(items, since);
        }

        @Override
        public long last() {
            return ledger.last();
        }
    }

    static class SameOutbox implements Outbox {
        final Outbox outbox;

        SameOutbox(Outbox outbox) {
            this.outbox = outbox;
        }

        @Override
        public void add(Collection<Delivery> deliveries) {
            outbox.add(deliveries);
        }

        @Override
        public void save(Delivery delivery) {
            outbox.save(delivery);
        }

        @Override
        public Optional<Delivery> find(String key) {
            return outbox.find(key);
        }

        @Override
        public List<Delivery> next(Delivery.Address to, Instant now, int limit) {
            return outbox.next(to, now, limit);
        }

        @Override
        public Optional<Delivery> next(String channel, String recipient, Instant now) {
            return outbox.next(channel, recipient, now);
        }

        @Override
        public List<Delivery> telling(long change) {
            return outbox.telling(change);
        }

        @Override
        public List<Delivery> latest(@Nullable ItemId item, int limit) {
            return outbox.latest(item, limit);
        }

        @Override
        public int forget(Instant before) {
            return outbox.forget(before);
        }
    }
}
