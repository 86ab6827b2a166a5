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
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Severity;
import dev.unitracker.report.DispatchReport;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two workers that send what is due at the same store at the same time. */
class TwoDispatchersTest {

    private static final int MESSAGES = 40;

    private final TestClock clock = new TestClock();
    private final FakeCollector source = new FakeCollector("source");
    private final RecordingNotifier notifier = new RecordingNotifier("chat", "ana", "juan");

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void each_message_goes_out_once(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = kind.create();
                Store store = JdbcStore.on(database.pool()).build()) {
            plan(store);
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<DispatchReport> work = () -> {
                Tracker worker = tracker(store);
                start.await(60, TimeUnit.SECONDS);
                return worker.dispatch();
            };

            List<DispatchReport> reports = both(work);

            assertThat(reports)
                    .allSatisfy(report -> assertThat(report.troubles()).isEmpty());
            assertThat(reports.stream().mapToInt(DispatchReport::sent).sum()).isEqualTo(2 * MESSAGES);
            for (String recipient : List.of("ana", "juan")) {
                assertThat(notifier.sentTo(recipient))
                        .hasSize(MESSAGES)
                        .extracting(message -> message.key())
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static List<DispatchReport> both(Callable<DispatchReport> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<DispatchReport> reports = new ArrayList<>();
            for (Future<DispatchReport> future : List.of(threads.submit(work), threads.submit(work))) {
                reports.add(future.get(120, TimeUnit.SECONDS));
            }
            return reports;
        } finally {
            threads.shutdownNow();
        }
    }

    /** A look writes the items, then alerts of them wait to be sent. */
    private void plan(Store store) {
        source.shows(
                "contents/course:1",
                IntStream.range(0, MESSAGES)
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
        List<Delivery> planned = new ArrayList<>();
        for (int number = 0; number < MESSAGES; number++) {
            Notice notice = new ChangeAlert(number + 1, new ItemId("ana", "source", "module:" + number), Severity.HIGH);
            for (String recipient : List.of("ana", "juan")) {
                planned.add(Delivery.of(
                        notice, new Address("chat", recipient), new Timing(clock.instant(), clock.instant(), null)));
            }
        }
        store.inTransaction("default", session -> {
            session.outbox().add(planned);
            return planned;
        });
        clock.advance(Duration.ofMinutes(1));
    }

    private Tracker tracker(Store store) {
        return Tracker.of(store, ZoneId.of("America/Argentina/Buenos_Aires"), Language.SPANISH)
                .clock(clock)
                .collectors(List.of(source))
                .notifier(notifier)
                .build();
    }
}
