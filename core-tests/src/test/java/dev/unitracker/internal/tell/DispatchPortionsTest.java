package dev.unitracker.internal.tell;

import static dev.unitracker.internal.tell.Outlet.ANA;
import static dev.unitracker.internal.tell.Outlet.BUENOS_AIRES;
import static dev.unitracker.internal.tell.Outlet.ME;
import static dev.unitracker.internal.tell.Outlet.NOW;
import static dev.unitracker.internal.tell.Outlet.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.StoreException;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.Baseline;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.ForwardingStore;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a hundred deliveries that wait, a channel that is quick is given several at once. */
class DispatchPortionsTest {

    private static final int WAITING = 100;

    private final Outlet outlet = new Outlet();
    private final TestClock clock = new TestClock(NOW);
    private final RecordingNotifier chat = new RecordingNotifier("chat", "ana");
    private final List<Integer> held = new ArrayList<>();

    @BeforeEach
    void many_that_wait() {
        outlet.has(told(IntStream.range(0, WAITING)
                .mapToObj(number ->
                        Delivery.of(notice(number), ANA, new Timing(NOW, NOW.plusNanos(1000L * number), null)))
                .toArray(Delivery[]::new)));
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void a_quick_one_gets_more_and_more_and_all_of_them_once_in_their_order() {
        chat.before(this::note);

        assertThat(dispatcher(outlet.store).send(new Audience(List.of(chat))).sent())
                .isEqualTo(WAITING);

        assertThat(held).startsWith(1, 2, 1, 4, 3, 2, 1, 8).contains(32);
        assertThat(chat.sent())
                .extracting(Message::key)
                .containsExactlyElementsOf(IntStream.range(0, WAITING)
                        .mapToObj(number -> notice(number).key() + "#0 chat/ana")
                        .toList());
        assertThat(outlet.deliveries()).allMatch(one -> one.state() == State.SENT && one.attempts() == 1);
    }

    @Test
    void a_slow_one_gets_one_after_the_other() {
        chat.before(() -> {
            note();
            clock.advance(Duration.ofSeconds(3));
        });

        dispatcher(outlet.store).send(new Audience(List.of(chat)));

        assertThat(held).hasSize(WAITING).containsOnly(1);
    }

    @Test
    void what_was_taken_with_one_that_fails_is_free_at_once_as_if_nobody_had_taken_it() {
        chat.before(() -> {
            if (chat.sent().size() == 20) {
                throw NotDeliveredException.forNow("no network", null);
            }
        });

        dispatcher(outlet.store).send(new Audience(List.of(chat)));

        assertThat(chat.sent()).hasSize(20);
        List<Delivery> waiting = outlet.deliveries().stream()
                .filter(one -> one.state() == State.PENDING)
                .toList();
        assertThat(waiting).hasSize(80).allMatch(one -> one.takenUntil() == null);
        assertThat(waiting.stream().filter(one -> one.attempts() == 0)).hasSize(79);
    }

    @Test
    void after_one_that_is_lost_for_good_the_others_are_sent() {
        chat.before(() -> {
            if (chat.sent().size() == 20) {
                chat.before(() -> {});
                throw NotDeliveredException.forGood("too long", null);
            }
        });

        assertThat(dispatcher(outlet.store).send(new Audience(List.of(chat))).sent())
                .isEqualTo(99);
    }

    /** What waits behind a slow one is an old story by then: it is asked anew whether it is worth telling. */
    @Test
    void what_was_taken_a_minute_ago_is_taken_anew() {
        chat.before(() -> {
            if (chat.sent().size() == 8) {
                clock.advance(Duration.ofMinutes(2));
                outlet.has(session -> session.outbox()
                        .save(session.outbox()
                                .find(notice(9).key() + "#0 chat/ana")
                                .orElseThrow()
                                .acknowledged(clock.instant())));
            }
        });

        assertThat(dispatcher(outlet.store).send(new Audience(List.of(chat))).skipped())
                .isEqualTo(1);

        assertThat(chat.sent())
                .hasSize(99)
                .extracting(Message::key)
                .doesNotContain(notice(9).key() + "#0 chat/ana");
        assertThat(outlet.deliveries()).allMatch(one -> one.takenUntil() == null);
    }

    @Test
    void of_what_a_dead_one_had_taken_only_what_it_was_sending_comes_twice_and_the_rest_after_five_minutes() {
        chat.before(() -> {
            if (chat.sent().size() == 20) {
                held.add(20);
            }
        });
        Dispatcher dying = dispatcher(new ForwardingStore(outlet.store) {
            @Override
            public <T> T inTransaction(String account, Work<T> work) {
                if (!held.isEmpty()) {
                    throw new Died();
                }
                return super.inTransaction(account, work);
            }
        });

        assertThatThrownBy(() -> dying.send(new Audience(List.of(chat)))).isInstanceOf(Died.class);
        dispatcher(outlet.store).send(new Audience(List.of(chat)));
        int soon = chat.sent().size();
        clock.advance(Duration.ofMinutes(5));
        dispatcher(outlet.store).send(new Audience(List.of(chat)));

        List<String> keys = chat.sent().stream().map(Message::key).toList();
        assertThat(soon).isBetween(WAITING / 2, WAITING - 1);
        assertThat(keys).hasSize(WAITING + 1);
        assertThat(new HashSet<>(keys)).hasSize(WAITING);
        assertThat(outlet.deliveries()).allMatch(one -> one.state() == State.SENT);
    }

    @Test
    void one_that_cannot_be_read_keeps_none_waiting_that_comes_before_it() {
        Dispatcher dispatcher = dispatcher(new ForwardingStore(outlet.store) {
            @Override
            public <T> T inTransaction(String account, Work<T> work) {
                return super.inTransaction(account, session -> {
                    T done = work.in(session);
                    if (session.outbox()
                            .find(notice(50).key() + "#0 chat/ana")
                            .filter(one -> one.takenUntil() != null)
                            .isPresent()) {
                        throw new StoreException("could not read a row");
                    }
                    return done;
                });
            }
        });

        dispatcher.send(new Audience(List.of(chat)));

        assertThat(chat.sent()).hasSize(50);
    }

    private void note() {
        held.add((int) outlet.deliveries().stream()
                .filter(one -> one.takenUntil() != null)
                .count());
    }

    private static Notice notice(int number) {
        return new Baseline("look %03d".formatted(number), 1, number);
    }

    private Dispatcher dispatcher(Store store) {
        MessageWriter writer = new MessageWriter(
                BUENOS_AIRES,
                Texts.in(Language.ENGLISH),
                (session, window, now) -> List.of(Line.of(Style.PLAIN, "the day")));
        return new Dispatcher(store, ME, AlertSettings.in(BUENOS_AIRES), writer, clock::instant);
    }

    /** The end of a process. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }
}
