package dev.unitracker.example;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.TrackerException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The application's entry: finds the command, runs it, and turns every failure into a line and an exit status. */
@Command(
        name = "examples/run",
        mixinStandardHelpOptions = true,
        version = "Uni Tracker 0.1.0",
        description = "Watches a student's Moodle and says precisely what changed.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            SimulatorCommand.class,
            SyncCommand.class,
            WatchCommand.class,
            ServeCommand.class,
            FeedCommand.class,
            ApiCommand.class,
            WorkerCommand.class,
            DigestCommand.class,
            BackfillCommand.class,
            ReplayCommand.class,
            AccountCommand.class,
            PruneCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MigrateArtifactsCommand.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all was looked at",
            "1:something unexpected, such as a store that cannot be written",
            "2:wrong command or wrong settings",
            "3:something was not done: not looked at, not copied, not written; the report says what",
            "4:the site refused the login",
            "5:a replay gave something else than what is stored"
        },
        footer = {"", "Begin with: examples/run demo"})
public final class Main implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Main.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli before the command runs.
    private CommandSpec spec;

    private final Console console;
    private final Surroundings surroundings;

    @Option(names = "--print-config", description = "Print each setting and where it comes from; secrets are hidden.")
    private boolean printConfig;

    private Main(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    /** Runs a command and ends the process with its status. */
    public static void main(String[] args) {
        System.exit(run(args, Surroundings.ofThisProcess(), System.out, System.err));
    }

    /** Runs a command and returns its status. */
    static int run(String[] args, Surroundings surroundings, OutputStream out, OutputStream err) {
        Console console = new Console(out, err);
        CommandLine commands = new CommandLine(new Main(console, surroundings), new Commands(console, surroundings))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionStrategy(parsed -> {
                    warn(parsed, console, surroundings);
                    return new RunLast().execute(parsed);
                })
                .setParameterExceptionHandler((failure, arguments) -> refuse(failure, console))
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, console));
        return commands.execute(args);
    }

    /** A slip of the pen in a name would leave the setting as it is by default, without a word. */
    private static void warn(ParseResult parsed, Console console, Surroundings surroundings) {
        if (!parsed.hasSubcommand() || parsed.subcommand().isUsageHelpRequested()) {
            return;
        }
        try {
            ConfigScreen.unknown(surroundings.settings()).forEach(console::error);
        } catch (SettingsException e) {
            log.debug("the command says what is wrong, if it needs the settings", e);
        }
    }

    @Override
    public void run() {
        if (printConfig) {
            ConfigScreen.lines(surroundings.settings()).forEach(console::line);
            return;
        }
        throw new ParameterException(
                spec.commandLine(),
                "Say which command: demo, simulator, sync, watch, worker, serve, api, feed, digest, backfill, replay, account, migrate-artifacts, prune,"
                        + " backup or restore.");
    }

    /** What is wrong is the last thing that is read, not lost above a page of help. */
    private static int refuse(ParameterException failure, Console console) {
        CommandLine command = failure.getCommandLine();
        console.error(
                command.getParent() == null && failure instanceof UnmatchedArgumentException unknown
                        ? "There is no command '" + unknown.getUnmatched().get(0) + "'."
                        : words(failure));
        console.error("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitStatus.WRONG_SETTINGS;
    }

    private static int explain(Exception failure, Console console) {
        if (failure instanceof SettingsException) {
            console.error("Wrong settings: " + words(failure));
            return ExitStatus.WRONG_SETTINGS;
        }
        if (failure instanceof LoginRefusedException) {
            console.error(words(failure));
            return ExitStatus.LOGIN_REFUSED;
        }
        if (failure instanceof TrackerException) {
            console.error(words(failure));
            return ExitStatus.UNEXPECTED;
        }
        log.error("this is a mistake of the program; please report it with these lines", failure);
        return ExitStatus.UNEXPECTED;
    }

    private static String words(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
