package dev.unitracker;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.CourseBrief;
import dev.unitracker.brief.ModelJob;
import dev.unitracker.error.StoreException;
import dev.unitracker.internal.history.KnownParts;
import dev.unitracker.internal.tell.Acknowledgement;
import dev.unitracker.internal.tell.Snooze;
import dev.unitracker.internal.tell.StudentsWord;
import dev.unitracker.model.Change;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.AlertPolicy;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.report.Risk;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Part;
import dev.unitracker.spi.Profile;
import dev.unitracker.spi.Run;
import dev.unitracker.spi.SourceProfile;
import dev.unitracker.spi.Store;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one student, and what she says of it. Everything is read from the store and written there; no source is
 * asked and nobody is told: that is what a {@link Tracker} does. Get one from {@link Accounts}.
 *
 * <p>Safe for use by several threads. Zone and language are those that the account had when this object was made. Each method
 * reads or writes on its own; {@link #together} makes one transaction of several calls.
 *
 * <p>All methods throw a {@link StoreException} if the store cannot be read or written.
 */
public final class Account {

    private final Accounts accounts;
    private final String name;
    private final Profile profile;
    private final Language language;
    private final AlertSettings alerts;

    Account(Accounts accounts, String name, Profile profile, @Nullable AlertSettings alerts) {
        this.accounts = accounts;
        this.name = name;
        this.profile = profile;
        this.language = accounts.language(profile.language());
        this.alerts = alerts == null ? alertsByDefault(profile.zone(), language) : alerts;
    }

    /** A host's own language has words of its own that an announcement matters with. */
    private static AlertSettings alertsByDefault(ZoneId zone, Language language) {
        AlertSettings settings = AlertSettings.in(zone);
        return language.texts().isEmpty()
                ? settings
                : settings.alertOn(settings.words().and(Texts.in(language).list("signal.words")));
    }

    /** Returns the name that everything of the account is stored under. */
    public String name() {
        return name;
    }

    /** Returns the zone that the student lives in. */
    public ZoneId zone() {
        return profile.zone();
    }

    /** Returns the language of what the student is told. */
    public Language language() {
        return language;
    }

    /** Returns the same account, whose digests rank changes by other settings. Default: {@link AlertSettings#in} its zone. */
    public Account alerts(AlertSettings settings) {
        return new Account(accounts, name, profile, Objects.requireNonNull(settings, "settings"));
    }

    /** Returns the same account, going by another clock. */
    public Account at(InstantSource clock) {
        return new Account(accounts.at(clock), name, profile, alerts);
    }

    /** Returns what the host keeps with the account, by name, as it is now; empty if it keeps nothing. */
    public Map<String, String> settings() {
        return read(session -> session.profiles().find()).map(Profile::settings).orElse(Map.of());
    }

    /**
     * Keeps a setting of the host's own with the account, in place of the one of the same name. The library reads none.
     *
     * @param value its value; null to forget it
     */
    public void set(String setting, @Nullable String value) {
        Objects.requireNonNull(setting, "setting");
        write(session -> {
            Profile before = session.profiles().find().orElse(profile);
            Map<String, String> settings = new TreeMap<>(before.settings());
            if (value == null) {
                settings.remove(setting);
            } else {
                settings.put(setting, value);
            }
            session.profiles().save(before.with(settings));
            return setting;
        });
    }

    /** Returns the notes that a host or an adapter keeps with the account under a name of its own, without a slash. */
    public Notebook notebook(String owner) {
        return new Notebook(store(), name, NoteOwner.host(owner));
    }

    /**
     * Calls methods of this account in one transaction: all of what they write is kept or, if the work throws, none. The work
     * may be called more than once, so it should do nothing else that lasts.
     */
    public <T> T together(Supplier<T> work) {
        return write(session -> work.get());
    }

    /** Calls methods of this account that read, and lets all of them see the same moment. None of them may write. */
    public <T> T atOneMoment(Supplier<T> work) {
        return read(session -> work.get());
    }

    /** Returns the feeds of changes. */
    public Changes changes() {
        return new Changes(store(), name);
    }

    /** Returns the change with a ledger number; empty if there is none. */
    public Optional<Change> change(long number) {
        return read(session -> session.ledger().find(number));
    }

    /** Returns all items, removed ones too, ordered by id. */
    public List<StoredItem> items() {
        return read(session -> session.items().find(ItemQuery.all()));
    }

    /** Returns an item; empty if it was never seen. */
    public Optional<StoredItem> item(ItemId id) {
        return read(session -> session.items().find(id));
    }

    /**
     * Returns the items that are asked for, the one first seen last coming first.
     *
     * @param after what the page before said comes {@linkplain Page#next next}; empty for the first page
     * @param limit how many at most, from 1 to 10,000
     * @throws IllegalArgumentException if {@code after} is nothing that a page says
     */
    public Page<StoredItem> items(ItemQuery query, String after, int limit) {
        Limits.check(limit);
        long before = after.isEmpty() ? Long.MAX_VALUE : Limits.number(after);
        List<StoredItem> found = read(session -> session.items().page(query, before, limit + 1));
        return Page.of(found, limit, last -> Long.toString(last.number()));
    }

    /** Returns the item with a {@linkplain StoredItem#number number}; empty if there is none. */
    public Optional<StoredItem> item(long number) {
        return read(session -> session.ledger()
                .find(number)
                .flatMap(change -> session.items().find(change.item()))
                .filter(stored -> stored.number() == number));
    }

    /** Returns the courses, those that were left too, by title, then by id. */
    public List<StoredItem> courses() {
        return read(session -> session.items().find(ItemQuery.all().type(ItemType.COURSE))).stream()
                .sorted(Comparator.comparing(stored -> stored.item().title()))
                .toList();
    }

    /** Returns what is due within some time and not completed, soonest first, then by id. */
    public List<StoredItem> deadlines(Duration within) {
        Instant now = now();
        return read(session -> outlook(session).deadlines(now, now.plus(within)));
    }

    /**
     * Returns what may go wrong within some time: deadlines and exams, soonest first, then schedules to watch; one row
     * for each activity, completed ones left out.
     */
    public List<Risk> risks(Duration within) {
        Instant now = now();
        return read(session -> outlook(session).risks(now, now.plus(within)));
    }

    /**
     * Returns an item in a few lines: as a model wrote it of the item's present state, else as rules do; empty if the item
     * was never seen.
     */
    public Optional<Brief> brief(ItemId id) {
        return briefing().of(id);
    }

    /**
     * Returns a course in a few lines, with its ten most pressing items; empty if it was never seen.
     *
     * @param course the id of the course's item
     */
    public Optional<CourseBrief> courseBrief(ItemId course) {
        return briefing().ofCourse(course);
    }

    /** Returns what lets a language model write briefs. Nothing is asked before one of its methods is called. */
    public Enrichment enrichment(Enricher enricher) {
        return new Enrichment(briefing(), enricher);
    }

    /** Returns where what is known of an item comes from, and what became of it; empty if the item was never seen. */
    public Optional<Provenance> provenance(ItemId id) {
        return read(session -> new Origins(session).provenance(id));
    }

    /** Returns the files of an item and the texts that were read out of them; empty if the item was never seen. */
    public Optional<Content> content(ItemId id) {
        return read(session -> new Origins(session).content(id));
    }

    /** Returns the parts of the sources, with what people call them, by name; empty before the end of the first look. */
    public List<Part> parts() {
        return read(session -> KnownParts.of(session.notes()));
    }

    /** Returns how fresh what is known is: when each part was seen completely last, and what was not seen and why. */
    public Freshness freshness() {
        return read(session -> new Origins(session).freshness());
    }

    /** Returns how well the account is watched and told. */
    public Health health() {
        return read(session -> new Origins(session).health(now()));
    }

    /** Returns what language models were asked of an item, latest first, at most {@code limit}. */
    public List<ModelJob> modelJobs(ItemId id, int limit) {
        return read(session -> session.modelJobs().of(id, limit));
    }

    /**
     * Returns the latest looks, latest first, at most {@code limit}. Among them are attempts that {@linkplain
     * Run.Outcome#BROKEN_OFF broke off}, and the one that is going on, once it wrote something.
     */
    public List<Run> runs(int limit) {
        return read(session -> session.runs().latest(limit));
    }

    /** Returns what was planned to be told and what became of it, the latest first, at most {@code limit}. */
    public List<Delivery> deliveries(int limit) {
        return read(session -> session.outbox().latest(null, limit));
    }

    /**
     * Returns what happened in a time before now and what lies ahead, as one message in the account's language.
     *
     * @param window the time whose changes it tells
     */
    public Message digest(Duration window) {
        return digest(window, language);
    }

    /**
     * Returns what happened in a time before now and what lies ahead, as one message.
     *
     * @param window the time whose changes it tells
     * @param in the language that it is written in
     */
    public Message digest(Duration window, Language in) {
        Instant moment = now();
        DigestWriter writer = digests(in);
        List<Message.Line> lines = read(session -> writer.write(session, window, moment));
        return new Message("digest on demand " + moment, in, NoticeKind.DIGEST, Severity.INFORMATION, lines, null);
    }

    /**
     * Says that a recipient of a channel knows of a change: this recipient is not told of it again there, all others are, and so
     * is the same recipient elsewhere. A later change of the same item is told.
     *
     * @param change the ledger number of the change; of several that were told in one message, of the latest
     * @param to the notifier's name, and the recipient as the notifier names it
     * @return whether this recipient was told of it there, or was to be
     */
    public boolean acknowledge(long change, Delivery.Address to) {
        return write(session -> Acknowledgement.of(change, isAt(to), session.outbox(), now()));
    }

    /**
     * Says that all recipients know of a change, as {@link #acknowledge(long, Delivery.Address)} does for one.
     *
     * @return whether anybody was told of it, or was to be
     */
    public boolean acknowledge(long change) {
        return write(session -> Acknowledgement.of(change, delivery -> true, session.outbox(), now()));
    }

    /**
     * Says that a recipient of a channel knows of all the changes of an item that were to be told there so far.
     *
     * @param to the notifier's name, and the recipient as the notifier names it
     * @return whether this recipient was told of any there, or was to be
     */
    public boolean acknowledge(ItemId item, Delivery.Address to) {
        return write(session -> Acknowledgement.ofItem(item, isAt(to), session.outbox(), now()));
    }

    /** Says that all recipients know of all the changes of an item that were to be told so far. */
    public boolean acknowledge(ItemId item) {
        return write(session -> Acknowledgement.ofItem(item, delivery -> true, session.outbox(), now()));
    }

    private static Predicate<Delivery> isAt(Delivery.Address to) {
        Objects.requireNonNull(to, "to");
        return delivery -> delivery.to().equals(to);
    }

    /**
     * Tells of an item again after a while, and not before. What would be out of date by then is told when it was planned.
     *
     * @return whether there is anything to tell
     */
    public boolean snooze(ItemId item, Duration time) {
        Instant moment = now();
        return write(session -> Snooze.until(moment.plus(time), session.outbox(), item, moment));
    }

    /**
     * Says, for the student, that something is done. It counts more than what the source says.
     *
     * @return the change that was written; empty if there is no such item or it was marked before
     */
    public Optional<Change> markDone(ItemId item) {
        return write(session -> StudentsWord.done(session, item, true, now()));
    }

    /**
     * Takes back, for the student, that something is done: what the source says counts again.
     *
     * @return the change that was written; empty if there is no such item or it was not marked as done
     */
    public Optional<Change> markOpen(ItemId item) {
        return write(session -> StudentsWord.done(session, item, false, now()));
    }

    Store store() {
        return accounts.store();
    }

    InstantSource clock() {
        return accounts.clock();
    }

    AlertSettings alerts() {
        return alerts;
    }

    /** Returns the same account, which speaks of sources as these are spoken of; as it is if there are none. */
    Account sources(Collection<SourceProfile> profiles) {
        return profiles.isEmpty() ? this : new Account(accounts.sources(profiles), name, profile, alerts);
    }

    /** Returns all texts in the account's language. */
    Texts texts() {
        return accounts.texts(language);
    }

    DigestWriter digests(Language in) {
        return new DigestWriter(new AlertPolicy(alerts, zone()), zone(), accounts.texts(in));
    }

    Outlook outlook(StoreSession session) {
        return new Outlook(session, zone());
    }

    Profile profile() {
        return profile;
    }

    private Briefing briefing() {
        return new Briefing(store(), name, texts(), zone(), this::now);
    }

    private <T> T read(Function<StoreSession, T> question) {
        return store().reading(name, question::apply);
    }

    private <T> T write(Function<StoreSession, T> work) {
        return store().inTransaction(name, work::apply);
    }

    /** Returns the present moment by the account's clock, in whole microseconds as stores keep them. */
    public Instant now() {
        return clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
