package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import dev.unitracker.example.server.ApiServer;
import dev.unitracker.example.server.Premises;
import dev.unitracker.example.server.guard.Guard;
import dev.unitracker.example.server.guard.Reach;
import dev.unitracker.example.server.guard.Tokens;
import dev.unitracker.example.worker.Worker;
import dev.unitracker.example.worker.WorkerPace;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Answers over HTTP and looks, until it is interrupted. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Answers over HTTP what is known, and looks again and again as a worker does, until it is interrupted (Ctrl-C).",
            "What can be asked is in docs/http-api.md, and, for programs, at /openapi.json."
        },
        footer = {
            "",
            "The settings are those of sync, and:",
            "  API_HOST            the address of this machine to listen at (default",
            "                      127.0.0.1: only this machine reaches it)",
            "  API_PORT            the port (default 8000; 0 for any that is free)",
            "  PUBLIC_URL          where others reach it, like https://tracker.example.org;",
            "                      then, and at any other address than this machine's own,",
            "                      each request needs a token (account token --help)",
            "  API_REQUESTS_PER_MINUTE",
            "                      what each token, and each address without one, may ask",
            "                      (default 6000)",
            "  APP_ENV             what /health says of where it runs (default local)",
            "",
            "Ended by Ctrl-C or a signal it finishes what it is answering, a minute at most,",
            "and closes its database; its exit status is then 0."
        })
class ServeCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;
    private static final int USUAL_PORT = 8000;

    private final Console console;
    private final Surroundings surroundings;
    private final boolean works;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Listen here, instead of at API_HOST.")
    private Optional<String> host = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", description = "Listen at this port, instead of API_PORT.")
    private Optional<String> port = Optional.empty();

    ServeCommand(Console console, Surroundings surroundings) {
        this(console, surroundings, true);
    }

    /**
     * @param works whether it looks again and again, as a worker does
     */
    ServeCommand(Console console, Surroundings surroundings, boolean works) {
        this.console = console;
        this.surroundings = surroundings;
        this.works = works;
    }

    @Override
    public Integer call() {
        CountDownLatch stopped = new CountDownLatch(1);
        Ending ending = Ending.on(stopped);
        try {
            serve(stopped);
            return ExitStatus.COMPLETE;
        } finally {
            ending.close();
        }
    }

    /** All settings are read before anything is opened. */
    private void serve(CountDownLatch stopped) {
        Settings settings = surroundings.settings();
        String address = host.or(() -> settings.get("API_HOST")).orElse("127.0.0.1");
        Reach reach = Reach.at(named(address), PublicAddress.of(settings));
        int number = port(port.or(() -> settings.get("API_PORT")));
        int requests = (int) settings.number("API_REQUESTS_PER_MINUTE", 6000, 1, 1_000_000);
        WorkerPace pace = WorkerCommand.pace(settings);
        try (Installation installation = Installation.withoutSite(surroundings, pace.connections())) {
            String tokens = checkTokens(reach, installation, address);
            HostedStudents students =
                    WorkerCommand.students(installation, works ? Optional.of(console) : Optional.empty());
            HostedAccounts accounts = new HostedAccounts(installation, students);
            Guard guard = Guard.of(installation.store().database(), reach, accounts, requests, installation.clock());
            ApiServer.Builder builder = ApiServer.of(accounts, premises(settings, students))
                    .gate(guard)
                    .routes(guard.routes())
                    .routes(Answering.of(installation).routes());
            try (ApiServer server = builder.start(address, number)) {
                console.line("Listening at http://" + address + ":" + server.port() + " for the account "
                        + accounts.standard() + "." + tokens + " Ctrl-C ends it.");
                workUntil(stopped, installation, students, pace);
            }
        }
        console.line("Stopped.");
    }

    /** Returns what is to be said of tokens. Whoever can reach the server without one could read grades. */
    private static String checkTokens(Reach reach, Installation installation, String address) {
        Tokens tokens = TokenCommand.tokens(installation);
        if (!reach.needsTokens()) {
            return "";
        }
        if (tokens.isAny()) {
            return " Each request needs a token.";
        }
        if (!reach.loopback()) {
            throw new SettingsException("API_HOST is " + address + ", where others than the users of this machine may"
                    + " come, so each request needs a token, and there is none yet. Make one with 'examples/run account"
                    + " token add NAME' (NAME as 'account list' shows it), or leave API_HOST out");
        }
        return " PUBLIC_URL is set, so each request needs a token, and there is none yet: 'examples/run account token"
                + " add NAME' makes one.";
    }

    private void workUntil(
            CountDownLatch stopped, Installation installation, HostedStudents students, WorkerPace pace) {
        if (!works) {
            WorkerCommand.await(stopped);
            console.line("Ending: what is being answered is finished first.");
            return;
        }
        try (Worker worker = WorkerCommand.worker(installation, students, pace)) {
            worker.start();
            WorkerCommand.checkMail(students, console);
            WorkerCommand.await(stopped);
            console.line("Ending: what is being answered, and what is under way, is finished first.");
        }
    }

    private static Premises premises(Settings settings, HostedStudents students) {
        return new Premises(
                settings.get("APP_ENV").orElse("local"),
                ArtifactBackend.configured(settings).word(),
                settings.staleAfter(),
                students.meters());
    }

    private static InetAddress named(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new SettingsException("API_HOST: this machine has no address '" + address + "'", e);
        }
    }

    private static int port(Optional<String> setting) {
        String text = setting.orElse(Integer.toString(USUAL_PORT));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new SettingsException("API_PORT must be a number from 0 to " + HIGHEST_PORT + ", not '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
