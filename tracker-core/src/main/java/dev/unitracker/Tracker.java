package dev.unitracker;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.CourseBrief;
import dev.unitracker.internal.Comparison;
import dev.unitracker.internal.Gathering;
import dev.unitracker.internal.LookInProgress;
import dev.unitracker.internal.LookRunner;
import dev.unitracker.internal.Owners;
import dev.unitracker.internal.Replay;
import dev.unitracker.internal.RunHistory;
import dev.unitracker.internal.SourceAnswers;
import dev.unitracker.internal.Tenure;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.Notifier;
import dev.unitracker.spi.Run;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.spi.StoredItem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one account: looks at its source, remembers what it saw, says what changed, and tells its notifiers.
 *
 * <p>It has no thread of its own. Queries may be asked by several threads at any time. Looks at one account do not
 * overlap, whatever thread or process makes them: the first one takes the account in the store, the others are told so.
 */
public final class Tracker {

    private static final Logger log = LoggerFactory.getLogger("unitracker.look");

    private static final int NOTIFIER_BATCH = 500;

    private final String account;
    private final Store store;
    private final ArtifactStore artifacts;
    private final List<Collector> collectors;
    private final List<Notifier> notifiers;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Duration fullLookEvery;
    private final Consumer<String> progress;
    private final boolean massRemovals;
    private final Tenure.Terms terms;
    private final Briefing briefing;
    private final AtomicBoolean looking = new AtomicBoolean();

    Tracker(TrackerBuilder settings) {
        this.account = settings.account;
        this.store = settings.store;
        this.artifacts = settings.artifacts;
        this.collectors = List.copyOf(settings.collectors);
        this.notifiers = List.copyOf(settings.notifiers);
        this.zone = settings.zone;
        this.clock = settings.clock;
        this.fullLookEvery = settings.fullLookEvery;
        this.progress = settings.progress;
        this.massRemovals = settings.massRemovals;
        String owner = settings.owner.isEmpty() ? Owners.next() : settings.owner;
        this.briefing = new Briefing(store, account, settings.language, zone, this::now);
        this.terms = new Tenure.Terms(store, account, owner, settings.leaseFor, clock);
    }

    /** Starts building a tracker. At least one collector is required; everything else has a default. */
    public static TrackerBuilder builder() {
        return new TrackerBuilder();
    }

    /**
     * Looks once: at everything if no full look was made for {@linkplain TrackerBuilder#fullLookEvery a while}, else at what
     * seems to have changed.
     *
     * @throws AccountBusyException if another look has the account, or took it over because this one seemed dead
     * @throws StoreException if the store cannot be read or written; what was written course by course stays
     */
    public SyncReport sync() {
        Instant due = now().minus(fullLookEvery);
        return look(session -> RunHistory.latestFull(session.runs())
                .filter(run -> run.startedAt().isAfter(due))
                .isEmpty());
    }

    /**
     * Looks once at everything, also at what seems not to have changed.
     *
     * @throws AccountBusyException if another look has the account, or took it over because this one seemed dead
     * @throws StoreException if the store cannot be read or written; what was written course by course stays
     */
    public SyncReport syncFully() {
        return look(session -> true);
    }

    /** Returns the feeds of changes. */
    public Changes changes() {
        return new Changes(store, account);
    }

    /** Returns all items, removed ones too, ordered by id. */
    public List<StoredItem> items() {
        return store.inTransaction(account, session -> session.items().all());
    }

    /** Returns an item; empty if it was never seen. */
    public Optional<StoredItem> item(ItemId id) {
        return store.inTransaction(account, session -> session.items().find(id));
    }

    /** Returns what is due within some time and not completed, soonest first, then by id. */
    public List<Item> deadlines(Duration within) {
        Instant now = now();
        return store.inTransaction(account, session -> outlook(session).deadlines(now, now.plus(within)));
    }

    /**
     * Returns what may go wrong within some time: deadlines and exams, soonest first, then schedules to watch; one row
     * for each activity, completed ones left out.
     */
    public List<Risk> risks(Duration within) {
        Instant now = now();
        return store.inTransaction(account, session -> outlook(session).risks(now, now.plus(within)));
    }

    /**
     * Returns an item in a few lines: as a model wrote it of the item's present state, else as rules do; empty if the item
     * was never seen.
     */
    public Optional<Brief> brief(ItemId id) {
        return briefing.of(id);
    }

    /**
     * Returns a course in a few lines, with its ten most pressing items; empty if it was never seen.
     *
     * @param course the course's source key, for example {@code course:2}
     */
    public Optional<CourseBrief> courseBrief(String course) {
        return briefing.ofCourse(course);
    }

    /** Returns what lets a language model write briefs. Nothing is asked before one of its methods is called. */
    public Enrichment enrichment(Enricher enricher) {
        return new Enrichment(briefing, enricher);
    }

    /** Returns the latest looks, latest first, at most {@code limit}. */
    public List<Run> runs(int limit) {
        return store.inTransaction(account, session -> session.runs().latest(limit));
    }

    /**
     * Tells each notifier what it was not told yet. One that fails is offered the same again next time, and never keeps
     * another from being told.
     *
     * @return the failures by notifier name; empty if all went well
     */
    public Map<String, RuntimeException> dispatch() {
        Map<String, RuntimeException> failures = new LinkedHashMap<>();
        for (Notifier notifier : notifiers) {
            try {
                tell(notifier);
            } catch (RuntimeException e) {
                failures.put(notifier.name(), e);
            } catch (Throwable e) {
                // Foreign code: whatever it throws is its own failure.
                failures.put(notifier.name(), new TrackerException(notifier.name() + " failed unexpectedly", e));
            }
        }
        return failures;
    }

    /**
     * Makes all looks of this account again, in memory, from the answers that were kept, and compares what comes of it
     * with what is stored. Nothing is asked of the source, nothing stored is changed, nobody is told.
     *
     * @throws SettingsException if a collector cannot be replayed, or one that looked then is missing
     * @throws StoreException if an answer is no longer kept
     * @throws AccountBusyException if a look has the account
     */
    public ReplayReport replay() {
        return replay(new InMemoryStore());
    }

    /**
     * Makes all looks of this account again as {@link #replay()} does, and leaves what comes of it in a store.
     *
     * @param fresh a store that does not know this account
     */
    public ReplayReport replay(Store fresh) {
        return undisturbed(() -> {
            Tenure tenure = store.inTransaction(account, terms::take);
            try {
                Replay replay = new Replay(account, zone, collectors, artifacts, doing -> {
                    tenure.keep();
                    progress.accept(doing);
                });
                int looks = replay.rebuild(store, fresh);
                Optional<String> difference = new Comparison(account, store, fresh).firstDifference();
                return fresh.inTransaction(
                        account,
                        session -> new ReplayReport(
                                looks,
                                session.items().all().size(),
                                session.ledger().last(),
                                difference));
            } finally {
                tenure.abandon();
            }
        });
    }

    private void tell(Notifier notifier) {
        String cursor = "notifier/" + notifier.name();
        while (true) {
            List<Change> untold = store.inTransaction(account, session -> {
                long told = Long.parseLong(session.notes().all().getOrDefault(cursor, "0"));
                return session.ledger().after(told, NOTIFIER_BATCH);
            });
            if (untold.isEmpty()) {
                return;
            }
            List<Change> news = untold.stream()
                    .filter(change -> change.meaningful() && !change.baseline())
                    .toList();
            if (!news.isEmpty()) {
                notifier.tell(news);
            }
            String last = Long.toString(untold.get(untold.size() - 1).number());
            inTransaction(session -> session.notes().put(cursor, last));
        }
    }

    private SyncReport look(Predicate<StoreSession> full) {
        return undisturbed(() -> {
            Begun begun = begin(full, now());
            SyncReport report = look(begun.look(), begun.tenure());
            dispatch()
                    .forEach((name, e) ->
                            log.warn("notifier {} failed; it will be told again on the next run", name, e));
            return report;
        });
    }

    private <T> T undisturbed(Supplier<T> work) {
        if (!looking.compareAndSet(false, true)) {
            throw new AccountBusyException(
                    "this tracker is looking at the account " + account + " already; look again when it is done",
                    terms.owner(),
                    now().plus(terms.length()));
        }
        try {
            return work.get();
        } finally {
            looking.set(false);
        }
    }

    private SyncReport look(LookInProgress look, Tenure tenure) {
        try {
            LookRunner runner = new LookRunner(tenure.guarded(), zone, collectors);
            return report(runner.make(look, this::now, tenure::release));
        } catch (RuntimeException | Error e) {
            tenure.abandon();
            throw e;
        }
    }

    private SyncReport report(LookRunner.Made made) {
        Gathering gathering = made.gathering();
        return new SyncReport(
                made.run(),
                (int) gathering.observations().stream()
                        .filter(observation -> observation.completeness().complete())
                        .count(),
                active(),
                made.written().changes(),
                made.written().suspected(),
                gathering.refused().map(Throwable::getMessage));
    }

    private record Begun(LookInProgress look, Tenure tenure) {}

    private Begun begin(Predicate<StoreSession> full, Instant startedAt) {
        return store.inTransaction(account, session -> {
            Tenure tenure = terms.take(session);
            LookInProgress.Setting setting = new LookInProgress.Setting(
                    account,
                    full.test(session),
                    collectors.stream().map(Collector::name).collect(Collectors.toSet()),
                    massRemovals,
                    new SourceAnswers(artifacts),
                    doing -> {
                        tenure.keep();
                        progress.accept(doing);
                    });
            LookInProgress look = new LookInProgress(
                    setting,
                    RunHistory.nextName(session.runs()),
                    startedAt,
                    session.notes().all(),
                    prefix ->
                            store.inTransaction(account, now -> now.sightings().inScopes(prefix)));
            return new Begun(look, tenure);
        });
    }

    private int active() {
        return (int) items().stream()
                .filter(stored -> stored.item().status() == ItemStatus.ACTIVE)
                .count();
    }

    private Outlook outlook(StoreSession session) {
        return new Outlook(session, account, zone);
    }

    private void inTransaction(Consumer<StoreSession> work) {
        store.inTransaction(account, session -> {
            work.accept(session);
            return true;
        });
    }

    /** Stores keep microseconds; so does everything that is compared with what is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
