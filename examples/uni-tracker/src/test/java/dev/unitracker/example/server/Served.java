package dev.unitracker.example.server;

import dev.unitracker.Account;
import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.example.metrics.Meters;
import dev.unitracker.folder.FolderArtifactStore;
import dev.unitracker.moodle.Moodle;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.spi.Store;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The demo's Moodle, watched into a real database and served: looked at in each recorded step up to one (in none, for -1), by a clock
 * that stands at the last one. It is an account named {@value #NAME}, and there is no other. Every answer is judged by the OpenAPI document.
 */
public final class Served implements Hosted, AutoCloseable {

    /** The name of the account. */
    public static final String NAME = "ana";

    /** A zone that is not the machine's. */
    public static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");

    private final MoodleSimulator moodle =
            MoodleSimulator.playing(Recording.demo()).start();
    private final TestClock clock = new TestClock(Recording.demo().recordedAt(0));
    private final RecordingNotifier notifier = new RecordingNotifier("telegram", "42", "43");
    private final Store store;
    private final Tracker tracker;
    private final ApiServer server;
    private final Judge judge = new Judge();
    private final Meters meters = new Meters();
    private @Nullable Instant siteRestsUntil;

    private Served(Path folder, int steps, Consumer<ApiServer.Builder> more) {
        store = JdbcStore.inFile(folder.resolve("tracker")).build();
        tracker = Tracker.of(
                        Accounts.in(store).sources(List.of(Moodle.profile())).create(NAME, ZONE, Language.SPANISH))
                .artifacts(FolderArtifactStore.in(folder.resolve("raw")).build())
                .collector(Moodle.at(moodle.url())
                        .token(moodle.token())
                        .requestsPerMinute(Integer.MAX_VALUE)
                        .build())
                .notifier(notifier)
                .clock(clock)
                .observer(meters)
                .build();
        for (int step = 0; step <= steps; step++) {
            moveTo(step);
            tracker.syncFully();
        }
        // Whoever asks for events without more gets those that there are.
        ApiServer.Builder builder = ApiServer.of(this, new Premises("test", "local", Duration.ofHours(6), meters))
                .streams(StreamPace.DEFAULT.longest(Duration.ZERO));
        more.accept(builder);
        server = builder.start("127.0.0.1", 0);
    }

    /** Starts to serve what was seen up to a recorded step. */
    public static Served upTo(int step, Path folder) {
        return new Served(folder, step, builder -> {});
    }

    /** Starts to serve what was seen up to a recorded step, with more than the routes that there are anyway. */
    public static Served upTo(int step, Path folder, Consumer<ApiServer.Builder> more) {
        return new Served(folder, step, more);
    }

    /** Goes on to a recorded step, without looking. */
    public void moveTo(int step) {
        moodle.moveTo(step);
        clock.set(Recording.demo().recordedAt(step));
    }

    /** Asks, and judges the answer. */
    public RawHttp.Answered ask(String method, String path, String... headers) {
        return judge.judged(method, path, asked(method, path, headers));
    }

    /** Asks with {@code GET}, and judges the answer, which must be there. */
    public RawHttp.Answered get(String path, String... headers) {
        return ask("GET", path, headers);
    }

    /** Asks, and judges nothing. */
    public RawHttp.Answered asked(String method, String path, String... headers) {
        return RawHttp.at(port()).ask(method, path, headers);
    }

    /** Returns the port. */
    public int port() {
        return server.port();
    }

    /** Returns what is known of requests and answers. */
    Judge judge() {
        return judge;
    }

    /** Returns the simulated Moodle. */
    public MoodleSimulator moodle() {
        return moodle;
    }

    /** Returns the clock of all. */
    public TestClock clock() {
        return clock;
    }

    /** Returns who is told, as the recipients 42 and 43. */
    public RecordingNotifier notifier() {
        return notifier;
    }

    /** Returns the account. */
    public Account account() {
        return tracker.account();
    }

    /** Returns what looks. */
    public Tracker tracker() {
        return tracker;
    }

    @Override
    public String standard() {
        return NAME;
    }

    @Override
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        names.add(NAME);
        return names;
    }

    @Override
    public Optional<Account> account(String name) {
        return tracker(name).map(Tracker::account);
    }

    /** Says that the site is left alone until a moment. */
    void siteRests(Instant until) {
        siteRestsUntil = until;
    }

    @Override
    public Optional<Instant> siteRestsUntil(String name) {
        return Optional.ofNullable(siteRestsUntil);
    }

    @Override
    public Optional<Tracker> tracker(String name) {
        return name.equals(NAME) ? Optional.of(tracker) : Optional.empty();
    }

    @Override
    public void close() {
        server.close();
        store.close();
        moodle.close();
    }
}
