package dev.unitracker;

import dev.unitracker.error.AccountBusyException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.report.DispatchReport;
import dev.unitracker.report.ReplayReport;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Part;
import dev.unitracker.spi.Store;
import dev.unitracker.words.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Looks at the sources of one account, stores what it sees, and sends messages about it. The {@link Account} is where
 * to read what was found.
 *
 * <p>Safe for use by several threads; it starts none. Only one look at an account goes on at a time, whatever thread or
 * process makes it: a second one throws an {@link AccountBusyException} at once.
 */
public final class Tracker {

    private static final String DEFAULT_ACCOUNT = "default";

    private final Account account;
    private final Looking looking;
    private final Telling telling;
    private final Watching observer;

    Tracker(TrackerBuilder settings) {
        this.account = settings.watched();
        this.observer = new Watching(settings.observer);
        this.telling = new Telling(settings, account);
        this.looking = new Looking(settings, account, telling.announcements());
    }

    /** Starts building a tracker of an account. It needs at least one collector; everything else has a default. */
    public static TrackerBuilder of(Account account) {
        return new TrackerBuilder(account);
    }

    /**
     * Starts building the tracker of a host with only one student. The account is called {@code default}. It is created
     * if it does not exist; if it exists with another zone or language, it gets these.
     *
     * @param store where everything is stored; the caller closes it
     * @param zone the zone that the student lives in
     * @param language the language of all that the student is told
     * @throws StoreException if the store cannot be read or written
     */
    public static TrackerBuilder of(Store store, ZoneId zone, Language language) {
        return of(Accounts.in(store).createOrChange(DEFAULT_ACCOUNT, zone, language));
    }

    /** Returns the account, with the clock, the alert settings and the words for sources of this tracker. */
    public Account account() {
        return account;
    }

    /** Returns the parts of all collectors, which a look may be made at, in their order. */
    public List<Part> parts() {
        return looking.parts();
    }

    /**
     * Looks once, then sends what is due, as {@link #dispatch} does. It looks at everything if the last full look was
     * made too long ago ({@link TrackerBuilder#fullLookEvery}); otherwise a collector may leave out what seems not to
     * have changed. A source that cannot be read is no exception: the report says so. Nor is a message that cannot be
     * sent.
     *
     * @throws AccountBusyException if another look has the account, or took it over because this one seemed dead
     * @throws StoreException if the store cannot be read or written; what was written course by course stays
     */
    public SyncReport sync() {
        return told(looking::look);
    }

    /**
     * Looks once at everything, also at what seems not to have changed, then sends what is due.
     *
     * @throws AccountBusyException if another look has the account, or took it over because this one seemed dead
     * @throws StoreException if the store cannot be read or written; what was written course by course stays
     */
    public SyncReport syncFully() {
        return told(looking::lookFully);
    }

    /**
     * Looks once at some parts of the sources, then sends what is due. A collector may leave out what seems not to have
     * changed. It does not count as a full look, even if all parts are named.
     *
     * @param parts the names of parts, for example {@code campus_forums}
     * @throws SettingsException if no collector has one of them, or none is named
     * @throws AccountBusyException if another look has the account, or took it over because this one seemed dead
     * @throws StoreException if the store cannot be read or written; what was written course by course stays
     */
    public SyncReport sync(Set<String> parts) {
        return told(() -> looking.look(parts));
    }

    /**
     * Sends the messages that are due: alerts, repeats, reminders, digests, and that nothing could be read for long. A
     * look does this at its end; call it every minute or so in between, and while a look is under way, which may take long. A message that could not be sent is tried again
     * later, and keeps no other notifier waiting.
     *
     * @throws StoreException if the store cannot be read or written
     */
    public DispatchReport dispatch() {
        DispatchReport report = telling.dispatch();
        observer.told(report);
        return report;
    }

    /**
     * Makes all looks of this account again, in memory, from the answers that were kept, and compares the result with
     * what is stored. No source is asked, nothing that is stored changes, and no message is sent.
     *
     * @throws SettingsException if a collector that looked then is missing
     * @throws StoreException if an answer is no longer kept
     * @throws AccountBusyException if a look has the account
     */
    public ReplayReport replay() {
        return replay(new InMemoryStore());
    }

    /**
     * Makes all looks of this account again as {@link #replay()} does, and leaves the result in a store.
     *
     * @param fresh a store that does not know this account; the caller closes it
     * @throws SettingsException if a collector that looked then is missing
     * @throws StoreException if an answer is no longer kept
     * @throws AccountBusyException if a look has the account
     */
    public ReplayReport replay(Store fresh) {
        return looking.replay(fresh);
    }

    private SyncReport told(Supplier<SyncReport> look) {
        SyncReport report = observer.watched(look);
        telling.dispatchQuietly().ifPresent(observer::told);
        return report;
    }
}
