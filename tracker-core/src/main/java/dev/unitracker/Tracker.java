package dev.unitracker;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.CourseBrief;
import dev.unitracker.internal.Acknowledgement;
import dev.unitracker.internal.Announcements;
import dev.unitracker.internal.Audience;
import dev.unitracker.internal.Comparison;
import dev.unitracker.internal.Dispatcher;
import dev.unitracker.internal.Gathering;
import dev.unitracker.internal.LookInProgress;
import dev.unitracker.internal.LookRunner;
import dev.unitracker.internal.MessageWriter;
import dev.unitracker.internal.Owners;
import dev.unitracker.internal.Replay;
import dev.unitracker.internal.RunHistory;
import dev.unitracker.internal.RunName;
import dev.unitracker.internal.Snooze;
import dev.unitracker.internal.SourceAnswers;
import dev.unitracker.internal.StudentsWord;
import dev.unitracker.internal.Tenure;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.notice.AlertPolicy;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Delivery;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.Message;
import dev.unitracker.spi.Run;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.spi.StoredItem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

    private final String account;
    private final Store store;
    private final ArtifactStore artifacts;
    private final List<Collector> collectors;
    private final Audience audience;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Duration fullLookEvery;
    private final Consumer<String> progress;
    private final boolean massRemovals;
    private final Duration staleAfter;
    private final Announcements announcements;
    private final int digestHour;
    private final DigestWriter digests;
    private final Dispatcher dispatcher;
    private final Tenure.Terms terms;
    private final Briefing briefing;
    private final AtomicBoolean looking = new AtomicBoolean();

    Tracker(TrackerBuilder settings) {
        this.account = settings.account;
        this.store = settings.store;
        this.artifacts = settings.artifacts;
        this.collectors = List.copyOf(settings.collectors);
        this.zone = settings.zone;
        this.clock = settings.clock;
        this.fullLookEvery = settings.fullLookEvery;
        this.progress = settings.progress;
        this.massRemovals = settings.massRemovals;
        this.staleAfter = settings.staleAfter;
        AlertSettings alerts = settings.alerts == null ? AlertSettings.in(zone) : settings.alerts;
        this.audience = new Audience(settings.notifiers);
        this.announcements = new Announcements(audience, alerts, zone);
        this.digestHour = settings.digestHour;
        this.digests = new DigestWriter(account, new AlertPolicy(alerts, zone), zone, settings.language);
        MessageWriter writer = new MessageWriter(account, zone, settings.language, digests::write);
        this.dispatcher = new Dispatcher(store, account, alerts, writer, this::now);
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

    /**
     * Returns the latest looks, latest first, at most {@code limit}. Among them are attempts that {@linkplain
     * Run.Outcome#BROKEN_OFF broke off}, and the one that is going on, once it wrote something.
     */
    public List<Run> runs(int limit) {
        return store.inTransaction(account, session -> session.runs().latest(limit));
    }

    /**
     * Returns what happened in a time before now and what lies ahead, as one message.
     *
     * @param window the time whose changes it tells
     */
    public Message digest(Duration window) {
        Instant now = now();
        List<Message.Line> lines = store.inTransaction(account, session -> digests.write(session, window, now));
        return new Message("digest on demand", NoticeKind.DIGEST, Severity.INFORMATION, lines, null);
    }

    /**
     * Sends what is due to be told: alerts, repeats, reminders. Call it after each look, which {@link #sync} does, and every
     * minute or so in between. A notifier that fails is tried again later, and never keeps another one waiting.
     *
     * @throws StoreException if the store cannot be read or written
     */
    public DispatchReport dispatch() {
        Instant now = now();
        // Without anybody to tell there is nothing to read.
        if (!audience.isEmpty()) {
            store.inTransaction(account, session -> {
                List<Item> near = outlook(session).deadlines(now, now.plus(announcements.reminderHorizon()));
                announcements.reminders(session, near, now);
                announcements.stale(session, staleAfter, now);
                announcements.digest(session, now.atZone(zone), digestHour);
                return near;
            });
        }
        return dispatcher.send(audience);
    }

    /**
     * Says that the recipient knows of a change: it is not told again. A later change of the same item is.
     *
     * @param change the ledger number of the change; of several that were told in one message, of the latest
     * @return whether anybody was told of it, or was to be
     */
    public boolean acknowledge(long change) {
        Instant now = now();
        return store.inTransaction(account, session -> Acknowledgement.of(change, session.outbox(), now));
    }

    /**
     * Tells of an item again after a while, and not before; what would be worth nothing by then comes at its own time. Returns
     * whether there is anything to tell.
     */
    public boolean snooze(ItemId item, Duration time) {
        Instant now = now();
        return store.inTransaction(account, session -> Snooze.until(now.plus(time), session.outbox(), item.key(), now));
    }

    /**
     * Says, for the student, that something is done, or takes that back. It counts more than what the source says.
     *
     * @return the change that was written; empty if there is no such item or nothing changed
     */
    public Optional<Change> markDone(ItemId item, boolean done) {
        return store.inTransaction(account, session -> StudentsWord.done(session, item, done, now()));
    }

    /** Returns what was planned to be told and what became of it, the latest first, at most {@code limit}. */
    public List<Delivery> deliveries(int limit) {
        return store.inTransaction(account, session -> session.outbox().latest(limit));
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
                                session.items().places().size(),
                                session.ledger().last(),
                                difference));
            } finally {
                tenure.abandon();
            }
        });
    }

    private SyncReport look(Predicate<StoreSession> full) {
        return undisturbed(() -> {
            Begun begun = begin(full, now());
            SyncReport report = look(begun);
            dispatchQuietly();
            return report;
        });
    }

    /** The look is made, whatever becomes of telling. */
    private void dispatchQuietly() {
        try {
            dispatch()
                    .troubles()
                    .forEach((name, e) -> log.warn("{} could not be used; it is tried again later", name, e));
        } catch (RuntimeException e) {
            log.warn("what is to be told could not be read; it is tried again later", e);
        }
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

    private SyncReport look(Begun begun) {
        Tenure tenure = begun.tenure();
        try {
            LookRunner runner = new LookRunner(tenure.guarded(), zone, collectors, announcements);
            return report(runner.make(begun.look(), begun.name(), this::now, tenure::release));
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

    private record Begun(LookInProgress look, RunName name, Tenure tenure) {}

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
            RunName name = RunHistory.next(session.runs());
            LookInProgress look = new LookInProgress(
                    setting,
                    name.look(),
                    startedAt,
                    session.notes().all(),
                    prefix ->
                            store.inTransaction(account, now -> now.sightings().inScopes(prefix)));
            return new Begun(look, name, tenure);
        });
    }

    private int active() {
        return (int) store.inTransaction(account, session -> session.items().places()).stream()
                .filter(item -> item.status() == ItemStatus.ACTIVE)
                .count();
    }

    private Outlook outlook(StoreSession session) {
        return new Outlook(session, account, zone);
    }

    /** Stores keep microseconds; so does everything that is compared with what is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
