package dev.unitracker.example.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.unitracker.http.RequestBudget;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Looks at many accounts and tells what came of it, beside others that do the same on the same database: each look is made by one of
 * them, and what one had begun when it died is taken over by another. Safe for use by several threads.
 */
public final class Worker implements AutoCloseable {

    static final int JOB_THREADS = 4;

    /** The schedulers' own, and those of companions. */
    static final int CONNECTIONS_BESIDE = 10;

    private static final int COMPANIONS = 100;

    private final Jobs jobs;
    private final Scheduler looking;
    private final Scheduler telling;
    private final Scheduler accompanying;

    private Worker(Jobs jobs, Schedulers schedulers, WorkerPace pace) {
        this.jobs = jobs;
        this.looking = schedulers.on(WorkerTables.LOOKS, pace.threads(), List.of(jobs.look()));
        this.telling = schedulers.on(WorkerTables.JOBS, JOB_THREADS, jobs.shortOnes());
        this.accompanying = schedulers.on(WorkerTables.COMPANIONS, COMPANIONS, List.of(jobs.companion()));
        jobs.use(looking, telling, accompanying);
    }

    /**
     * Makes a worker. Nothing is done before it is started.
     *
     * @param database where the accounts' store is; it is kept there, too, what is to be done
     * @param students whom it works for
     * @param chores what one worker of all does once a day
     */
    public static Worker on(
            DataSource database, Students students, Runnable chores, WorkerPace pace, InstantSource clock) {
        WorkerTables.create(database);
        Jobs jobs = new Jobs(students, new Sites(database, clock), chores, pace.threads(), clock);
        return new Worker(jobs, new Schedulers(database, pace, clock), pace);
    }

    /**
     * Returns the budgets that all workers of a database share.
     *
     * @param perMinute how many requests all of them together make to one site in a minute
     */
    public static Budgets budgets(DataSource database, int perMinute, InstantSource clock) {
        WorkerTables.create(database);
        Sites sites = new Sites(database, clock);
        Map<String, RequestBudget> known = new ConcurrentHashMap<>();
        return site -> known.computeIfAbsent(site, name -> new SharedBudget(sites, name, perMinute));
    }

    /** Returns until when all workers of a database leave a site alone because it is out of order; empty if they do not. */
    public static Optional<Instant> restsUntil(DataSource database, String site, InstantSource clock) {
        return new Sites(database, clock).leftAloneUntil(site);
    }

    /** The budgets of sites. */
    @FunctionalInterface
    public interface Budgets {

        /** Returns the budget of a site, always the same one. */
        RequestBudget of(String site);
    }

    /**
     * Begins to work.
     *
     * @throws dev.unitracker.error.SettingsException if it cannot be told whom it works for
     */
    public void start() {
        jobs.census();
        looking.start();
        telling.start();
        accompanying.start();
    }

    /** Ends: nothing new is begun, and what is under way is finished, or left to others if that takes too long. */
    @Override
    public void close() {
        jobs.stop();
        List.of(accompanying, looking, telling).parallelStream().forEach(Scheduler::stop);
    }
}
