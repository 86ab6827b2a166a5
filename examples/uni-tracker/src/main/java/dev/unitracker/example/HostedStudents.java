package dev.unitracker.example;

import dev.unitracker.Account;
import dev.unitracker.Tracker;
import dev.unitracker.TrackerBuilder;
import dev.unitracker.error.SettingsException;
import dev.unitracker.example.account.HostedAccount;
import dev.unitracker.example.metrics.Backlog;
import dev.unitracker.example.metrics.Meters;
import dev.unitracker.example.server.act.MailStop;
import dev.unitracker.example.worker.Companion;
import dev.unitracker.example.worker.Student;
import dev.unitracker.example.worker.Students;
import dev.unitracker.example.worker.Tempo;
import dev.unitracker.example.worker.Worker.Budgets;
import dev.unitracker.spi.Enricher;
import dev.unitracker.spi.Lag;
import dev.unitracker.spi.Notifier;
import dev.unitracker.telegram.TelegramBot;
import dev.unitracker.telegram.TelegramNotifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;

/**
 * The hosted accounts, as a worker sees them. What an account needs is made once, and anew when its settings change: a token that was
 * fetched with a password is good for many looks. Safe for use by several threads.
 */
final class HostedStudents implements Students {

    /** Of looks and of workers: who takes over what another one had begun need not wait until its lease runs out. */
    private static final String OWNER = "sync";

    /** A site that answers slowly keeps a thread no longer than this. */
    private static final Duration ANSWER = Duration.ofMinutes(1);

    private static final Duration FILE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMinutes(20);

    private final Installation installation;
    private final Hosting hosting;
    private final Answering answering;
    private final Source.Manners manners;
    private final Optional<Notifier> screen;
    private final Meters meters = new Meters();
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    /** What was made for an account, and of which settings. */
    private record Made(
            HostedAccount account, Set<String> withoutMail, Student student, Optional<TelegramNotifier> chats) {

        boolean isOf(HostedAccount wanted, Set<String> stopped) {
            return account.equals(wanted) && withoutMail.equals(stopped);
        }
    }

    /**
     * @param screen what tells the account of the environment where it has no channels; empty for nothing
     */
    HostedStudents(Installation installation, Budgets budgets, Optional<Notifier> screen) {
        this.installation = installation;
        this.hosting = installation.hosting();
        this.answering = Answering.of(installation);
        this.screen = screen;
        this.meters.watch(new Backlog(this::lags, installation.clock()));
        // All collectors share its threads and connections.
        OkHttpClient client = new OkHttpClient();
        this.manners = new Source.Manners(
                (site, moodle) -> moodle.http(client).budget(budgets.of(site)).patience(ANSWER, FILE, LOOK),
                (site, calendar) -> calendar.http(client).budget(budgets.of(site)));
    }

    /** Returns what counts the looks at all accounts, and what is told of them. */
    Meters meters() {
        return meters;
    }

    /** What is paused is not behind. */
    private Collection<Lag> lags() {
        SortedMap<String, Lag> lags = installation.accounts().lags();
        lags.keySet().retainAll(names());
        return lags.values();
    }

    @Override
    public Set<String> names() {
        Set<String> names = hosting.all().stream()
                .filter(account -> !account.paused())
                .map(HostedAccount::name)
                .collect(Collectors.toCollection(TreeSet::new));
        made.keySet().retainAll(new HashSet<>(names));
        return names;
    }

    @Override
    public Optional<Student> find(String name) {
        return made(name).map(Made::student);
    }

    /** Goes to each mail server that accounts have, and says what is wrong with one. */
    void checkMail(Consumer<String> say) {
        Set<String> asked = new HashSet<>();
        for (HostedAccount account : hosting.all()) {
            try {
                Settings own = hosting.settings(account);
                if (!account.paused() && asked.add(own.get(Mail.SERVER).orElse(""))) {
                    Mail.check(own, words -> say.accept(account.name() + ": " + words));
                }
            } catch (SettingsException e) {
                // Its look says what is wrong.
            }
        }
    }

    /** Bots have the ids that Telegram gave them; several accounts may be told by the same one. */
    @Override
    public Set<String> companions() {
        return hosting.all().stream()
                .flatMap(account -> bot(account).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Optional<Companion> companion(String name) {
        List<Made> told = hosting.all().stream()
                .filter(account -> bot(account).filter(name::equals).isPresent())
                .flatMap(account -> made(account.name()).stream())
                .filter(each -> each.chats().isPresent())
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        TelegramBot.Builder bot = TelegramBot.answering(
                told.get(0).student().tracker().account(), told.get(0).chats().orElseThrow());
        told.stream()
                .skip(1)
                .forEach(each ->
                        bot.and(each.student().tracker().account(), each.chats().orElseThrow()));
        return Optional.of(companion(bot.build()));
    }

    /** Returns the id of the bot that answers for an account; empty if none does. */
    private Optional<String> bot(HostedAccount account) {
        if (account.paused() || !account.settings().containsKey(Chats.CHATS)) {
            return Optional.empty();
        }
        try {
            Settings own = hosting.settings(account);
            return own.get(Chats.TOKEN)
                    .filter(token -> WatchCommand.polls(own))
                    .map(token -> token.replaceFirst(":.*", ""));
        } catch (SettingsException e) {
            // Its look says what is wrong.
            return Optional.empty();
        }
    }

    private static Companion companion(TelegramBot bot) {
        return new Companion() {
            @Override
            public void run() {
                bot.run();
            }

            @Override
            public void stop() {
                bot.stop();
            }
        };
    }

    private Optional<Made> made(String name) {
        Optional<HostedAccount> account = hosting.find(name).filter(known -> !known.paused());
        return account.map(wanted -> {
            Map<String, String> kept = kept(wanted);
            return made.compute(
                    name,
                    (key, before) ->
                            before != null && before.isOf(wanted, MailStop.of(kept)) ? before : make(wanted, kept));
        });
    }

    /** What is kept with an account concerns e-mail alone, and whoever has none need not wait for it. */
    private Map<String, String> kept(HostedAccount account) {
        return Optional.of(account.name())
                .filter(name -> account.settings().containsKey(Mail.TO))
                .flatMap(installation.accounts()::account)
                .map(Account::settings)
                .orElse(Map.of());
    }

    private Made make(HostedAccount hosted, Map<String, String> kept) {
        Settings own = hosting.settings(hosted);
        Source source = Source.of(own, manners);
        Optional<TelegramNotifier> chats = Chats.of(own);
        Tempo tempo = own.tempo();
        Optional<Integer> digest = WatchCommand.digestHour(own);
        Optional<Enricher> model = Model.of(own);
        TrackerBuilder builder = Tracker.of(installation.account(hosted.name(), own))
                .artifacts(installation.artifacts())
                .collector(source.collector())
                .staleAfter(staleAfter(own, tempo))
                .owner(OWNER)
                .observer(meters);
        digest.ifPresent(builder::dailyDigestAt);
        List<Notifier> channels = new ArrayList<>(chats.stream().toList());
        channels.addAll(OtherChannels.of(own, answering.to(hosted.name(), kept)));
        channels.forEach(builder::notifier);
        if (channels.isEmpty() && hosted.origin() == HostedAccount.Origin.ENVIRONMENT) {
            screen.ifPresent(builder::notifier);
        }
        Tracker tracker = builder.build();
        Account account = tracker.account();
        Student student = new Student(source.site(), tracker, tempo, model.map(account::enrichment));
        return new Made(hosted, MailStop.of(kept), student, chats);
    }

    /** Looks that are rarer than the alarm would set it off in between. */
    private static Duration staleAfter(Settings settings, Tempo tempo) {
        Duration said = settings.staleAfter();
        Duration rarest = tempo.longest().multipliedBy(2);
        return said.compareTo(rarest) > 0 ? said : rarest;
    }
}
