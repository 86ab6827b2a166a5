package dev.unitracker.example.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.unitracker.error.StoreException;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Makes the schedulers of one worker, which share its name. */
final class Schedulers {

    private static final int LONGEST_NAME = 100;

    /** db-scheduler takes no less. */
    private static final int MISSED = 4;

    private final DataSource database;
    private final WorkerPace pace;
    private final InstantSource clock;
    private final SchedulerName name;
    private final boolean locks;

    Schedulers(DataSource database, WorkerPace pace, InstantSource clock) {
        this.database = database;
        this.pace = pace;
        this.clock = clock;
        String unique =
                UUID.randomUUID() + " " + ManagementFactory.getRuntimeMXBean().getName();
        this.name = new SchedulerName.Fixed(unique.substring(0, Math.min(unique.length(), LONGEST_NAME)));
        // H2 has one process, and no need for it.
        this.locks = !isH2();
    }

    private boolean isH2() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2");
        } catch (SQLException e) {
            throw new StoreException("the database cannot be reached", e);
        }
    }

    Scheduler on(String table, int threads, List<Task<?>> tasks) {
        SchedulerBuilder builder = Scheduler.create(database, tasks)
                .tableName(table)
                .threads(threads)
                .schedulerName(name)
                .pollingInterval(pace.polling())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(MISSED)
                .shutdownMaxWait(pace.patience())
                .enableImmediateExecution()
                .clock(clock::instant);
        if (locks) {
            return builder.pollUsingLockAndFetch(0.5, 1.0).build();
        }
        return builder.executorService(new Unhurried(threads, table))
                .dueExecutor(new Unhurried(1, table + " planning"))
                .housekeeperExecutor(Unhurried.timed(3, table + " keeping"))
                .build();
    }
}
