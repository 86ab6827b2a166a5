package dev.unitracker.moodle.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.MockWebServer;

/**
 * A Moodle that plays a {@link Recording} over HTTP on the loopback interface, at the step it was moved to, to its one
 * student. It refuses what a real one refuses, counts what it is asked, and misbehaves on command.
 *
 * <p>Every setting may be changed at any time, before the start or between requests; a request sees the settings of its
 * arrival to its end. Safe for use by several threads.
 *
 * <pre>{@code
 * try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo()).start()) {
 *     String site = moodle.url();
 *     moodle.moveTo(1);
 *     moodle.failOnce(Where.function("core_course_get_contents").with("courseid", 4), Failure.status(503));
 * }
 * }</pre>
 */
public final class MoodleSimulator implements AutoCloseable {
    // Held here, since the level of a logger that nobody holds may be forgotten.
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final MockWebServer server = new MockWebServer();
    private final Site site;

    private MoodleSimulator(Recording recording) {
        this.site = new Site(new Scene(recording, 0, TimeShift.NONE, "", new Parsed()));
    }

    /** Returns a simulator of this recording at step 0, in recorded times, not yet started. */
    public static MoodleSimulator playing(Recording recording) {
        return new MoodleSimulator(recording);
    }

    /**
     * Starts to serve on a free port of the loopback interface. To be called once.
     *
     * @return this
     * @throws UncheckedIOException if it cannot listen there
     */
    public MoodleSimulator start() {
        return start(0);
    }

    /**
     * Starts to serve on a port of the loopback interface. To be called once.
     *
     * @param port the port; 0 for any that is free
     * @return this
     * @throws UncheckedIOException if it cannot listen there
     */
    public MoodleSimulator start(int port) {
        SERVER_LOG.setLevel(Level.WARNING);
        server.setDispatcher(new Router(site));
        server.setServerSocketFactory(new PromptSockets());
        try {
            server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "could not listen on the loopback interface" + (port == 0 ? "" : ", port " + port), e);
        }
        synchronized (site) {
            site.scene = site.scene.servedAt("http://127.0.0.1:" + server.getPort());
        }
        return this;
    }

    /**
     * Returns the site's address, without a slash at its end.
     *
     * @throws IllegalStateException if not started
     */
    public String url() {
        String url = site.scene.url();
        if (url.isEmpty()) {
            throw new IllegalStateException("not started");
        }
        return url;
    }

    /** Returns the student's user name. */
    public String username() {
        return Login.USERNAME;
    }

    /** Returns the student's password. */
    public String password() {
        return Login.PASSWORD;
    }

    /** Returns the token that works now; after {@link #revokeToken} another one. */
    public String token() {
        return site.tokens.current();
    }

    /** Lets the current token expire: its next use is refused with {@code accessexception}, later ones with {@code invalidtoken}. */
    public void revokeToken() {
        site.tokens.revoke();
    }

    /**
     * Goes to a step, forwards or back.
     *
     * @throws IndexOutOfBoundsException if the recording has no such step
     */
    public void moveTo(int step) {
        synchronized (site) {
            site.scene = site.scene.at(step);
        }
    }

    /** Returns the step it is at. */
    public int step() {
        return site.scene.step();
    }

    /** Shifts all times in all answers, and the site's clock, so that step 0 was recorded at this moment (whole seconds). */
    public void rebaseTo(Instant start) {
        synchronized (site) {
            site.scene = site.scene.startingAt(start);
        }
    }

    /**
     * Returns the site's clock, which each {@code Date} header shows and which stands still at a step: half a minute after
     * the step was recorded, or a sixth of the time to the next step if that is less.
     */
    public Instant now() {
        return site.scene.now();
    }

    /** Fails like this wherever it matches, until {@link #clearFailures}. */
    public void fail(Where where, Failure failure) {
        site.faults.add(where, failure, FOR_EVER);
    }

    /** Fails like this the next time it matches. */
    public void failOnce(Where where, Failure failure) {
        site.faults.add(where, failure, 1);
    }

    /**
     * Fails like this the next times it matches.
     *
     * @param times how often; a function within a batch counts as one match
     * @throws IllegalArgumentException if times is less than 1
     */
    public void fail(Where where, Failure failure, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be positive: " + times);
        }
        site.faults.add(where, failure, times);
    }

    /** Edits the text of each answer that matches, as it would be served but before shuffling, until {@link #clearFailures}. */
    public void answer(Where where, UnaryOperator<String> edit) {
        site.faults.add(where, edit);
    }

    /** Damages each answer that matches, if there is anything to damage at that spot, until {@link #clearFailures}. */
    public void damage(Where where, Damage damage, Spot spot) {
        site.damages.add(where, damage, spot);
    }

    /** Returns which answers were damaged since the start or the last {@link #resetCounts}, in the order they were asked for. */
    public List<Damaged> damaged() {
        return site.damages.done();
    }

    /** Behaves again: forgets all failures, edits and damages that were ordered. */
    public void clearFailures() {
        site.faults.clear();
        site.damages.clear();
    }

    /**
     * Lets cron rest: what is taken out of a course from now on is not shown any more, but still there, as on a site whose
     * recycle bin is to be filled first.
     */
    public void restCron() {
        site.cronRests = true;
    }

    /** Runs cron again: what was taken out of a course is gone. */
    public void runCron() {
        site.cronRests = false;
    }

    /** Becomes a site without this function: not offered, and refused with {@code accessexception}. */
    public void removeFunction(String name) {
        site.removedFunctions.add(name);
    }

    /** Becomes a site that does not know this parameter yet: refused with {@code invalidparameter}. */
    public void removeParameter(String function, String name) {
        site.rejectedParameters
                .computeIfAbsent(function, any -> ConcurrentHashMap.newKeySet())
                .add(name);
    }

    /** Puts every list of objects in every answer in an order that depends on the seed only; a batch keeps its order. */
    public void shuffleArrays(long seed) {
        site.shuffle = Optional.of(new Shuffle(seed));
    }

    /** Returns how many HTTP requests arrived, failed ones too. */
    public int requests() {
        return site.traffic.requests();
    }

    /**
     * Returns how often each function was asked for, by name: alone, within a batch, and the batch function itself. What was never
     * asked for is not among them.
     */
    public Map<String, Integer> countsByFunction() {
        return site.traffic.counts();
    }

    /** Returns how many requests were batches. */
    public int batches() {
        return site.traffic.batches();
    }

    /** Returns how often somebody tried to log in with a password. */
    public int logins() {
        return site.traffic.logins();
    }

    /** Returns all requests in the order they arrived, without secrets. */
    public List<Asked> log() {
        return site.traffic.log();
    }

    /** Forgets all requests so far, and which answers were damaged. */
    public void resetCounts() {
        site.traffic.reset();
        site.damages.forget();
    }

    /** Stops to serve, without waiting for answers that were to be late. */
    @Override
    public void close() {
        site.closing.countDown();
        server.close();
    }
}
