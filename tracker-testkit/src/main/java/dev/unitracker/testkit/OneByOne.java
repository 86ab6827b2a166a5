package dev.unitracker.testkit;

import dev.unitracker.spi.RunAnswers;
import dev.unitracker.model.Change;
import dev.unitracker.model.ItemId;
import dev.unitracker.spi.Agenda;
import dev.unitracker.spi.Briefs;
import dev.unitracker.spi.Delivery;
import dev.unitracker.spi.ItemPlace;
import dev.unitracker.spi.Items;
import dev.unitracker.spi.Lease;
import dev.unitracker.spi.Leases;
import dev.unitracker.spi.Ledger;
import dev.unitracker.spi.ModelJob;
import dev.unitracker.spi.ModelJobs;
import dev.unitracker.spi.Notes;
import dev.unitracker.spi.Outbox;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Run;
import dev.unitracker.spi.Runs;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sightings;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.spi.StoredBrief;
import dev.unitracker.spi.StoredItem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store's parts for one account, each call in a transaction of its own. */
record OneByOne(Store store, String account) implements StoreSession {

    @Override
    public Items items() {
        return new Items() {
            @Override
            public List<StoredItem> find(Collection<ItemId> ids) {
                return ask(session -> session.items().find(ids));
            }

            @Override
            public List<StoredItem> ofCourse(@Nullable String course) {
                return ask(session -> session.items().ofCourse(course));
            }

            @Override
            public List<StoredItem> all() {
                return ask(session -> session.items().all());
            }

            @Override
            public List<ItemPlace> places() {
                return ask(session -> session.items().places());
            }

            @Override
            public List<StoredItem> updatedSince(Instant since, int limit) {
                return ask(session -> session.items().updatedSince(since, limit));
            }

            @Override
            public void save(Collection<StoredItem> items) {
                tell(session -> session.items().save(items));
            }
        };
    }

    @Override
    public Agenda agenda() {
        return new Agenda() {
            @Override
            public List<StoredItem> dueBetween(Instant from, Instant to) {
                return ask(session -> session.agenda().dueBetween(from, to));
            }

            @Override
            public List<StoredItem> examsBetween(Instant from, Instant to) {
                return ask(session -> session.agenda().examsBetween(from, to));
            }

            @Override
            public List<StoredItem> toWatch() {
                return ask(session -> session.agenda().toWatch());
            }
        };
    }

    @Override
    public Sightings sightings() {
        return new Sightings() {
            @Override
            public List<Remembered> ofCourse(@Nullable String course) {
                return ask(session -> session.sightings().ofCourse(course));
            }

            @Override
            public List<Remembered> inScopes(String scopePrefix) {
                return ask(session -> session.sightings().inScopes(scopePrefix));
            }

            @Override
            public void save(Collection<Remembered> sightings) {
                tell(session -> session.sightings().save(sightings));
            }

            @Override
            public void forget(Collection<Remembered> sightings) {
                tell(session -> session.sightings().forget(sightings));
            }

            @Override
            public Set<Scope> settled() {
                return ask(session -> session.sightings().settled());
            }

            @Override
            public void settle(Collection<Scope> scopes) {
                tell(session -> session.sightings().settle(scopes));
            }
        };
    }

    @Override
    public Ledger ledger() {
        return new Ledger() {
            @Override
            public List<Change> append(String run, List<Change> changes) {
                return ask(session -> session.ledger().append(run, changes));
            }

            @Override
            public List<Change> after(long number, int limit) {
                return ask(session -> session.ledger().after(number, limit));
            }

            @Override
            public List<Change> of(Collection<ItemId> items, Instant since) {
                return ask(session -> session.ledger().of(items, since));
            }

            @Override
            public long last() {
                return ask(session -> session.ledger().last());
            }
        };
    }

    @Override
    public Runs runs() {
        return new Runs() {
            @Override
            public void add(RunAnswers run) {
                tell(session -> session.runs().add(run));
            }

            @Override
            public void replace(String name, RunAnswers run) {
                tell(session -> session.runs().replace(name, run));
            }

            @Override
            public Optional<Run> find(String name) {
                return ask(session -> session.runs().find(name));
            }

            @Override
            public List<Run> latest(int limit) {
                return ask(session -> session.runs().latest(limit));
            }

            @Override
            public List<RunAnswers> after(String name, int limit) {
                return ask(session -> session.runs().after(name, limit));
            }

            @Override
            public int forgetAnswers(Instant before) {
                return ask(session -> session.runs().forgetAnswers(before));
            }

            @Override
            public List<Run> latestFull(int limit) {
                return ask(session -> session.runs().latestFull(limit));
            }
        };
    }

    @Override
    public Notes notes() {
        return new Notes() {
            @Override
            public Map<String, String> all() {
                return ask(session -> session.notes().all());
            }

            @Override
            public void put(String name, String value) {
                tell(session -> session.notes().put(name, value));
            }
        };
    }

    @Override
    public Outbox outbox() {
        return new Outbox() {
            @Override
            public void add(Collection<Delivery> deliveries) {
                tell(session -> session.outbox().add(deliveries));
            }

            @Override
            public void save(Delivery delivery) {
                tell(session -> session.outbox().save(delivery));
            }

            @Override
            public Optional<Delivery> find(String key) {
                return ask(session -> session.outbox().find(key));
            }

            @Override
            public Optional<Delivery> next(String channel, String recipient, Instant now) {
                return ask(session -> session.outbox().next(channel, recipient, now));
            }

            @Override
            public List<Delivery> telling(long change) {
                return ask(session -> session.outbox().telling(change));
            }

            @Override
            public List<Delivery> ofItem(String item) {
                return ask(session -> session.outbox().ofItem(item));
            }

            @Override
            public List<Delivery> latest(int limit) {
                return ask(session -> session.outbox().latest(limit));
            }
        };
    }

    @Override
    public Leases leases() {
        return new Leases() {
            @Override
            public Optional<Lease> latest() {
                return ask(session -> session.leases().latest());
            }

            @Override
            public void save(Lease lease) {
                tell(session -> session.leases().save(lease));
            }
        };
    }

    @Override
    public Briefs briefs() {
        return new Briefs() {
            @Override
            public List<StoredBrief> find(Collection<ItemId> items) {
                return ask(session -> session.briefs().find(items));
            }

            @Override
            public void save(StoredBrief brief) {
                tell(session -> session.briefs().save(brief));
            }
        };
    }

    @Override
    public ModelJobs modelJobs() {
        return new ModelJobs() {
            @Override
            public ModelJob add(ModelJob job) {
                return ask(session -> session.modelJobs().add(job));
            }

            @Override
            public void update(ModelJob job) {
                tell(session -> session.modelJobs().update(job));
            }

            @Override
            public List<ModelJob> of(ItemId item, int limit) {
                return ask(session -> session.modelJobs().of(item, limit));
            }
        };
    }

    private <T> T ask(Function<StoreSession, T> question) {
        return store.inTransaction(account, question::apply);
    }

    private void tell(Consumer<StoreSession> work) {
        store.inTransaction(account, session -> {
            work.accept(session);
            return account;
        });
    }
}
