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

/** Looks again and again, tells in between what is due to be told, and says a line for each look. */
final class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private static final Duration TURN = Duration.ofMinutes(1);

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
    private @Nullable Instant lookedAt;

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
        Duration turn = between.compareTo(TURN) < 0 ? between : TURN;
        // It catches what goes wrong itself, and ends with the executor.
        Future<?> unused = looks.scheduleWithFixedDelay(() -> turn(between), 0, turn.toMillis(), TimeUnit.MILLISECONDS);
        companions.forEach(companion -> others.execute(companion.run()));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            console.line("Ending: what is under way is finished first.");
            companions.forEach(companion -> companion.stop().run());
            looks.shutdown();
            finish(looks);
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

    /**
     * Looks if it is time, else tells what is due. What counts is the time of the day, not how long this machine was awake:
     * after a sleep it looks first, before it says that nothing was looked at.
     */
    void turn(Duration between) {
        Duration since = lookedAt == null ? between : Duration.between(lookedAt, clock.instant());
        // A clock that was set back says nothing about when to look.
        if (since.isNegative() || since.compareTo(between) >= 0) {
            look();
            lookedAt = clock.instant();
        } else {
            dispatch();
        }
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
        } catch (RuntimeException e) {
            // The next look is made all the same.
            log.error("a look failed unexpectedly; please report it with these lines", e);
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
        } catch (RuntimeException e) {
            log.error("telling failed unexpectedly; please report it with these lines", e);
        }
    }

    /** Returns the time of the day, as it stands before a line. */
    String time() {
        return clock.instant().atZone(zone).format(TIME);
    }
}
