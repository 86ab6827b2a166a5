package dev.unitracker;

import dev.unitracker.error.AccountBusyException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.report.DispatchReport;
import dev.unitracker.report.ReplayReport;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Store;
import dev.unitracker.words.Language;
import java.time.ZoneId;
import java.util.Set;

/**
 * Watches for one account: looks at its sources, remembers what it saw, and tells its notifiers. What it found is read from
 * the {@link Account}.
 *
 * <p>It has no thread of its own. Looks at one account do not overlap, whatever thread or process makes them: the first one
 * takes the account in the store, the others are told so.
 */
public final class Tracker {

    private static final String DEFAULT_ACCOUNT = "default";

    private final Account account;
    private final Looking looking;
    private final Telling telling;

    Tracker(TrackerBuilder settings) {
        this.account = settings.watched();
        this.telling = new Telling(settings, account);
        this.looking = new Looking(settings, account, telling.announcements());
    }

    /** Starts building what watches for an account. At least one collector is required; everything else has a default. */
    public static TrackerBuilder of(Account account) {
        return new TrackerBuilder(account);
    }

    /**
     * Starts building what watches for a host's only student, whose account is called {@code default}. It is created if it is
     * not there; if it is there with another zone or language, it gets these.
     *
     * @param store what remembers; the caller closes it
     * @param zone the zone that the student lives in
     * @param language the language of all that the student is told
     * @throws StoreException if the store cannot be read or written
     */
    public static TrackerBuilder of(Store store, ZoneId zone, Language language) {
        return of(Accounts.in(store).createOrChange(DEFAULT_ACCOUNT, zone, language));
    }

    /** Returns the account that is watched, going by this tracker's clock and alert settings. */
    public Account account() {
        return account;
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
     * @param parts the names of parts, for example {@code campus_forums}
     * @throws SettingsException if no collector has one of them, or none is named
     * @throws AccountBusyException if another look has the account, or took it over because this one seemed dead
     * @throws StoreException if the store cannot be read or written; what was written course by course stays
     */
    public SyncReport sync(Set<String> parts) {
        return told(looking.look(parts));
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
}
