package dev.unitracker.example.worker;

import java.time.Duration;

/**
 * How a worker works.
 *
 * @param threads how many looks it makes at once
 * @param polling how often it asks what is to be done
 * @param heartbeat how often it says that it is alive; after four times in which it did not, others take over what it had begun
 * @param patience how long what is under way may take when it is stopped
 */
public record WorkerPace(int threads, Duration polling, Duration heartbeat, Duration patience) {

    /** Eight looks at once, a question each second, a heartbeat every ten. */
    public static final WorkerPace DEFAULT =
            new WorkerPace(8, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1));

    /** Returns the same with another number of looks at once. */
    public WorkerPace threads(int looks) {
        return new WorkerPace(looks, polling, heartbeat, patience);
    }

    /** Returns how many connections to the database it needs. */
    public int connections() {
        return 2 * threads + Worker.JOB_THREADS + Worker.CONNECTIONS_BESIDE;
    }
}
