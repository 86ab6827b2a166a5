package dev.unitracker;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.CourseBrief;
import dev.unitracker.brief.ModelJob;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.StoreException;
import dev.unitracker.internal.history.Forgetting;
import dev.unitracker.internal.history.KnownParts;
import dev.unitracker.internal.tell.Acknowledgement;
import dev.unitracker.internal.tell.Snooze;
import dev.unitracker.internal.tell.StudentsWord;
import dev.unitracker.model.Change;
import dev.unitracker.model.Found;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.Search;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.AlertPolicy;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.report.Forgotten;
import dev.unitracker.report.Risk;
import dev.unitracker.run.Part;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.Profile;
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
 * What a store knows of one student, and where the student answers. Methods read or write the store only. None of them
 * asks a source or sends a message: a {@link Tracker} does that. {@link Accounts} hands out accounts.
 *
 * <p>Safe for use by several threads. Each call is a transaction of its own; {@link #together} makes one transaction of
 * several calls. The object keeps the zone and the language that the account had when the object was made.
 *
 * <p>A method that reads or writes the store throws a {@link StoreException} if the store fails.
 */
public final class Account {

    /** A digest asks for those of the month before it, reminders for those of weeks. */
    private static final Duration YOUNGEST = Duration.ofDays(60);

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

    /** Announcements with the signal words of a host's own language are alerts too. */
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

    /**
     * Returns this account with other alert settings. Its digests rank changes by them; a tracker of it tells by them,
     * unless its builder has others. Default: {@link AlertSettings#in} its zone; if the account's language has texts of
     * the host, announcements with its {@code signal.words} are alerts too.
     */
    public Account alerts(AlertSettings settings) {
        return new Account(accounts, name, profile, Objects.requireNonNull(settings, "settings"));
    }

    /** Returns this account with another clock. Default: the clock of {@link Accounts}. */
    public Account at(InstantSource clock) {
        return new Account(accounts.at(clock), name, profile, alerts);
    }

    /**
     * Returns the settings that the host keeps with the account, by name; empty if it keeps none. They are read at each
     * call.
     */
    public Map<String, String> settings() {
        return read(session -> session.profiles().find()).map(Profile::settings).orElse(Map.of());
    }

    /**
     * Keeps a setting of the host with the account, in place of the one of the same name. The library does not use it.
     *
     * @param setting the name of the setting
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

    /**
     * Returns the notes that a host or an adapter keeps with the account.
     *
     * @param owner the name of the host or the adapter, 1 to {@value NoteOwner#MAX_NAME} characters; two names share no
     *     notes
     * @throws IllegalArgumentException if the name is blank or too long
     */
    public Notebook notebook(String owner) {
        return new Notebook(store(), name, NoteOwner.host(owner));
    }

    /**
     * Runs work that calls methods of this account, in one transaction. If the work throws, nothing that it wrote is
     * kept. The work may run more than once, because the store may have to try again; so it should do nothing else that
     * lasts.
     *
     * @return what the work returned
     */
    public <T> T together(Supplier<T> work) {
        return write(session -> work.get());
    }

    /**
     * Runs work that calls methods of this account which read. All of them see the account as it was at one moment.
     *
     * @return what the work returned
     * @throws IllegalStateException if the work writes
     */
    public <T> T atOneMoment(Supplier<T> work) {
        return read(session -> work.get());
    }

    /** Returns which state the account is in now: as long as it is the same, nothing that is read here changes but by the clock. */
    public Version version() {
        return read(session -> new Version(
                session.ledger().last(),
                session.runs().latest(1).stream()
                        .map(Run::finishedAt)
                        .findFirst()
                        .orElse(null),
                session.profiles().revision()));
    }

    /** Returns the two feeds of changes. The store is read when one of them is asked. */
    public Changes changes() {
        return new Changes(store(), name);
    }

    /** Returns the change with a ledger number; empty if there is none. */
    public Optional<Change> change(long number) {
        return read(session -> session.ledger().find(number));
    }

    /** Returns all items, removed ones too, ordered by id; empty before the first look. */
    public List<StoredItem> items() {
        return read(session -> session.items().find(ItemQuery.all()));
    }

    /** Returns an item; empty if it was never seen. */
    public Optional<StoredItem> item(ItemId id) {
        return read(session -> session.items().find(id));
    }

    /** Returns those of some items that were ever seen, ordered by id; empty if none was. */
    public List<StoredItem> items(Collection<ItemId> ids) {
        return read(session -> session.items().find(ids));
    }

    /**
     * Returns a page of the items that a query asks for. They are ordered by {@linkplain StoredItem#number number}, the
     * highest first, so the newest item comes first. Empty if there are none.
     *
     * @param query which items
     * @param after the {@linkplain Page#next next} of the page before; empty for the first page
     * @param limit how many at most, from 1 to 10,000
     * @throws IllegalArgumentException if {@code after} is not the {@code next} of a page, or the limit is out of its
     *     range
     */
    public Page<StoredItem> items(ItemQuery query, String after, int limit) {
        Limits.check(limit);
        long before = after.isEmpty() ? Long.MAX_VALUE : Limits.number(after);
        List<StoredItem> found = read(session -> session.items().page(query, before, limit + 1));
        return Page.of(found, limit, last -> Long.toString(last.number()));
    }

    /**
     * Returns a page of what a search finds among the account's items, removed ones too, and in the documents that belong to them:
     * the best first, as {@link Found.Rank} orders them; empty if nothing is found.
     *
     * @param after the {@linkplain Page#next next} of the page before; empty for the first page
     * @param limit how many at most, from 1 to 10,000
     * @throws IllegalArgumentException if {@code after} is not the {@code next} of a page, or the limit is out of its
     *     range
     */
    public Page<Found> search(Search search, String after, int limit) {
        Limits.check(limit);
        Found.@Nullable Rank last = after.isEmpty() ? null : Limits.rank(after);
        List<Found> found = read(session -> session.items().search(search, last, limit + 1));
        return Page.of(found, limit, row -> Limits.next(row.rank()));
    }

    /** Returns the item with a {@linkplain StoredItem#number number}; empty if there is none. */
    public Optional<StoredItem> item(long number) {
        return read(session -> session.ledger()
                .find(number)
                .flatMap(change -> session.items().find(change.item()))
                .filter(stored -> stored.number() == number));
    }

    /** Returns all courses, removed ones too, ordered by title, then by id; empty before the first look. */
    public List<StoredItem> courses() {
        return read(session -> session.items().find(ItemQuery.all().type(ItemType.COURSE))).stream()
                .sorted(Comparator.comparing(stored -> stored.item().title()))
                .toList();
    }

    /** Returns what a course is called in short, as its source says; empty if it does not, or there is no such course. */
    public Optional<String> shortName(ItemId course) {
        return read(session -> new Origins(session).shortName(course));
    }

    /**
     * Returns the items that are due soon, soonest first, then by id; empty if there are none. Items that are completed
     * or removed, and those of a course that was removed, are left out.
     *
     * @param within how far to look ahead: from now on, to the moment after this time, which is not included
     */
    public List<StoredItem> deadlines(Duration within) {
        Instant now = now();
        return read(session -> outlook(session).deadlines(now, now.plus(within)));
    }

    /**
     * Returns what may go wrong soon: deadlines and exams, soonest first, then by id; after them documents with dates
     * that a person should watch, by id. There is one row for each activity; a file counts as the activity that it is a
     * part of. What is completed or removed, and what belongs to a course that was removed, is left out. Empty if there
     * is nothing.
     *
     * @param within how far to look ahead: from now on, to the moment after this time, which is not included
     */
    public List<Risk> risks(Duration within) {
        Instant now = now();
        return read(session -> outlook(session).risks(now, now.plus(within)));
    }

    /**
     * Returns an item in a few lines, in the account's language; empty if the item was never seen. If a language model
     * wrote a brief of the item as it is now, that is returned; if not, rules write one.
     */
    public Optional<Brief> brief(ItemId id) {
        return briefing().of(id);
    }

    /**
     * Returns a course in a few lines, with its ten most pressing items at most; empty if the course was never seen.
     *
     * @param course the id of the course's item
     */
    public Optional<CourseBrief> courseBrief(ItemId course) {
        return briefing().ofCourse(course);
    }

    /**
     * Returns what lets a language model write briefs of this account. The model is only asked when one of its methods
     * runs.
     */
    public Enrichment enrichment(Enricher enricher) {
        return new Enrichment(briefing(), enricher);
    }

    /**
     * Returns where the data of an item comes from, how it changed and who was told; empty if the item was never seen.
     */
    public Optional<Provenance> provenance(ItemId id) {
        return read(session -> new Origins(session).provenance(id));
    }

    /** Returns the files of an item and the texts that were read out of them; empty if the item was never seen. */
    public Optional<Content> content(ItemId id) {
        return read(session -> new Origins(session).content(id));
    }

    /**
     * Returns all parts that a tracker ever had, with their labels, ordered by name; empty before the end of the first
     * look.
     */
    public List<Part> parts() {
        return read(session -> KnownParts.of(session.notes()));
    }

    /** Returns when each part was last seen completely, and what the latest look at it did not see, and why. */
    public Freshness freshness() {
        return read(session -> new PartsSeen(session).freshness());
    }

    /** Returns how well looking and telling work for this account, as of now. */
    public Health health() {
        return read(session -> new Origins(session).health(now()));
    }

    /**
     * Returns what language models were asked about an item, latest first; empty if nothing was.
     *
     * @param limit how many at most, from 1 to 10,000
     * @throws IllegalArgumentException if the limit is out of its range
     */
    public List<ModelJob> modelJobs(ItemId id, int limit) {
        Limits.check(limit);
        return read(session -> session.modelJobs().of(id, limit));
    }

    /**
     * Returns the latest runs, latest first; empty before the first look. A look that is going on is among them once
     * it wrote something; until it ends, its outcome is {@link Run.Outcome#BROKEN_OFF}, as that of a look that died.
     *
     * @param limit how many at most, from 1 to 10,000
     * @throws IllegalArgumentException if the limit is out of its range
     */
    public List<Run> runs(int limit) {
        Limits.check(limit);
        return read(session -> session.runs().latest(limit));
    }

    /**
     * Returns what was planned to be told, and what became of it: the delivery that was planned last comes first; empty
     * if nothing was planned.
     *
     * @param limit how many at most, from 1 to 10,000
     * @throws IllegalArgumentException if the limit is out of its range
     */
    public List<Delivery> deliveries(int limit) {
        Limits.check(limit);
        return read(session -> session.outbox().latest(null, limit));
    }

    /**
     * Returns a digest in the account's language: what changed during some time up to now, and what lies ahead in the
     * next 14 days, as one message. Nothing is sent.
     *
     * @param window how long before now the changes begin that it tells
     */
    public Message digest(Duration window) {
        return digest(window, language);
    }

    /**
     * Returns a digest in a language, as {@link #digest(Duration)} does.
     *
     * @param window how long before now the changes begin that it tells
     * @param in the language that it is written in
     */
    public Message digest(Duration window, Language in) {
        Instant moment = now();
        DigestWriter writer = digests(in);
        List<Message.Line> lines = read(session -> writer.write(session, window, moment));
        return new Message("digest on demand " + moment, in, NoticeKind.DIGEST, Severity.INFORMATION, lines, null);
    }

    /**
     * Says that one recipient of one channel knows of a change. A message about it that waits is not sent there, and
     * none is repeated there. Other recipients, and the same person on other channels, are still told. Later changes of
     * the same item are told as usual.
     *
     * @param change the ledger number of the change; if one message told several changes, the number of the latest
     * @param to the notifier's name, and the recipient as the notifier names it
     * @return whether a message about the change was sent there or waited; if not, nothing is written
     */
    public boolean acknowledge(long change, Delivery.Address to) {
        return write(session -> Acknowledgement.of(change, isAt(to), session.outbox(), now()));
    }

    /**
     * Says that all recipients know of a change, as {@link #acknowledge(long, Delivery.Address)} does for one.
     *
     * @return whether a message about the change was sent to anybody or waited; if not, nothing is written
     */
    public boolean acknowledge(long change) {
        return write(session -> Acknowledgement.of(change, delivery -> true, session.outbox(), now()));
    }

    /**
     * Says that one recipient of one channel knows of all alerts about an item so far that ask to be acknowledged. A
     * message that tells changes of several items is no alert about one of them; it is acknowledged by the number of a
     * change.
     *
     * @param item the item
     * @param to the notifier's name, and the recipient as the notifier names it
     * @return whether such an alert was sent there or waited; if not, nothing is written
     */
    public boolean acknowledge(ItemId item, Delivery.Address to) {
        return write(session -> Acknowledgement.ofItem(item, isAt(to), session.outbox(), now()));
    }

    /**
     * Says that all recipients know of all alerts about an item so far, as
     * {@link #acknowledge(ItemId, Delivery.Address)} does for one.
     *
     * @return whether such an alert was sent to anybody or waited; if not, nothing is written
     */
    public boolean acknowledge(ItemId item) {
        return write(session -> Acknowledgement.ofItem(item, delivery -> true, session.outbox(), now()));
    }

    private static Predicate<Delivery> isAt(Delivery.Address to) {
        Objects.requireNonNull(to, "to");
        return delivery -> delivery.to().equals(to);
    }

    /**
     * Puts off what is told of an item. An alert that waits is sent then; a reminder that would be sent before then
     * waits until then; a recipient for whom neither waits gets the last one about the item again then. A message that
     * expires before then is not put off, so that nobody misses a deadline.
     *
     * @param item the item
     * @param time how long to wait from now
     * @return whether anybody is told of the item then
     */
    public boolean snooze(ItemId item, Duration time) {
        Instant moment = now();
        return write(session -> Snooze.until(moment.plus(time), session.outbox(), item, moment));
    }

    /**
     * Says, in the student's name, that an item is done. This counts more than what the source says, until
     * {@link #markOpen}.
     *
     * @return the change that was written to the ledger; empty if there is no such item, or it is marked as done
     *     already
     */
    public Optional<Change> markDone(ItemId item) {
        return write(session -> StudentsWord.done(session, item, true, now()));
    }

    /**
     * Takes back {@link #markDone}: what the source says counts again.
     *
     * @return the change that was written to the ledger; empty if there is no such item, or it is not marked as done
     */
    public Optional<Change> markOpen(ItemId item) {
        return write(session -> StudentsWord.done(session, item, false, now()));
    }

    /**
     * Removes old history that nobody asks for any more: runs whose answers were {@linkplain dev.unitracker.artifact.Retention
     * pruned}, deliveries that ended, and questions to language models. Items, the ledger and briefs stay, so does whatever tells
     * what was told, and nothing is told again.
     *
     * @param age how old it may become, at least sixty days
     * @return how much was removed
     * @throws SettingsException if the age is less than sixty days
     */
    public Forgotten forget(Duration age) {
        if (age.compareTo(YOUNGEST) < 0) {
            throw SettingsException.wrong("age", age, "history is kept for " + YOUNGEST.toDays() + " days at least");
        }
        Instant before = now().minus(age);
        return write(session -> new Forgotten(
                Forgetting.runs(session, before),
                session.outbox().forget(before),
                session.modelJobs().forget(before)));
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
