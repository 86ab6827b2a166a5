package dev.unitracker;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.CourseBrief;
import dev.unitracker.error.AccountBusyException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.internal.tell.StudentsWord;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.report.DispatchReport;
import dev.unitracker.report.ReplayReport;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Delivery;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.Message;
import dev.unitracker.spi.Run;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.spi.StoredItem;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Watches one account: looks at its source, remembers what it saw, says what changed, and tells its notifiers.
 *
 * <p>It has no thread of its own. Queries may be asked by several threads at any time. Looks at one account do not
 * overlap, whatever thread or process makes them: the first one takes the account in the store, the others are told so.
 */
public final class Tracker {

    private final String account;
    private final Store store;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Looking looking;
    private final Telling telling;
    private final Briefing briefing;

    Tracker(TrackerBuilder settings) {
        this.account = settings.account;
        this.store = settings.store;
        this.zone = settings.zone;
        this.clock = settings.clock;
        this.telling = new Telling(settings, this::now);
        this.looking = new Looking(settings, telling.announcements(), this::now);
        this.briefing = new Briefing(store, account, Texts.in(settings.language), zone, this::now);
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
        return told(looking.look());
    }

    /**
     * Looks once at everything, also at what seems not to have changed.
     *
     * @throws AccountBusyException if another look has the account, or took it over because this one seemed dead
     * @throws StoreException if the store cannot be read or written; what was written course by course stays
     */
    public SyncReport syncFully() {
        return told(looking.lookFully());
    }

    /**
     * Looks once at some parts of the sources, at what seems to have changed of them. It stands for no full look.
     *
     * @param parts the names of parts, for example {@code moodle_forums}
     * @throws SettingsException if no collector has one of them, or none is named
     * @throws AccountBusyException if another look has the account, or took it over because this one seemed dead
     * @throws StoreException if the store cannot be read or written; what was written course by course stays
     */
    public SyncReport sync(Set<String> parts) {
        return told(looking.look(parts));
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

    /** Returns the zone in which days without a time lie. */
    public ZoneId zone() {
        return zone;
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
        return telling.digest(window);
    }

    /**
     * Sends what is due to be told: alerts, repeats, reminders. Call it after each look, which {@link #sync} does, and every
     * minute or so in between. A notifier that fails for now is tried again later, and never keeps another one waiting.
     *
     * @throws StoreException if the store cannot be read or written
     */
    public DispatchReport dispatch() {
        return telling.dispatch();
    }

    /**
     * Says that the recipient knows of a change: it is not told again. A later change of the same item is.
     *
     * @param change the ledger number of the change; of several that were told in one message, of the latest
     * @return whether anybody was told of it, or was to be
     */
    public boolean acknowledge(long change) {
        return telling.acknowledge(change);
    }

    /**
     * Tells of an item again after a while, and not before; what would be worth nothing by then comes at its own time. Returns
     * whether there is anything to tell.
     */
    public boolean snooze(ItemId item, Duration time) {
        return telling.snooze(item, time);
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
     * @throws SettingsException if a collector that looked then is missing
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
        return looking.replay(fresh);
    }

    private SyncReport told(SyncReport report) {
        telling.dispatchQuietly();
        return report;
    }

    private Outlook outlook(StoreSession session) {
        return new Outlook(session, account, zone);
    }

    /** Stores keep microseconds; so does everything that is compared with what is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
