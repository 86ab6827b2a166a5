package dev.unitracker;

import dev.unitracker.error.AccountBusyException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.internal.history.Owners;
import dev.unitracker.internal.history.RunHistory;
import dev.unitracker.internal.history.RunName;
import dev.unitracker.internal.look.LiveArchive;
import dev.unitracker.internal.look.LookRunner;
import dev.unitracker.internal.look.MadeLook;
import dev.unitracker.internal.look.OngoingLook;
import dev.unitracker.internal.look.Tenure;
import dev.unitracker.internal.replay.Comparison;
import dev.unitracker.internal.replay.Replay;
import dev.unitracker.internal.tell.Announcements;
import dev.unitracker.report.ReplayReport;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Part;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes the looks of a tracker, and makes them again in replays: one at a time, and only while nobody else has the account. */
final class Looking {

    private final Account watched;
    private final String account;
    private final Store store;
    private final ArtifactStore artifacts;
    private final List<Collector> collectors;
    private final ZoneId zone;
    private final Supplier<Instant> now;
    private final Duration fullLookEvery;
    private final Consumer<String> progress;
    private final boolean massRemovals;
    private final Announcements announcements;
    private final Tenure.Terms terms;
    private final AtomicBoolean busy = new AtomicBoolean();

    Looking(TrackerBuilder settings, Account watched, Announcements announcements) {
        this.watched = watched;
        this.account = watched.name();
        this.store = watched.store();
        this.artifacts = settings.artifacts;
        this.collectors = List.copyOf(settings.collectors);
        this.zone = watched.zone();
        this.now = watched::now;
        this.fullLookEvery = settings.fullLookEvery;
        this.progress = settings.progress;
        this.massRemovals = settings.massRemovals;
        this.announcements = announcements;
        String owner = settings.owner.isEmpty() ? Owners.next() : settings.owner;
        this.terms = new Tenure.Terms(store, account, owner, settings.leaseFor, watched.clock());
    }

    /** Looks at everything if no full look was made for a while, else at what seems to have changed. */
    SyncReport look() {
        Instant due = now.get().minus(fullLookEvery);
        return look(
                session -> RunHistory.latestFull(session.runs())
                        .filter(run -> run.startedAt().isAfter(due))
                        .isEmpty(),
                allParts());
    }

    /**
     * Looks at some parts, at what seems to have changed of them.
     *
     * @throws SettingsException if there is no such part
     */
    SyncReport look(Set<String> parts) {
        Set<String> all = allParts();
        if (parts.isEmpty() || !all.containsAll(parts)) {
            throw new SettingsException(
                    "a look is made at some of the parts " + all + ", not at " + new TreeSet<>(parts));
        }
        return look(session -> false, parts);
    }

    private Set<String> allParts() {
        return parts().stream().map(Part::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the parts of all collectors, in their order. */
    List<Part> parts() {
        return collectors.stream()
                .flatMap(collector -> collector.parts().stream())
                .toList();
    }

    /** Looks at everything. */
    SyncReport lookFully() {
        return look(session -> true, allParts());
    }

    /** Makes all looks again into a store that does not know the account, and compares. */
    ReplayReport replay(Store fresh) {
        return undisturbed(() -> {
            Tenure tenure = store.inTransaction(account, terms::take);
            try {
                int looks = new Replay(account, zone, collectors, artifacts, telling(tenure)).rebuild(store, fresh);
                fresh.inTransaction(account, session -> {
                    session.profiles().save(watched.profile());
                    return account;
                });
                return new ReplayReport(
                        looks,
                        fresh.inTransaction(
                                account, session -> session.items().places().size()),
                        fresh.inTransaction(account, session -> session.ledger().last()),
                        new Comparison(account, store, fresh).firstDifference());
            } finally {
                tenure.abandon();
            }
        });
    }

    private SyncReport look(Predicate<StoreSession> full, Set<String> parts) {
        return undisturbed(() -> {
            Instant startedAt = now.get();
            Begun begun = store.inTransaction(account, session -> begin(session, full.test(session), parts, startedAt));
            return make(begun);
        });
    }

    private <T> T undisturbed(Supplier<T> work) {
        if (!busy.compareAndSet(false, true)) {
            throw new AccountBusyException(
                    "this tracker is looking at the account " + account + " already; look again when it is done",
                    terms.owner(),
                    now.get().plus(terms.length()));
        }
        try {
            return work.get();
        } finally {
            busy.set(false);
        }
    }

    private record Begun(OngoingLook look, RunName name, Tenure tenure) {}

    private Begun begin(StoreSession session, boolean full, Set<String> parts, Instant startedAt) {
        Tenure tenure = terms.take(session);
        OngoingLook.Setting setting = new OngoingLook.Setting(
                account, full, parts, massRemovals, collector -> new LiveArchive(artifacts), telling(tenure));
        RunName name = RunHistory.next(session.runs());
        OngoingLook look = new OngoingLook(
                setting,
                name.look(),
                startedAt,
                OngoingLook.notes(session.notes(), collectors),
                prefix -> store.inTransaction(account, now -> now.sightings().inScopes(prefix)));
        return new Begun(look, name, tenure);
    }

    /** Who tells what he is doing is alive. */
    private Consumer<String> telling(Tenure tenure) {
        return doing -> {
            tenure.keep();
            progress.accept(doing);
        };
    }

    private SyncReport make(Begun begun) {
        Tenure tenure = begun.tenure();
        try {
            LookRunner runner = new LookRunner(tenure.guarded(), zone, collectors, announcements);
            return report(runner.make(begun.look(), begun.name(), now, tenure::release));
        } catch (RuntimeException | Error e) {
            tenure.abandon();
            throw e;
        }
    }

    private static SyncReport report(MadeLook made) {
        long complete = made.gathering().observations().stream()
                .filter(observation -> observation.completeness().complete())
                .count();
        return new SyncReport(
                made.run(),
                (int) complete,
                made.items(),
                made.changes(),
                made.gathering().refused().map(Throwable::getMessage));
    }
}
