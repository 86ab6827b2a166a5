package dev.unitracker.telegram;

import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.Example;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A student, her course, her tracker, and her chat with the bot. */
final class Conversation implements AutoCloseable {

    static final String ESSAY = "module:5";
    static final Instant DUE = Example.NOON.plus(Duration.ofDays(10));

    private static final Sighting ALGEBRA = Sighting.of(Example.COURSE, ItemType.COURSE)
            .course(Example.COURSE)
            .title("Álgebra")
            .build();

    final BotApiSimulator telegram = new BotApiSimulator();
    final TestClock clock = new TestClock();
    final Store store;
    final FakeCollector collector = new FakeCollector("example");
    final TelegramNotifier notifier;
    final Tracker tracker;

    Conversation() {
        this(new InMemoryStore());
    }

    /**
     * @param more chats that are told besides Ana and the group
     */
    Conversation(Store store, String... more) {
        this.store = store;
        this.notifier = TelegramNotifier.to(BotApiSimulator.ANA, BotApiSimulator.TOKEN)
                .and(BotApiSimulator.GROUP)
                .and(more)
                .baseUrl(telegram.url())
                .build();
        this.tracker = Tracker.of(Accounts.in(store).create(Example.ACCOUNT, ZoneOffset.UTC, Language.ENGLISH))
                .collectors(List.of(collector))
                .notifier(notifier)
                .clock(clock)
                .staleAfter(Duration.ofDays(365))
                .build();
    }

    /** Looks an hour later and sees the course with just this. */
    void look(Sighting... sightings) {
        clock.advance(Duration.ofHours(1));
        collector.shows(
                "contents",
                Stream.concat(Stream.of(ALGEBRA), Stream.of(sightings)).toArray(Sighting[]::new));
        tracker.sync();
    }

    /** Looks twice; the second time a deadline has moved, which is told. */
    void deadlineMoves() {
        look(essay(DUE));
        look(essay(DUE.plus(Duration.ofDays(1))));
    }

    static Sighting essay(Instant due) {
        return assignment(5, "Essay <1>", due);
    }

    static Sighting assignment(int number, String title, Instant due) {
        return Sighting.of("module:" + number, ItemType.ASSIGNMENT)
                .course(Example.COURSE)
                .title(title)
                .url("https://campus.example.edu/mod/assign/view.php?id=" + number)
                .due(due, DateRule.ACTIVITY)
                .build();
    }

    static ItemId id(String key) {
        return Example.id(key);
    }

    TelegramBot bot() {
        return builder().build();
    }

    TelegramBot.Builder builder() {
        return TelegramBot.answering(tracker.account(), notifier).zone(ZoneOffset.UTC);
    }

    /** Writes something and returns what is answered. */
    List<String> ask(TelegramBot bot, String text) {
        int before = ana().messages.size();
        telegram.write(BotApiSimulator.ANA, text);
        bot.poll();
        return new ArrayList<>(ana().texts().subList(before, ana().messages.size()));
    }

    SimulatedChat ana() {
        return telegram.chat(BotApiSimulator.ANA);
    }

    @Override
    public void close() {
        telegram.close();
    }
}
