package dev.unitracker.example;

import dev.unitracker.Account;
import dev.unitracker.Tracker;
import dev.unitracker.TrackerBuilder;
import dev.unitracker.error.SettingsException;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.Notifier;
import dev.unitracker.telegram.TelegramBot;
import dev.unitracker.telegram.TelegramNotifier;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Looks again and again and tells what changed, until it is interrupted. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at a Moodle again and again, tells what changed and what comes near, until it is interrupted (Ctrl-C).",
            "Prints one line for each look. Messages go to the channels that are set, else to the console."
        },
        footer = {
            "",
            "The settings are those of sync, and:",
            "  SYNC_UPDATES_INTERVAL_MINUTES (default 20), SYNC_COURSES_… (30),",
            "  SYNC_FORUMS_… (30), SYNC_CONTENTS_… (60), SYNC_ASSIGNMENTS_… (60),",
            "  SYNC_QUIZZES_… (60), SYNC_CALENDAR_… (60), SYNC_FILES_… (90),",
            "  SYNC_GRADES_… (180)",
            "                      how often each is read; one look reads all of them, so",
            "                      the shortest is the time between two looks; every six",
            "                      hours one reads everything",
            "  DAILY_DIGEST_HOUR   when the digest of the day is sent (default 7; off for",
            "                      none); within QUIET_HOURS it comes when these end",
            "  STALE_SYNC_THRESHOLD_HOURS",
            "                      tell if nothing was looked at for so long (default 6)",
            "  TELEGRAM_POLLING_ENABLED",
            "                      answer commands and buttons (default true)",
            "  ENABLE_LLM          let a language model write briefs of what needs review",
            "                      (default false); its settings are in: backfill --help",
            "",
            "To learn the id of a chat, set TELEGRAM_CHAT_ID=0, start watch and write",
            "/start to the bot there: watch says the id.",
            "",
            "Ended by Ctrl-C or a signal it finishes what it is doing, two minutes at most,",
            "and closes its database; its exit status is then that of the signal, 130 or",
            "143."
        })
final class WatchCommand implements Callable<Integer> {

    private static final Logger log = LoggerFactory.getLogger(WatchCommand.class);

    private static final int DIGEST_HOUR = 7;
    private static final String STALE = "STALE_SYNC_THRESHOLD_HOURS";

    private final Console console;
    private final Surroundings surroundings;

    WatchCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread signalled = new Thread(() -> end(stopped, ended), "uni-tracker end");
        Runtime.getRuntime().addShutdownHook(signalled);
        try {
            return watch(stopped);
        } finally {
            ended.countDown();
            forget(signalled);
        }
    }

    /** All settings are read before anything is opened or asked. */
    private int watch(CountDownLatch stopped) {
        Settings settings = surroundings.settings();
        Intervals.Shortest between = Intervals.shortest(settings);
        Duration stale = stale(settings, between);
        Optional<Integer> digest = digestHour(settings);
        boolean polls = polls(settings);
        Optional<Enricher> model = Model.of(settings);
        Optional<TelegramNotifier> chats = Chats.of(settings);
        boolean others = !OtherChannels.of(settings, Replies.none()).isEmpty();
        chats.ifPresent(chat -> Chats.check(chat, console));
        Mail.check(settings, console::error);
        try (Installation installation = Installation.open(surroundings, settings)) {
            List<Notifier> channels = new ArrayList<>(chats.stream().toList());
            channels.addAll(others ? OtherChannels.of(settings, installation.replies()) : List.of());
            TrackerBuilder builder = installation.tracker(console::fleeting).staleAfter(stale);
            digest.ifPresent(builder::dailyDigestAt);
            MessageScreen screen = new MessageScreen(console, AppTexts.in(settings.language()), text -> text);
            channels.forEach(builder::notifier);
            if (channels.isEmpty()) {
                builder.notifier(screen.atOnce());
            }
            Tracker tracker = builder.build();
            Watch watch = new Watch(tracker, console, installation.zone(), surroundings.clock());
            model.ifPresent(enricher -> writeBriefs(enricher, tracker.account(), watch));
            chats.filter(chat -> polls).ifPresent(chat -> watch.with(bot(tracker.account(), chat, watch)));
            console.line(beginning(settings, between, names(channels)));
            watch.until(stopped, between.time());
        }
        console.line("Stopped.");
        return ExitStatus.COMPLETE;
    }

    private void writeBriefs(Enricher enricher, Account account, Watch watch) {
        BriefRounds rounds =
                new BriefRounds(account.enrichment(enricher), new Rejections(account), console, watch::time);
        watch.after(rounds::round).with(new Watch.Companion(() -> {}, rounds::stop));
    }

    private String beginning(Settings settings, Intervals.Shortest between, String channels) {
        return "Watching, with " + between.time().toMinutes() + " minutes between looks (" + between.setting()
                + "); messages go to " + channels + ". Ctrl-C ends it. "
                + ZoneWords.of(
                        settings,
                        AppTexts.in(Language.ENGLISH),
                        surroundings.zone(),
                        surroundings.clock().instant());
    }

    private static String names(List<Notifier> channels) {
        return channels.isEmpty()
                ? "this console"
                : channels.stream().map(Notifier::name).collect(Collectors.joining(", "));
    }

    private Watch.Companion bot(Account account, TelegramNotifier chats, Watch watch) {
        TelegramBot bot = TelegramBot.answering(account, chats)
                .strangers(chat -> console.line(watch.time() + " somebody wrote to the bot in the chat " + chat
                        + " and gets no answer; if it is yours, add it to TELEGRAM_CHAT_ID"))
                .build();
        return new Watch.Companion(bot::run, bot::stop);
    }

    static boolean polls(Settings settings) {
        String polling = settings.get("TELEGRAM_POLLING_ENABLED").orElse("true");
        if (!polling.matches("true|false")) {
            throw new SettingsException("TELEGRAM_POLLING_ENABLED must be true or false, not '" + polling + "'");
        }
        return polling.equals("true");
    }

    /** Keeps the process alive until all is closed. */
    private static void end(CountDownLatch stopped, CountDownLatch ended) {
        stopped.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            log.debug("ended by a signal", e);
        }
    }

    /** Returns the hour of the daily digest; empty if there is to be none. */
    static Optional<Integer> digestHour(Settings settings) {
        String hour = settings.get("DAILY_DIGEST_HOUR").orElse(Integer.toString(DIGEST_HOUR));
        if (hour.equals("off")) {
            return Optional.empty();
        }
        if (!hour.matches("0?\\d|1\\d|2[0-3]")) {
            throw new SettingsException("DAILY_DIGEST_HOUR must be an hour, 0 to 23, or off; not '" + hour + "'");
        }
        return Optional.of(Integer.parseInt(hour));
    }

    /** Looks that are rarer than the alarm would set it off in between. */
    private static Duration stale(Settings settings, Intervals.Shortest between) {
        Duration stale = settings.staleAfter();
        if (stale.compareTo(between.time()) > 0) {
            return stale;
        }
        if (settings.get(STALE).isPresent()) {
            throw new SettingsException(
                    STALE + " (" + stale.toHours() + ") must be longer than the time between two looks ("
                            + between.time().toMinutes() + " minutes, " + between.setting() + ")");
        }
        return between.time().multipliedBy(2);
    }
}
