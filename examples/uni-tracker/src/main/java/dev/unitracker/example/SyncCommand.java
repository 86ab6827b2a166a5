package dev.unitracker.example;

import dev.unitracker.Tracker;
import dev.unitracker.TrackerBuilder;
import dev.unitracker.error.SettingsException;
import dev.unitracker.report.SyncReport;
import dev.unitracker.telegram.TelegramNotifier;
import dev.unitracker.words.Texts;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at a real site once and says what changed. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at a Moodle once, remembers what it saw, and says what changed since the last look.",
            "What is due to be told is sent to the channels that are set, too."
        },
        footer = {
            "",
            "Settings, from the environment or a file .env in the working folder:",
            "  MOODLE_BASE_URL     the site, like https://campus.example.edu",
            "  MOODLE_TOKEN        a web-service token; or both of the next",
            "  MOODLE_USERNAME, MOODLE_PASSWORD",
            "  MOODLE_ICS_URL      instead of all these: the calendar's export address;",
            "                      deadlines and events, nothing else",
            "  MOODLE_SERVICE      the web service (default moodle_mobile_app)",
            "  ACCOUNT             a name for what is stored (default the word default)",
            "  DATABASE_URL        jdbc:h2:…, jdbc:postgresql:… or postgresql://…",
            "                      (default a database in the folder data)",
            "  RAW_STORAGE_PATH    where answers are kept (default data/raw)",
            "  ARTIFACT_STORAGE_BACKEND",
            "                      local (default), or s3 to keep answers in a bucket; the",
            "                      settings for it are in: migrate-artifacts --help",
            "  DATA_PATH           the folder for database and answers (default data)",
            "  TIME_ZONE           the student's (default America/Argentina/Buenos_Aires)",
            "  LANGUAGE            of messages: es (default), en; a desktop's own list of",
            "                      languages, like es_AR:es, counts where .env says nothing",
            "  QUIET_HOURS         when nobody is disturbed, like 22:00-07:00 (default none)",
            "  TELEGRAM_BOT_TOKEN, TELEGRAM_CHAT_ID",
            "                      who is told; several chats with commas (default nobody)",
            "  TELEGRAM_API_URL    a Bot API server (default https://api.telegram.org)",
            "  WEBHOOK_URL, WEBHOOK_SECRET",
            "                      a program that is told, signed; docs/channels.md",
            "  DISCORD_WEBHOOK_URL a webhook of a Discord channel; several with commas",
            "  NTFY_URL, NTFY_TOKEN",
            "                      a topic like https://ntfy.sh/uni-3f9a1c; several with",
            "                      commas; a token if it is closed",
            "  MAIL_SMTP_URL, MAIL_FROM, MAIL_TO",
            "                      a mail server, smtps://user:password@host, who sends",
            "                      and who is told; several with commas",
            "  NOTIFY_COMMAND      a command that gets each message; docs/channels.md",
            "  FILE_DOWNLOAD_LIMIT_PER_RUN     how many files one look reads (default 500)",
            "  MAX_FILE_EXTRACT_BYTES          larger files are not read (default 52428800)",
            "  LOG_LEVEL           DEBUG, INFO, WARN (default), ERROR or OFF"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all was looked at",
            "1:something unexpected, such as a store that cannot be written",
            "2:wrong command or wrong settings",
            "3:something was not looked at; the report says what",
            "4:the site refused the login"
        })
final class SyncCommand implements Callable<Integer> {

    private final Console console;
    private final Surroundings surroundings;

    @Option(names = "--once", required = true, description = "Look once, then end.")
    private boolean once;

    @Option(names = "--full", description = "Read everything, also what seems not to have changed.")
    private boolean full;

    @Option(names = "--json", description = "Print the ledger entries as JSON; the report goes to standard error.")
    private boolean json;

    @Option(
            names = "--accept-removals",
            description = "Believe it if more than half of a course vanished at once; else that is held back.")
    private boolean acceptRemovals;

    SyncCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Option(
            names = "--try-password",
            description = "Try a password at once that the site refused; else once more after 24 hours.")
    private boolean tryPassword;

    @Override
    public Integer call() {
        if (!once) {
            throw new SettingsException("sync looks once: sync --once; to look again and again there is watch");
        }
        Settings settings = surroundings.settings();
        Optional<TelegramNotifier> chats = Chats.of(settings);
        boolean others = !OtherChannels.of(settings, Replies.none()).isEmpty();
        try (Installation installation = Installation.open(surroundings, settings, source(settings))) {
            TrackerBuilder builder = installation.tracker(console::progress);
            if (acceptRemovals) {
                builder.acceptMassRemovals();
            }
            // What is noted here and told to nobody would never be told.
            chats.ifPresent(builder::notifier);
            if (others) {
                OtherChannels.of(settings, installation.replies()).forEach(builder::notifier);
            }
            Tracker tracker = builder.build();
            Console people = json ? console.reportingToError() : console;
            Texts words = AppTexts.in(settings.language());
            people.line(ZoneWords.of(
                    settings, words, surroundings.zone(), surroundings.clock().instant()));
            SyncReport report = full ? tracker.syncFully() : tracker.sync();
            print(report, new Screen(people, words, tracker.account(), installation.zone()));
            return ExitStatus.of(report.run().outcome());
        }
    }

    private Source source(Settings settings) {
        return tryPassword
                ? Source.of(
                        settings,
                        new Source.Manners((site, moodle) -> moodle.tryRefusedPassword(), (site, calendar) -> calendar))
                : Source.of(settings);
    }

    private void print(SyncReport report, Screen screen) {
        screen.report(report);
        if (json) {
            LedgerJson lines = new LedgerJson(text -> text);
            report.changes().forEach(change -> console.line(lines.line(0, 1, change)));
        } else {
            screen.changes(report.news());
        }
    }
}
