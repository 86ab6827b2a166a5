package dev.unitracker.example.worker;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.unitracker.error.TrackerException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be done, as db-scheduler takes it: each thing is done by one worker at a time, and again where one died over it. */
final class Jobs {

    static final String LOOK = "look";
    static final String TELL = "tell";
    static final String BRIEFS = "briefs";
    static final String COMPANION = "companion";

    private static final Logger log = LoggerFactory.getLogger("unitracker.worker");

    private static final Duration CENSUS = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** After so long a companion is made anew, for those whom it answers may be others. */
    private static final Duration ACCOMPANIED = Duration.ofMinutes(10);

    /** So many first looks a second: each asks for much. */
    private static final long FIRST_LOOKS = 2;

    private static final LocalTime CHORES = LocalTime.of(3, 30);

    private final Students students;
    private final Runnable chores;
    private final InstantSource clock;
    private final Looks looks;
    private final Tells tells;
    private final Set<Companion> companions = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    private @Nullable SchedulerClient looking;
    private @Nullable SchedulerClient telling;
    private @Nullable SchedulerClient accompanying;

    Jobs(Students students, Sites sites, Runnable chores, int threads, InstantSource clock) {
        this.students = students;
        this.chores = chores;
        this.clock = clock;
        this.tells = new Tells(students, clock);
        this.looks = new Looks(students, sites, new SitePlaces(threads), clock, this::lookMade);
    }

    /** Says with whom jobs are planned. */
    void use(SchedulerClient looking, SchedulerClient telling, SchedulerClient accompanying) {
        this.looking = looking;
        this.telling = telling;
        this.accompanying = accompanying;
    }

    Task<?> look() {
        return Tasks.custom(LOOK, Void.class)
                .onFailure((done, operations) -> operations.reschedule(done, soon()))
                .onDeadExecutionRevive()
                .execute((job, context) ->
                        then(looks.look(job.getId(), context.getExecution().getExecutionTime())));
    }

    List<Task<?>> shortOnes() {
        return List.of(
                Tasks.custom(TELL, Void.class)
                        .onFailure((done, operations) -> operations.reschedule(done, soon()))
                        .onDeadExecutionRevive()
                        .execute((job, context) -> then(tells.tell(job.getId()))),
                Tasks.custom(BRIEFS, Void.class)
                        .onFailure((done, operations) -> operations.remove())
                        .onDeadExecutionRevive()
                        .execute((job, context) -> then(briefs(job.getId()))),
                Tasks.recurring("census", Schedules.fixedDelay(CENSUS)).execute((job, context) -> censusAgain()),
                Tasks.recurring("chores", Schedules.daily(ZoneOffset.UTC, CHORES))
                        .execute((job, context) -> chores()));
    }

    Task<?> companion() {
        return Tasks.custom(COMPANION, Void.class)
                .onFailure((done, operations) -> operations.reschedule(done, soon()))
                .onDeadExecutionRevive()
                .execute((job, context) -> then(accompany(job.getId())));
    }

    /** Ends what runs as long as the worker does. */
    void stop() {
        stopped = true;
        companions.forEach(Companion::stop);
    }

    private Instant soon() {
        return clock.instant().plus(AGAIN);
    }

    private static CompletionHandler<Void> then(Optional<Instant> again) {
        return again.<CompletionHandler<Void>>map(at -> (done, operations) -> operations.reschedule(done, at))
                .orElseGet(() -> (done, operations) -> operations.remove());
    }

    private void lookMade(Student student) {
        if (student.briefs().isPresent()) {
            boolean unusedWhetherNew =
                    client(telling).scheduleIfNotExists(new TaskInstance<>(BRIEFS, student.name()), clock.instant());
        }
    }

    private Optional<Instant> briefs(String account) {
        students.find(account).flatMap(Student::briefs).ifPresent(briefs -> {
            try {
                String why = briefs.until(() -> stopped).reviewed().stoppedBecause();
                if (why != null) {
                    log.warn("{}: the language model: {}; briefs stay as rules write them", account, why);
                }
            } catch (TrackerException e) {
                log.warn("{}: no briefs could be written: {}", account, e.getMessage());
            }
        });
        return Optional.empty();
    }

    private Optional<Instant> accompany(String name) {
        Optional<Companion> found = students.companion(name);
        found.ifPresent(companion -> {
            companions.add(companion);
            CompletableFuture.delayedExecutor(ACCOMPANIED.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(companion::stop);
            try {
                if (!stopped) {
                    companion.run();
                }
            } finally {
                companions.remove(companion);
            }
        });
        // Whoever goes on takes it over at once.
        return found.map(known -> clock.instant());
    }

    private void chores() {
        try {
            chores.run();
        } catch (TrackerException e) {
            log.warn("the daily chores could not be done: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            log.error("the daily chores failed unexpectedly; please report it with these lines", e);
        }
    }

    private void censusAgain() {
        try {
            census();
        } catch (TrackerException e) {
            log.warn("whom to work for could not be told, so it stays as it was: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            log.error("planning failed unexpectedly; please report it with these lines", e);
        }
    }

    /** Plans what is new, and forgets what is no longer to be done. */
    void census() {
        Set<String> names = students.names();
        plan(client(looking), LOOK, names, true);
        plan(client(telling), TELL, names, false);
        plan(client(accompanying), COMPANION, students.companions(), false);
    }

    private void plan(SchedulerClient client, String job, Set<String> wanted, boolean spread) {
        Set<String> planned = new HashSet<>();
        client.fetchScheduledExecutionsForTask(
                job, Void.class, known -> planned.add(known.getTaskInstance().getId()));
        Set<String> fresh = new TreeSet<>(wanted);
        fresh.removeAll(planned);
        long at = 0;
        for (String name : fresh) {
            Instant first = clock.instant().plusMillis(spread ? 1000 / FIRST_LOOKS * at++ : 0);
            boolean unusedWhetherNew = client.scheduleIfNotExists(new TaskInstance<>(job, name), first);
        }
        planned.removeAll(wanted);
        planned.forEach(name -> forget(client, new TaskInstance<>(job, name)));
    }

    private static void forget(SchedulerClient client, TaskInstance<Void> job) {
        try {
            client.cancel(job);
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            log.debug("{} ends by itself", job, e);
        }
    }

    private static SchedulerClient client(@Nullable SchedulerClient client) {
        if (client == null) {
            throw new IllegalStateException("not yet in use");
        }
        return client;
    }
}
