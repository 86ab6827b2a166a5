package dev.unitracker.example;

import dev.unitracker.error.TrackerException;
import dev.unitracker.example.metrics.MetricsDoor;
import dev.unitracker.example.worker.Worker;
import dev.unitracker.example.worker.Worker.Budgets;
import dev.unitracker.example.worker.WorkerPace;
import dev.unitracker.spi.Notifier;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Looks at all accounts again and again and tells what changed, until it is stopped. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at all accounts again and again, tells what changed and what comes near, until it is stopped. Several"
                    + " workers on one PostgreSQL share the work."
        },
        footer = {
            "",
            "An account is looked at every 20 minutes by day (the shortest of",
            "SYNC_…_INTERVAL_MINUTES), twice as often when something is due within two days,",
            "and a third as often by night and when nothing is due within a week; never more",
            "often than SYNC_LEAST_INTERVAL_MINUTES says, nor more seldom than",
            "SYNC_MOST_INTERVAL_MINUTES.",
            "",
            "What else can be set: docs/settings.md. Which accounts there are: account list.",
            "",
            "Ended by Ctrl-C or a signal it finishes what it is doing, a minute at most; its",
            "exit status is then 0."
        })
final class WorkerCommand implements Callable<Integer> {

    private static final Logger log = LoggerFactory.getLogger("unitracker.worker");

    private static final int HIGHEST_PORT = 65_535;

    private final Console console;
    private final Surroundings surroundings;

    WorkerCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CountDownLatch stopped = new CountDownLatch(1);
        Ending ending = Ending.on(stopped);
        try {
            work(stopped);
            return ExitStatus.COMPLETE;
        } finally {
            ending.close();
        }
    }

    /** All settings of the process are read before anything is opened; those of an account are its own affair. */
    private void work(CountDownLatch stopped) {
        Settings settings = surroundings.settings();
        WorkerPace pace = pace(settings);
        int numbers = (int) settings.number("WORKER_METRICS_PORT", 0, 0, HIGHEST_PORT);
        try (Installation installation = Installation.withoutSite(surroundings, pace.connections())) {
            HostedStudents students = students(installation, Optional.of(console));
            int accounts = students.names().size();
            Optional<MetricsDoor> door =
                    numbers == 0 ? Optional.empty() : Optional.of(MetricsDoor.open(numbers, students.meters()));
            try (Worker worker = worker(installation, students, pace)) {
                worker.start();
                checkMail(students, console);
                console.line("Working for " + accounts + (accounts == 1 ? " account" : " accounts")
                        + ". Ctrl-C or SIGTERM ends it.");
                await(stopped);
                console.line("Ending: what is under way is finished first.");
            } finally {
                door.ifPresent(MetricsDoor::close);
            }
        }
        console.line("Stopped.");
    }

    /** Returns how a worker works by the settings, which are read as far as they concern all accounts. */
    static WorkerPace pace(Settings settings) {
        settings.tempo();
        return WorkerPace.DEFAULT.threads((int) settings.number("WORKER_THREADS", 8, 1, 500));
    }

    /** Returns the accounts; that of the environment is told on the console, if there is one, where it has no channels. */
    static HostedStudents students(Installation installation, Optional<Console> console) {
        Settings settings = installation.settings();
        int perMinute = (int) settings.number("SITE_REQUESTS_PER_MINUTE", 240, 1, 1_000_000);
        Budgets budgets = Worker.budgets(installation.store().database(), perMinute, installation.clock());
        Optional<Notifier> screen =
                console.map(shown -> new MessageScreen(shown, AppTexts.in(settings.language()), text -> text).atOnce());
        return new HostedStudents(installation, budgets, screen);
    }

    static Worker worker(Installation installation, HostedStudents students, WorkerPace pace) {
        Chores chores = new Chores(installation);
        return Worker.on(installation.store().database(), students, chores, pace, installation.clock());
    }

    /** Says what is wrong with mail servers, beside all else: whoever does not answer keeps nobody waiting. */
    static void checkMail(HostedStudents students, Console console) {
        Thread checking = new Thread(
                () -> {
                    try {
                        students.checkMail(console::error);
                    } catch (TrackerException e) {
                        log.debug("the mail servers could not be checked", e);
                    }
                },
                "uni-tracker mail check");
        checking.setDaemon(true);
        checking.start();
    }

    /** Waits until the process is to end. */
    static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            // What is closed now must not find itself interrupted: H2 closes the file of a thread that is.
        }
    }
}
