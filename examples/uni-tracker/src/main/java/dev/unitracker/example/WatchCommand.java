package dev.unitracker.example;

import dev.unitracker.SettingsException;
import dev.unitracker.Tracker;
import dev.unitracker.TrackerBuilder;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.Notifier;
import dev.unitracker.telegram.TelegramBot;
import dev.unitracker.telegram.TelegramNotifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** Looks again and again and tells what changed, until it is interrupted. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at a Moodle again and again, tells what changed and what comes near, until it is interrupted (Ctrl-C).",
            "Prints one line for each look. Messages go to Telegram if it is set up, else to the console."
        },
        footer = {
            "",
            "The settings are those of sync, and:",
            "  SYNC_UPDATES_INTERVAL_MINUTES   how long between two looks (default 20); every six",
            "                      hours one reads everything",
            "  LANGUAGE            of messages: es (default), en",
            "  DAILY_DIGEST_HOUR   when the digest of the day is sent (default 7; off for none)",
            "  QUIET_HOURS         when nobody is disturbed, like 22:00-07:00 (default none)",
            "  STALE_SYNC_THRESHOLD_HOURS      tell if nothing was looked at for so long (default 6)",
            "  TELEGRAM_BOT_TOKEN, TELEGRAM_CHAT_ID    who is told; several chats with commas",
            "  TELEGRAM_POLLING_ENABLED        answer commands and buttons (default true)",
            "  ENABLE_LLM          let a language model write briefs of what needs review (default",
            "                      false); see backfill"
        })
final class WatchCommand implements Callable<Integer> {

    private static final int DIGEST_HOUR = 7;
    private static final int MINUTES = 20;

    /** A look reads for all collectors in the same requests, so the shortest of their intervals is the interval of looks. */
    private static final List<String> INTERVALS = List.of(
            "SYNC_UPDATES_INTERVAL_MINUTES",
            "SYNC_COURSES_INTERVAL_MINUTES",
            "SYNC_CONTENTS_INTERVAL_MINUTES",
            "SYNC_FORUMS_INTERVAL_MINUTES",
            "SYNC_ASSIGNMENTS_INTERVAL_MINUTES",
            "SYNC_QUIZZES_INTERVAL_MINUTES",
            "SYNC_GRADES_INTERVAL_MINUTES",
            "SYNC_CALENDAR_INTERVAL_MINUTES",
            "SYNC_FILES_INTERVAL_MINUTES");

    private final Console console;
    private final Map<String, String> environment;
    private final Path folder;

    WatchCommand(Console console, Map<String, String> environment, Path folder) {
        this.console = console;
        this.environment = environment;
        this.folder = folder;
    }

    @Override
    public Integer call() {
        Settings settings = Settings.read(environment, folder);
        Duration between = between(settings);
        Optional<Enricher> model = Model.of(settings);
        try (Installation installation = Installation.open(settings)) {
            TrackerBuilder builder = installation.tracker(doing -> {});
            digest(settings, builder);
            Optional<TelegramNotifier> chats = Chats.of(settings);
            MessageScreen screen = new MessageScreen(console, settings.language(), text -> text);
            builder.notifier(chats.<Notifier>map(chat -> chat).orElseGet(screen::atOnce));
            Tracker tracker = builder.build();
            Watch watch = new Watch(tracker, console, installation.zone(), InstantSource.system());
            model.ifPresent(
                    enricher -> watch.after(() -> tracker.enrichment(enricher).reviewed()));
            chats.filter(chat -> polls(settings)).ifPresent(chat -> watch.with(bot(tracker, chat, installation)));
            console.line("Watching, with " + between.toMinutes() + " minutes between looks; messages go to "
                    + (chats.isPresent() ? "Telegram" : "this console") + ". Ctrl-C ends it.");
            CountDownLatch stopped = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            Thread interrupted = new Thread(() -> end(stopped, ended), "uni-tracker end");
            Runtime.getRuntime().addShutdownHook(interrupted);
            try {
                watch.until(stopped, between);
            } finally {
                ended.countDown();
            }
            console.line("Stopped.");
            return ExitStatus.COMPLETE;
        }
    }

    private static Watch.Companion bot(Tracker tracker, TelegramNotifier chats, Installation installation) {
        TelegramBot bot = TelegramBot.answering(tracker, chats, installation.store(), installation.account())
                .zone(installation.zone())
                .digest(tracker::digest)
                .build();
        return new Watch.Companion(bot::run, bot::stop);
    }

    private static boolean polls(Settings settings) {
        String polling = settings.get("TELEGRAM_POLLING_ENABLED").orElse("true");
        if (!polling.matches("true|false")) {
            throw new SettingsException("TELEGRAM_POLLING_ENABLED must be true or false, not '" + polling + "'");
        }
        return polling.equals("true");
    }

    /** Keeps the process alive until the look that is under way is over. */
    private static void end(CountDownLatch stopped, CountDownLatch ended) {
        stopped.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void digest(Settings settings, TrackerBuilder builder) {
        String hour = settings.get("DAILY_DIGEST_HOUR").orElse(Integer.toString(DIGEST_HOUR));
        if (hour.equals("off")) {
            return;
        }
        if (!hour.matches("\\d|1\\d|2[0-3]")) {
            throw new SettingsException("DAILY_DIGEST_HOUR must be an hour, 0 to 23, or off; not '" + hour + "'");
        }
        builder.dailyDigestAt(Integer.parseInt(hour));
    }

    private static Duration between(Settings settings) {
        long minutes = INTERVALS.stream()
                .filter(name -> settings.get(name).isPresent())
                .mapToLong(name -> settings.number(name, MINUTES))
                .min()
                .orElse(MINUTES);
        if (minutes < 1) {
            throw new SettingsException("SYNC_…_INTERVAL_MINUTES must be 1 or more: a site is not asked all the time");
        }
        return Duration.ofMinutes(minutes);
    }
}
