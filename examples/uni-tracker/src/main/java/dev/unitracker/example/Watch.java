package dev.unitracker.example;

import dev.unitracker.Tracker;
import dev.unitracker.error.AccountBusyException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.report.MissedText;
import dev.unitracker.report.SyncReport;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again, tells beside that what is due to be told, and says a line for each look. Whatever goes wrong, it goes on:
 * nobody watches the one who watches.
 */
final class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private static final Duration TURN = Duration.ofMinutes(1);

    /** So many turns what is to be told waits for a look. */
    private static final int LOOK_FIRST = 3;

    /** How long what is under way may take when it is stopped. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Tracker tracker;
    private final Console console;
    private final ZoneId zone;
    private final InstantSource clock;
    private final List<Companion> companions = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final ExecutorService others = Executors.newCachedThreadPool(named("companion"));
    private volatile @Nullable Instant lookedAt;
    private volatile boolean looking;
    private int turnsWaited;

    Watch(Tracker tracker, Console console, ZoneId zone, InstantSource clock) {
        this.tracker = tracker;
        this.console = console;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Something that runs beside the looks, such as a bot.
     *
     * @param run runs until it is stopped
     * @param stop ends that soon, though not while something is being done
     */
    record Companion(Runnable run, Runnable stop) {}

    /** Adds something that is begun after each look that was made; looks do not wait for it. */
    Watch after(Runnable work) {
        afterwards.add(work);
        return this;
    }

    /** Adds something that runs beside the looks. */
    Watch with(Companion companion) {
        companions.add(companion);
        return this;
    }

    /**
     * Watches until it is stopped, or the thread is interrupted. What is under way then, a look or an answer, is brought to its
     * end. To be called once.
     */
    void until(CountDownLatch stopped, Duration between) {
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(named("looks"));
        ScheduledExecutorService telling = Executors.newSingleThreadScheduledExecutor(named("telling"));
        Duration turn = between.compareTo(TURN) < 0 ? between : TURN;
        // They catch what goes wrong themselves, and end with the executors.
        Future<?> unusedLooks =
                looks.scheduleWithFixedDelay(() -> lookIfDue(between), 0, turn.toMillis(), TimeUnit.MILLISECONDS);
        Future<?> unusedTelling =
                telling.scheduleWithFixedDelay(() -> tell(between), 0, turn.toMillis(), TimeUnit.MILLISECONDS);
        companions.forEach(companion -> others.execute(() -> keepRunning(companion, stopped, turn)));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            console.line("Ending: what is under way is finished first.");
            companions.forEach(companion -> companion.stop().run());
            looks.shutdown();
            telling.shutdown();
            finish(looks);
            finish(telling);
            others.shutdown();
            finish(others);
        }
    }

    /** Nothing is interrupted: H2 closes the file of a thread that is, and whoever looks would lose its database. */
    private void finish(ExecutorService work) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean interrupted = Thread.interrupted();
        while (!work.isTerminated() && System.nanoTime() < end) {
            try {
                if (!work.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    console.error(
                            time() + " what is under way takes too long and is left; the next look makes it again");
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, "uni-tracker " + name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Looks if it is time, else tells what is due. */
    void turn(Duration between) {
        if (!lookIfDue(between)) {
            tell(between);
        }
    }

    /** Looks if it is time, and tells whether it was. */
    boolean lookIfDue(Duration between) {
        if (!isDue(between)) {
            return false;
        }
        looking = true;
        try {
            look();
        } finally {
            lookedAt = clock.instant();
            looking = false;
        }
        return true;
    }

    /** What counts is the time of the day, not how long this machine was awake; a clock that was set back says nothing. */
    private boolean isDue(Duration between) {
        Instant last = lookedAt;
        Duration since = last == null ? between : Duration.between(last, clock.instant());
        return since.isNegative() || since.compareTo(between) >= 0;
    }

    /**
     * Tells what is due. It lets a look that is due, or under way, go first for a while: after a sleep nobody is to hear that nothing
     * was looked at, and a look tells at its end. A look that takes long holds nothing up.
     */
    void tell(Duration between) {
        boolean lookFirst = looking || isDue(between);
        if (lookFirst && turnsWaited < LOOK_FIRST) {
            turnsWaited++;
            return;
        }
        turnsWaited = lookFirst ? turnsWaited : 0;
        dispatch();
    }

    private void look() {
        try {
            SyncReport report = tracker.sync();
            console.line(time() + " " + summary(report));
            report.refusal().ifPresent(why -> console.error("      the login was refused: " + why));
            new MissedText(Texts.in(Language.ENGLISH), tracker.account().parts())
                    .linesWithDetails(report.run().parts())
                    .forEach(line -> console.error("      not looked at: " + line));
            afterwards.forEach(others::execute);
        } catch (AccountBusyException e) {
            console.line(time() + " no look: " + e.getMessage());
        } catch (TrackerException e) {
            console.error(time() + " the look failed: " + e.getMessage());
        } catch (Throwable e) {
            unexpected("the look failed", e);
        }
    }

    /** The next one is made all the same, also after an error: an executor would end for ever, and nobody would hear of it. */
    private void unexpected(String what, Throwable failure) {
        try {
            console.error(time() + " " + what + " unexpectedly ("
                    + failure.getClass().getSimpleName() + "); it is tried again");
            log.error("{} unexpectedly; please report it with these lines", what, failure);
        } catch (Throwable e) {
            // Where there is no memory to say so, there may be for the next turn.
        }
    }

    /** Runs a companion until it ends by itself; one that fails begins anew. */
    private void keepRunning(Companion companion, CountDownLatch stopped, Duration pause) {
        boolean again = true;
        while (again) {
            try {
                companion.run().run();
                again = false;
            } catch (Throwable e) {
                unexpected("what runs beside the looks failed", e);
                again = !ends(stopped, pause);
            }
        }
    }

    /** Waits, and tells whether all is over by then. */
    private static boolean ends(CountDownLatch stopped, Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static String summary(SyncReport report) {
        return String.format(
                Locale.ROOT,
                "%s look: %d items, %d changes, %d requests, %.1f s%s",
                report.run().full() ? "full" : "quick",
                report.items(),
                report.news().size(),
                report.run().requests(),
                report.duration().toMillis() / 1000.0,
                report.complete() ? "" : ", not complete");
    }

    private void dispatch() {
        try {
            tracker.dispatch().warnings().forEach(warning -> console.error(time() + " " + warning));
        } catch (TrackerException e) {
            console.error(time() + " nothing could be told: " + e.getMessage());
        } catch (Throwable e) {
            unexpected("telling failed", e);
        }
    }

    /** Returns the time of the day, as it stands before a line. */
    String time() {
        return clock.instant().atZone(zone).format(TIME);
    }
}
