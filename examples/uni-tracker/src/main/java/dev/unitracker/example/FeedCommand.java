package dev.unitracker.example;

import dev.unitracker.Account;
import dev.unitracker.error.SettingsException;
import dev.unitracker.example.server.feed.FeedKey;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the addresses at which calendars and feed readers read without a token, or takes them back. */
@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        description = {
            "Makes two addresses that nobody guesses: one for a calendar, one for a feed reader. serve answers there.",
            "They are shown once. Those that were made before are worth nothing from now on."
        },
        footer = {
            "",
            "Whoever knows an address reads the deadlines or the changes, without a password:",
            "keep it to yourself. Calendars ask when they like; Google's about once a day.",
            "",
            "The settings are those of serve, and:",
            "  PUBLIC_URL          the address at which the server is reached (default",
            "                      http://127.0.0.1:8000, on this machine only)"
        })
final class FeedCommand implements Callable<Integer> {

    private final Console console;
    private final Surroundings surroundings;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description = "The account whose feeds they are; default: the one that paths without an account are about.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--revoke", description = "Take the addresses back and make no new ones.")
    private boolean revoke;

    FeedCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = surroundings.settings();
        String address = PublicAddress.of(settings).map(URI::toString).orElse("http://127.0.0.1:8000");
        try (Installation installation = Installation.withoutSite(surroundings)) {
            Account account = account(installation);
            if (revoke) {
                console.line(
                        FeedKey.revoke(account)
                                ? "The addresses of the account " + account.name() + " are worth nothing any more."
                                : "The account " + account.name() + " has no addresses; nothing was done.");
                return ExitStatus.COMPLETE;
            }
            String feeds = address + "/feeds/" + FeedKey.renew(account) + "/";
            console.line("Calendar:    " + feeds + "deadlines.ics");
            console.line("Feed reader: " + feeds + "changes.atom");
        }
        return ExitStatus.COMPLETE;
    }

    /** An account gets its feeds once something is known of it. */
    private Account account(Installation installation) {
        String wanted = name.orElseGet(() -> installation.hosting().standard());
        return installation
                .accounts()
                .account(wanted)
                .orElseThrow(() -> new SettingsException("there is no account " + wanted
                        + " in the store; it is there once it was looked at (account list names those that will be)"));
    }
}
