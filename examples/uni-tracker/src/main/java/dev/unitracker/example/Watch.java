package dev.unitracker.example;

import dev.unitracker.AccountBusyException;
import dev.unitracker.DispatchReport;
import dev.unitracker.SyncReport;
import dev.unitracker.Tracker;
import dev.unitracker.TrackerException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again, tells in between what is due to be told, and says a line for each look. */
final class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private static final Duration DISPATCH = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Tracker tracker;
    private final Console console;
    private final ZoneId zone;
    private final InstantSource clock;
    private final List<Companion> companions = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

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
     * @param stop ends that
     */
    record Companion(Runnable run, Runnable stop) {}

    /** Adds something that is done after each look that was made. */
    Watch after(Runnable work) {
        afterwards.add(work);
        return this;
    }

    /** Adds something that runs beside the looks. */
    Watch with(Companion companion) {
        companions.add(companion);
        return this;
    }

    /** Watches until it is stopped, or the thread is interrupted. A look that is under way then is brought to its end. */
    void until(CountDownLatch stopped, Duration between) {
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(named("looks"));
        ScheduledExecutorService others =
                Executors.newScheduledThreadPool(Math.max(1, companions.size()), named("companion"));
        // Both catch what goes wrong themselves, and end with the executor.
        Future<?> unusedLooks = looks.scheduleWithFixedDelay(this::look, 0, between.toMillis(), TimeUnit.MILLISECONDS);
        // After the first look, which tells what it has to tell itself.
        Future<?> unusedDispatches = looks.scheduleWithFixedDelay(
                this::dispatch, DISPATCH.toMillis(), DISPATCH.toMillis(), TimeUnit.MILLISECONDS);
        companions.forEach(companion -> others.execute(companion.run()));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            companions.forEach(companion -> companion.stop().run());
            others.shutdownNow();
            looks.shutdown();
            finish(looks);
        }
    }

    private static void finish(ScheduledExecutorService looks) {
        boolean interrupted = Thread.interrupted();
        try {
            if (!looks.awaitTermination(1, TimeUnit.MINUTES)) {
                looks.shutdownNow();
            }
        } catch (InterruptedException e) {
            looks.shutdownNow();
            interrupted = true;
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

    private void look() {
        try {
            SyncReport report = tracker.sync();
            console.line(time() + " " + summary(report));
            afterwards.forEach(Runnable::run);
            report.refusal().ifPresent(why -> console.error("      the login was refused: " + why));
            NotLooked.byReason(report.run().notLooked()).forEach(line -> console.error("      not looked at: " + line));
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
            DispatchReport report = tracker.dispatch();
            report.troubles()
                    .forEach((channel, trouble) -> console.error(
                            time() + " " + channel + ": " + trouble.getMessage() + "; it is tried again later"));
        } catch (TrackerException e) {
            console.error(time() + " nothing could be told: " + e.getMessage());
        } catch (RuntimeException e) {
            log.error("telling failed unexpectedly; please report it with these lines", e);
        }
    }

    private String time() {
        return clock.instant().atZone(zone).format(TIME);
    }
}
