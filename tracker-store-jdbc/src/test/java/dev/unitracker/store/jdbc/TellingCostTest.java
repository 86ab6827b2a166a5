package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Tracker;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.Baseline;
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.Sighting;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shows that to tell one of many that wait costs a few statements, and no more than to tell one of a few. */
class TellingCostTest {

    private static final List<Severity> SEVERITIES = List.of(Severity.values());
    private static final int ITEMS = 520;
    private static final int FEW = 130;
    private static final int MANY = 520;

    @ParameterizedTest
    @EnumSource
    void one_of_many_alerts_costs_at_most_six_statements_and_no_more_than_one_of_a_few(TestDatabase.Kind kind) {
        IntFunction<Notice> alerts = number -> new ChangeAlert(
                1 + number,
                new ItemId("default", "source", "module:" + number % ITEMS),
                SEVERITIES.get(number % SEVERITIES.size()));

        double few = statementsEach(kind, FEW, alerts);
        double many = statementsEach(kind, MANY, alerts);

        assertThat(few).isLessThan(6.5);
        assertThat(many).isLessThan(few);
    }

    @ParameterizedTest
    @EnumSource
    void so_it_is_where_no_change_says_which_comes_first(TestDatabase.Kind kind) {
        double many = statementsEach(kind, MANY, number -> new Baseline("look " + number, 1, 2));

        assertThat(many).isLessThan(4);
    }

    private static double statementsEach(TestDatabase.Kind kind, int waiting, IntFunction<Notice> notices) {
        TestClock clock = new TestClock();
        FakeCollector source = new FakeCollector("source");
        RecordingNotifier notifier = new RecordingNotifier("chat", "ana");
        try (WatchedDatabase database = new WatchedDatabase(kind);
                JdbcStore store = JdbcStore.on(database.dataSource()).build()) {
            look(store, clock, source);
            List<Delivery> planned = IntStream.range(0, waiting)
                    .mapToObj(number -> Delivery.of(
                            notices.apply(number),
                            new Address("chat", "ana"),
                            new Timing(clock.instant(), clock.instant(), null)))
                    .toList();
            store.inTransaction("default", session -> {
                session.outbox().add(planned);
                return planned;
            });
            clock.advance(Duration.ofMinutes(1));
            Tracker teller = tracker(store, clock, source, notifier);
            database.statements();

            int sent = teller.dispatch().sent();

            return (double) database.statements().size() / sent;
        }
    }

    private static void look(JdbcStore store, TestClock clock, FakeCollector source) {
        source.shows(
                "contents/course:1",
                IntStream.range(0, ITEMS)
                        .mapToObj(number -> Sighting.of("module:" + number, ItemType.ASSIGNMENT)
                                .course("course:1")
                                .title("Essay " + number)
                                .due(clock.instant().plus(Duration.ofDays(30)), DateRule.ACTIVITY)
                                .build())
                        .toArray(Sighting[]::new));
        Tracker.of(store, ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
                .clock(clock)
                .collectors(List.of(source))
                .build()
                .syncFully();
    }

    private static Tracker tracker(JdbcStore store, TestClock clock, FakeCollector source, RecordingNotifier notifier) {
        return Tracker.of(store, ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
                .clock(clock)
                .collectors(List.of(source))
                .notifier(notifier)
                .build();
    }
}
