package dev.unitracker.moodle;

import dev.unitracker.Tracker;
import dev.unitracker.TrackerBuilder;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.StoredItem;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.Notifier;
import dev.unitracker.spi.Store;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A student of a simulated Moodle, and a tracker that watches it by the site's own clock. */
final class Student implements AutoCloseable {

    private static final Duration NEVER = Duration.ofDays(36_500);

    final MoodleSimulator moodle;
    final Store store = new InMemoryStore();
    final ListedArtifacts artifacts = new ListedArtifacts();
    final List<String> progress = new ArrayList<>();
    private final List<Notifier> notifiers = new ArrayList<>();
    private Tracker tracker;
    private Duration later = Duration.ZERO;

    private Student(MoodleSimulator moodle, UnaryOperator<Moodle> login) {
        this.moodle = moodle;
        this.tracker = newTracker(collector(moodle, login));
    }

    /** Returns a student of the short story who has a token. */
    static Student ofDemo() {
        return of(Recording.demo());
    }

    static Student of(Recording recording) {
        MoodleSimulator moodle = MoodleSimulator.playing(recording).start();
        return new Student(moodle, site -> site.token(moodle.token()));
    }

    /** Returns a student of the short story who has a password, right or wrong, and no token. */
    static Student ofDemo(UnaryOperator<String> password) {
        MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo()).start();
        return new Student(moodle, site -> site.login(moodle.username(), password.apply(moodle.password())));
    }

    /** Returns the collector of a site, which tries three times and hardly waits. */
    static Collector collector(MoodleSimulator moodle, UnaryOperator<Moodle> login) {
        Moodle site = Moodle.at(moodle.url())
                .retry(3, Duration.ofMillis(1), Duration.ofMillis(5))
                .requestsPerMinute(1_000_000);
        return login.apply(site).build();
    }

    /** Starts the program again: another tracker and another connection, the same store. */
    Student restarted(UnaryOperator<Moodle> login) {
        return watchedBy(collector(moodle, login));
    }

    Student watchedBy(Collector collector) {
        tracker = newTracker(collector);
        return this;
    }

    /** Has what is to be told sent to somebody, by the same program started anew. */
    Student toldBy(Notifier notifier) {
        notifiers.add(notifier);
        return restarted(site -> site.token(moodle.token()));
    }

    private Tracker newTracker(Collector collector) {
        TrackerBuilder builder = Tracker.of(store, ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
                .artifacts(artifacts)
                .collector(collector)
                .fullLookEvery(NEVER)
                .clock(this::now)
                .progress(progress::add);
        notifiers.forEach(builder::notifier);
        return builder.build();
    }

    private Instant now() {
        return moodle.now().plus(later);
    }

    /** Lets time pass at the student's side; the site's own clock stands still. */
    void wait(Duration time) {
        later = later.plus(time);
    }

    SyncReport look() {
        return tracker.syncFully();
    }

    SyncReport quietLook() {
        return tracker.sync();
    }

    SyncReport lookAt(String part) {
        return tracker.sync(Set.of(part));
    }

    /** Looks fully until nothing is awaited any more, and counts requests from then on. */
    Student settled() {
        look();
        look();
        moodle.resetCounts();
        return this;
    }

    Tracker tracker() {
        return tracker;
    }

    List<Change> ledger() {
        return tracker.account().changes().after(0, 10_000);
    }

    /** Returns the ledger as text, but for what differs by itself: the port of the site, the bytes of its answers. */
    List<String> comparableLedger() {
        return ledger().stream()
                .map(change -> change.toString()
                        .replace(moodle.url(), "SITE")
                        .replaceAll("artifact=[0-9a-f]{64}", "artifact=…"))
                .toList();
    }

    Item item(String key) {
        return tracker.account()
                .item(new ItemId("default", Moodle.NAME, key))
                .map(StoredItem::item)
                .orElseThrow();
    }

    List<Item> activeItems() {
        return tracker.account().items().stream()
                .map(StoredItem::item)
                .filter(item -> item.status() == ItemStatus.ACTIVE)
                .toList();
    }

    @Override
    public void close() {
        moodle.close();
    }
}
