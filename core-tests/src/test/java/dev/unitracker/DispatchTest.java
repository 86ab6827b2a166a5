package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.StoreException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Notice;
import dev.unitracker.report.DispatchReport;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.FakeCollector;
import dev.unitracker.testkit.ForwardingStore;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatchTest {

    private static final Instant DUE = Classroom.START.plus(Duration.ofDays(20));

    private final TestClock clock = new TestClock(Classroom.START);
    private final InMemoryStore store = new InMemoryStore();
    private final FakeCollector collector = new FakeCollector("source");
    private final RecordingNotifier first = new RecordingNotifier("first");
    private final RecordingNotifier second = new RecordingNotifier("second", "ana", "juan");
    private final Tracker tracker = tracker(store);

    @BeforeEach
    void a_course_with_one_deadline() {
        look(DUE);
        first.forget();
        second.forget();
    }

    @Test
    void every_recipient_is_told_each_change_once() {
        look(DUE.plusSeconds(60));
        tracker.dispatch();

        assertThat(first.headlines()).containsExactly("Deadline moved: Activity 1 (course:2)");
        assertThat(second.headlines())
                .containsExactly(
                        "ana: Deadline moved: Activity 1 (course:2)", "juan: Deadline moved: Activity 1 (course:2)");
    }

    @Test
    void a_first_look_is_one_line() {
        Tracker other = Tracker.of(Accounts.in(store)
                        .create("other", ZoneId.of("America/Argentina/Buenos_Aires"), Language.ENGLISH))
                .clock(clock)
                .collectors(List.of(collector))
                .notifier(first)
                .build();

        other.sync();
        other.sync();

        assertThat(first.headlines())
                .containsExactly("1 item noted silently. You will hear of what changes from now on.");
    }

    @Test
    void who_fails_is_offered_the_same_later_and_the_others_are_told() {
        first.fails(new IllegalStateException("no network"));

        look(DUE.plusSeconds(60));
        first.recovers();
        tracker.dispatch();
        List<String> tooSoon = List.copyOf(first.headlines());
        clock.advance(Duration.ofMinutes(1));
        tracker.dispatch();

        assertThat(second.headlines()).hasSize(2);
        assertThat(tooSoon).isEmpty();
        assertThat(first.headlines()).containsExactly("Deadline moved: Activity 1 (course:2)");
    }

    @Test
    void many_that_wait_cost_one_transaction_each() {
        FailingStore counting = new FailingStore(store);
        store.inTransaction("default", session -> {
            for (int number = 0; number < 500; number++) {
                session.outbox()
                        .add(List.of(Delivery.of(
                                new Notice.Baseline("look " + number, 1, 2),
                                new Delivery.Address("first", ""),
                                new Delivery.Timing(clock.instant(), clock.instant(), null))));
            }
            return true;
        });
        Tracker again = tracker(counting);
        int before = counting.asked.get();

        DispatchReport report = again.dispatch();

        assertThat(report.sent()).isEqualTo(500);
        assertThat(counting.asked.get() - before).isLessThan(510);
    }

    @Test
    void a_failure_is_reported_by_channel_and_kept_with_the_delivery() {
        RuntimeException failure = new IllegalStateException("no network");
        first.fails(failure);
        look(DUE.plusSeconds(60));
        clock.advance(Duration.ofMinutes(5));

        DispatchReport report = tracker.dispatch();

        assertThat(report.troubles()).hasSize(1).containsEntry("first", failure);
        assertThat(deliveries("first")).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.PENDING);
            assertThat(delivery.detail()).isEqualTo("IllegalStateException");
            assertThat(delivery.attempts()).isEqualTo(2);
        });
    }

    @Test
    void what_a_foreign_notifier_throws_is_not_written_down() {
        first.fails(new IllegalStateException("POST https://chat.example.org/bot123:secret/send: 500"));
        look(DUE.plusSeconds(60));
        clock.advance(Duration.ofMinutes(5));

        DispatchReport report = tracker.dispatch();

        assertThat(deliveries("first").toString()).doesNotContain("secret");
        assertThat(report.warnings().toString()).doesNotContain("secret").contains("IllegalStateException");
    }

    @Test
    void what_cannot_be_sent_ends_as_failed_and_the_next_is_tried() {
        first.fails(NotDeliveredException.forGood("the chat blocked the bot", null));
        look(DUE.plusSeconds(60));
        first.recovers();

        look(DUE.plusSeconds(120));

        assertThat(first.headlines()).hasSize(1);
        assertThat(deliveries("first"))
                .extracting(Delivery::state)
                .containsExactlyInAnyOrder(State.FAILED, State.SENT, State.PENDING);
    }

    @Test
    void a_report_says_what_is_tried_again_and_what_is_lost() {
        first.fails(NotDeliveredException.forNow("no network", null));
        look(DUE.plusSeconds(60));
        clock.advance(Duration.ofMinutes(5));
        DispatchReport passing = tracker.dispatch();
        first.fails(NotDeliveredException.forGood("the chat blocked the bot; write /start to it", null));
        clock.advance(Duration.ofMinutes(5));

        DispatchReport lasting = tracker.dispatch();

        assertThat(passing.warnings()).containsExactly("first: no network; it is tried again later");
        assertThat(lasting.warnings())
                .containsExactly("first: the chat blocked the bot; write /start to it; 1 message is lost, until that is"
                        + " mended");
        assertThat(tracker.dispatch().warnings()).isEmpty();
    }

    @Test
    void a_channel_that_asks_for_patience_gets_it() {
        first.fails(NotDeliveredException.until(Duration.ofMinutes(10), "too many requests"));
        look(DUE.plusSeconds(60));
        first.recovers();

        clock.advance(Duration.ofMinutes(9));
        tracker.dispatch();
        List<String> tooSoon = List.copyOf(first.headlines());
        clock.advance(Duration.ofMinutes(1));
        tracker.dispatch();

        assertThat(tooSoon).isEmpty();
        assertThat(first.headlines()).hasSize(1);
    }

    @Test
    void what_comes_later_waits_too_while_a_channel_asks_for_patience() {
        first.fails(NotDeliveredException.until(Duration.ofMinutes(10), "too many requests"));
        look(DUE.plusSeconds(60));
        first.recovers();

        clock.advance(Duration.ofMinutes(9));
        look(DUE.plusSeconds(120));
        List<String> tooSoon = List.copyOf(first.headlines());
        clock.advance(Duration.ofMinutes(1));
        tracker.dispatch();

        assertThat(tooSoon).isEmpty();
        assertThat(first.headlines()).hasSize(2);
        assertThat(second.headlines()).hasSize(4);
    }

    @Test
    void one_that_always_fails_delays_nobody_by_a_moment() {
        List<Instant> arrived = new ArrayList<>();
        second.before(() -> arrived.add(clock.instant()));
        first.fails(new IllegalStateException("no network"));
        List<Instant> looked = new ArrayList<>();

        for (int i = 1; i <= 20; i++) {
            clock.advance(Duration.ofMinutes(7));
            looked.add(clock.instant());
            look(DUE.plusSeconds(60L * i));
        }

        assertThat(first.headlines()).isEmpty();
        assertThat(arrived)
                .containsExactlyElementsOf(looked.stream()
                        .flatMap(moment -> Stream.of(moment, moment))
                        .toList());
    }

    @Test
    void notifiers_are_called_by_one_thread_at_a_time() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        first.fails(new IllegalStateException("no network"));
        second.fails(new IllegalStateException("no network"));
        for (int i = 1; i <= 20; i++) {
            look(DUE.plusSeconds(60L * i));
        }
        first.recovers();
        second.recovers();
        first.before(() -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            tracker.account().deliveries(1);
            inside.decrementAndGet();
        });
        clock.advance(Duration.ofHours(1));

        Thread other = new Thread(tracker::dispatch);
        other.start();
        tracker.dispatch();
        other.join(Duration.ofMinutes(1).toMillis());

        assertThat(most).hasValue(1);
        assertThat(first.headlines()).hasSize(20);
    }

    @Test
    void an_alert_is_repeated_twice_until_it_is_acknowledged() {
        look(DUE.plusSeconds(60));

        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofHours(12));
            tracker.dispatch();
        }

        assertThat(first.headlines())
                .containsExactly(
                        "Deadline moved: Activity 1 (course:2)",
                        "Deadline moved: Activity 1 (course:2) (in case you missed it)",
                        "Deadline moved: Activity 1 (course:2) (in case you missed it)");
        assertThat(first.sent()).extracting(Message::key).doesNotHaveDuplicates();
    }

    @Test
    void an_acknowledged_change_is_not_repeated_but_a_later_one_is_told() {
        SyncReport moved = look(DUE.plusSeconds(60));

        boolean known = tracker.account().acknowledge(moved.news().get(0).number());
        clock.advance(Duration.ofHours(13));
        tracker.dispatch();
        look(DUE.plusSeconds(120));

        assertThat(known).isTrue();
        assertThat(first.headlines())
                .containsExactly("Deadline moved: Activity 1 (course:2)", "Deadline moved: Activity 1 (course:2)");
        assertThat(tracker.account().acknowledge(4711)).isFalse();
    }

    @Test
    void what_is_done_is_told_no_more() {
        look(DUE.plusSeconds(60));

        tracker.account().markDone(new ItemId("default", "source", "module:1"));
        clock.advance(Duration.ofHours(13));
        tracker.dispatch();

        assertThat(first.headlines()).hasSize(1);
        assertThat(deliveries("first"))
                .filteredOn(delivery -> delivery.state() == State.SKIPPED)
                .extracting(Delivery::detail)
                .containsExactly("completed");
    }

    @Test
    void what_is_snoozed_comes_again_later_and_not_before() {
        look(DUE.plusSeconds(60));

        tracker.account().snooze(new ItemId("default", "source", "module:1"), Duration.ofDays(1));
        clock.advance(Duration.ofHours(23));
        tracker.dispatch();
        int before = first.headlines().size();
        clock.advance(Duration.ofHours(1));
        tracker.dispatch();

        assertThat(before).isEqualTo(1);
        assertThat(first.headlines()).hasSize(2);
    }

    @Test
    void a_look_is_reported_even_if_nobody_can_be_told() {
        FailingStore broken = new FailingStore(store);
        Tracker fragile = tracker(broken);
        first.before(() -> broken.failures.set(1));
        collector.showsOnly(seen(CONTENTS, due(DUE.plusSeconds(60))));

        SyncReport report = fragile.sync();

        assertThat(report.news()).hasSize(1);
        assertThat(report.complete()).isTrue();
    }

    @Test
    void what_was_sent_but_not_noted_is_sent_again_with_the_same_key_and_nothing_else_is() {
        FailingStore broken = new FailingStore(store);
        Tracker fragile = tracker(broken);
        first.before(() -> broken.failures.set(1));
        collector.showsOnly(seen(CONTENTS, due(DUE.plusSeconds(60))));
        fragile.sync();
        first.before(() -> {});

        clock.advance(Duration.ofMinutes(5));
        fragile.dispatch();

        assertThat(first.sent()).hasSize(2);
        assertThat(first.sent().get(0).key()).isEqualTo(first.sent().get(1).key());
        assertThat(second.headlines()).hasSize(2);
    }

    private List<Delivery> deliveries(String channel) {
        return tracker.account().deliveries(100).stream()
                .filter(delivery -> delivery.channel().equals(channel))
                .filter(delivery -> delivery.notice().item().isPresent())
                .toList();
    }

    private SyncReport look(Instant due) {
        collector.showsOnly(seen(CONTENTS, due(due)));
        return tracker.sync();
    }

    private static Sighting due(Instant due) {
        return module(1).due(due, DateRule.ACTIVITY).build();
    }

    private Tracker tracker(Store store) {
        return Tracker.of(store, ZoneId.of("America/Argentina/Buenos_Aires"), Language.ENGLISH)
                .clock(clock)
                .owner("looking")
                .staleAfter(Duration.ofDays(365))
                .collectors(List.of(collector))
                .notifier(first)
                .notifier(second)
                .build();
    }

    /** A store that cannot be reached for some transactions. */
    private static final class FailingStore extends ForwardingStore {
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();

        FailingStore(Store store) {
            super(store);
        }

        @Override
        public <T> T inTransaction(String account, Work<T> work) {
            asked.incrementAndGet();
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new StoreException("the database is away");
            }
            return super.inTransaction(account, work);
        }
    }
}
