package dev.unitracker.example;

import dev.unitracker.Account;
import dev.unitracker.error.SettingsException;
import dev.unitracker.example.account.HostedAccount;
import dev.unitracker.example.server.act.MailStop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says who is looked at: lists the accounts, and keeps further ones in the store. */
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {KeyCommand.class, TokenCommand.class},
        description = {
            "Lists the accounts that are looked at, and keeps further ones in the store.",
            "Their credentials are encrypted under UNI_TRACKER_KEY; 'account key new' prints one.",
            "'account token' says who may ask the HTTP API."
        },
        footer = {"", "What an account can say of itself: docs/settings.md."})
final class AccountCommand implements Runnable {

    private static final String NAME = "NAME";

    private final Console console;
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli before the command runs.
    private CommandSpec spec;

    AccountCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what: account add, list, remove, pause, resume, mail, account key new, or account token.");
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Keeps an account in the store, with settings as .env has them.",
            footer = {
                "",
                "Credentials come from a file, so that nobody sees them in the list of",
                "processes: account add ana --from ana.env, or --from /dev/stdin."
            })
    int add(
            @Parameters(paramLabel = NAME, description = "What the account is called.") String name,
            @Parameters(index = "1..*", paramLabel = "SETTING=VALUE", description = "What is no secret.") @Nullable
                    List<String> said,
            @Option(names = "--from", paramLabel = "FILE", description = "A file of settings, as .env is one.")
                    @Nullable
                    Path from) {
        Map<String, String> own = new LinkedHashMap<>(from == null ? Map.of() : fileOf(from));
        own.putAll(said(said == null ? List.of() : said));
        try (Installation installation = Installation.withoutSite(surroundings)) {
            installation.hosting().add(name, own);
            console.line("The account " + name + " is looked at from now on by whoever runs a worker here.");
        }
        return ExitStatus.COMPLETE;
    }

    private Map<String, String> fileOf(Path from) {
        Path file = surroundings.folder().resolve(from);
        try {
            return EnvironmentText.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new SettingsException("--from: " + from + " cannot be read, as UTF-8", e);
        }
    }

    private static Map<String, String> said(List<String> said) {
        Map<String, String> own = new LinkedHashMap<>();
        for (String each : said) {
            int equals = each.indexOf('=');
            if (equals < 1) {
                throw new SettingsException("each setting reads NAME=VALUE");
            }
            String name = each.substring(0, equals);
            if (Setting.find(name).filter(Setting::secret).isPresent()) {
                throw new SettingsException(
                        name + " is a secret, and what is typed here others can see; put it into a file"
                                + " and name that with --from");
            }
            own.put(name, each.substring(equals + 1));
        }
        return own;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all accounts, without their secrets.")
    int list() {
        try (Installation installation = Installation.withoutSite(surroundings)) {
            List<HostedAccount> all = installation.hosting().all();
            all.forEach(account -> console.line(line(account)));
            if (all.isEmpty()) {
                console.line("There is no account: neither in .env, nor in accounts.yaml, nor in the store.");
            }
        }
        return ExitStatus.COMPLETE;
    }

    private static String line(HostedAccount account) {
        Map<String, String> own = account.settings();
        String site = Optional.ofNullable(own.get("MOODLE_BASE_URL")).orElse("the calendar's export");
        String wayIn = own.containsKey("MOODLE_TOKEN")
                ? " by a token"
                : own.containsKey("MOODLE_PASSWORD") ? " by user and password" : "";
        return account.name() + (account.paused() ? " (paused)" : "") + ": " + site + wayIn + "; from "
                + account.origin().words();
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Forgets an account of the store and its credentials; what was seen of it stays.")
    int remove(@Parameters(paramLabel = NAME) String name) {
        try (Installation installation = Installation.withoutSite(surroundings)) {
            if (!installation.hosting().stored().remove(name)) {
                throw unknown(name, "; one of .env or of accounts.yaml is removed there");
            }
            int tokens = TokenCommand.tokens(installation).revokeAll(name);
            console.line("Deleted: the settings of " + name + ", its credentials among them"
                    + (tokens == 0 ? "" : ", and its tokens for the API") + ". It is not looked at any more.");
            console.line(
                    "Kept: what was seen of it, its changes and what was told. An account that is added under the same"
                            + " name goes on with them.");
        }
        return ExitStatus.COMPLETE;
    }

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Leaves an account alone: no look, no message.")
    int pause(@Parameters(paramLabel = NAME) String name) {
        return pause(name, true);
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Looks at a paused account again.")
    int resume(@Parameters(paramLabel = NAME) String name) {
        return pause(name, false);
    }

    private int pause(String name, boolean paused) {
        try (Installation installation = Installation.withoutSite(surroundings)) {
            if (!installation.hosting().stored().pause(name, paused)) {
                throw unknown(name, "");
            }
            console.line("The account " + name + (paused ? " is left alone." : " is looked at again."));
        }
        return ExitStatus.COMPLETE;
    }

    @Command(
            name = "mail",
            mixinStandardHelpOptions = true,
            description = "Sends e-mail again to those who unsubscribed by the link in a mail: account mail NAME on.")
    int mail(@Parameters(paramLabel = NAME) String name, @Parameters(paramLabel = "on") String state) {
        if (!state.equals("on")) {
            throw new SettingsException("account mail NAME on; to stop mail take MAIL_TO out of the settings");
        }
        try (Installation installation = Installation.withoutSite(surroundings)) {
            String meant = installation.hosting().meant(name);
            Account account = installation.accounts().account(meant).orElseThrow(() -> unknown(name, ""));
            console.line(
                    MailStop.resume(account)
                            ? "E-mail of the account " + meant + " goes to all addresses again."
                            : "Nobody unsubscribed from e-mail of the account " + meant + "; nothing was done.");
        }
        return ExitStatus.COMPLETE;
    }

    private static SettingsException unknown(String name, String more) {
        return new SettingsException("the store has no account " + name + more + "; 'account list' names all");
    }
}
