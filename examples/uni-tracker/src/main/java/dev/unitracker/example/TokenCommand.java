package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import dev.unitracker.example.server.Scope;
import dev.unitracker.example.server.guard.GuardTables;
import dev.unitracker.example.server.guard.Token;
import dev.unitracker.example.server.guard.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says who may ask the HTTP API. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Makes tokens for the HTTP API, lists them and takes them back.",
            "Where others than the users of this machine reach the API, each request needs one."
        })
final class TokenCommand implements Runnable {

    private static final int LONGEST_LIFE = 3660;

    private final Console console;
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli before the command runs.
    private CommandSpec spec;

    TokenCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what: account token add, list or revoke.");
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Makes a token for an account and prints it, this once.",
            footer = {
                "",
                "The scopes: read reads what is known of the account; act also answers in the",
                "student's name (done, snooze, acknowledge); admin also makes looks and sends",
                "messages, and opens all accounts.",
                "",
                "A program sends it as 'Authorization: Bearer …'. Only a hash of it is kept."
            })
    int add(
            @Parameters(paramLabel = "NAME", description = "The account: 'account list' names all.") String name,
            @Option(names = "--scope", paramLabel = "SCOPE", description = "read (default), act or admin.") @Nullable
                    String scope,
            @Option(names = "--label", paramLabel = "WORDS", description = "What it is for, as the list shows it.")
                    @Nullable
                    String label,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            description = "For how many days it opens. Default: until it is revoked.")
                    @Nullable
                    Integer days) {
        Scope allowed = scope(scope == null ? "read" : scope);
        Instant expiry = expiry(days);
        try (Installation installation = Installation.withoutSite(surroundings)) {
            String account = account(installation, name);
            String token = tokens(installation).add(account, allowed, label == null ? "" : label, expiry);
            console.line(token);
            console.error("It opens " + (allowed == Scope.ADMIN ? "all accounts" : "the account " + account)
                    + " and is shown this once: nobody can read it here again. 'account token revoke' takes it back.");
        }
        return ExitStatus.COMPLETE;
    }

    private static Scope scope(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "read" -> Scope.READ;
            case "act" -> Scope.ACT;
            case "admin" -> Scope.ADMIN;
            default -> throw new SettingsException("--scope must be read, act or admin, not '" + word + "'");
        };
    }

    private @Nullable Instant expiry(@Nullable Integer days) {
        if (days == null) {
            return null;
        }
        if (days < 1 || days > LONGEST_LIFE) {
            throw new SettingsException("--days must be 1 to " + LONGEST_LIFE + ", not " + days);
        }
        return surroundings.clock().instant().plus(Duration.ofDays(days));
    }

    private static String account(Installation installation, String name) {
        Hosting hosting = installation.hosting();
        String meant = hosting.meant(name);
        if (hosting.find(meant).isEmpty()) {
            throw new SettingsException("there is no account " + name + "; 'account list' names all");
        }
        return meant;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the tokens, without what opens the API.")
    int list(
            @Parameters(arity = "0..1", paramLabel = "NAME", description = "Only those of this account.") @Nullable
                    String name) {
        try (Installation installation = Installation.withoutSite(surroundings)) {
            String only = name == null ? null : installation.hosting().meant(name);
            List<Token> some = tokens(installation).all().stream()
                    .filter(token -> only == null || token.account().equals(only))
                    .toList();
            some.forEach(token -> console.line(line(token)));
            if (some.isEmpty()) {
                console.line("There is no token. 'account token add NAME' makes one.");
            }
        }
        return ExitStatus.COMPLETE;
    }

    private String line(Token token) {
        String end = token.expiresAt()
                .map(over -> (over.isAfter(surroundings.clock().instant()) ? ", until " : ", over since ") + day(over))
                .orElse("");
        return token.id() + "  " + token.account() + ", "
                + token.scope().name().toLowerCase(Locale.ROOT)
                + (token.label().isEmpty() ? "" : ", " + token.label())
                + ", since " + day(token.createdAt()) + end;
    }

    private String day(Instant moment) {
        return moment.atZone(surroundings.zone()).toLocalDate().toString();
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Takes a token back: it, and the pages that were opened with it, open nothing any more.")
    int revoke(@Parameters(paramLabel = "ID", description = "As 'account token list' shows it.") String id) {
        try (Installation installation = Installation.withoutSite(surroundings)) {
            if (!tokens(installation).revoke(id)) {
                throw new SettingsException("there is no token of this id; 'account token list' names all");
            }
            console.line("The token " + id + " opens nothing any more.");
        }
        return ExitStatus.COMPLETE;
    }

    /** Returns the tokens of an installation. */
    static Tokens tokens(Installation installation) {
        GuardTables.create(installation.store().database());
        return new Tokens(installation.store().database(), installation.clock());
    }
}
