package dev.unitracker.internal.tell;

import static dev.unitracker.internal.tell.Outlet.ANA;
import static dev.unitracker.internal.tell.Outlet.BUENOS_AIRES;
import static dev.unitracker.internal.tell.Outlet.ME;
import static dev.unitracker.internal.tell.Outlet.NOW;
import static dev.unitracker.internal.tell.Outlet.delivery;
import static dev.unitracker.internal.tell.Outlet.essay;
import static dev.unitracker.internal.tell.Outlet.id;
import static dev.unitracker.internal.tell.Outlet.items;
import static dev.unitracker.internal.tell.Outlet.ledger;
import static dev.unitracker.internal.tell.Outlet.minutes;
import static dev.unitracker.internal.tell.Outlet.renamed;
import static dev.unitracker.internal.tell.Outlet.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Notice.Digest;
import dev.unitracker.notice.Severity;
import dev.unitracker.report.DispatchReport;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a delivery that its notifier does not send, and of those that come after it. */
class DispatchFailuresTest {

    private static final Notice NEWS = new ChangeAlert(1, id("module:1"), Severity.INFORMATION);
    private static final Notice DIGEST = new Digest(LocalDate.of(2026, 3, 2), NOW);
    private static final Address JUAN = new Address("chat", "juan");

    private final Outlet outlet = new Outlet();
    private final TestClock clock = new TestClock(NOW);
    private final RecordingNotifier chat = new RecordingNotifier("chat", "ana", "juan");
    private final Audience audience = new Audience(List.of(chat));
    private final Dispatcher dispatcher = dispatcher();

    @BeforeEach
    void an_essay_that_moved() {
        outlet.has(items(essay()).and(ledger(Outlet.change(essay(), NOW, false, renamed()))));
    }

    /** The waits after so many attempts, the last of which fails now. */
    @ParameterizedTest
    @CsvSource({
        "1, , PT30S",
        "2, , PT1M",
        "3, , PT2M",
        "7, , PT32M",
        "8, , PT1H",
        "9, , PT1H",
        "70, , PT1H",
        "1, PT29S, PT30S",
        "1, PT31S, PT31S",
        "9, PT2H, PT2H",
        "9, PT24H, PT24H",
        "9, PT24H1S, PT24H",
        "1, PT2562047788015215H, PT24H",
    })
    void what_fails_for_now_is_tried_again_after_a_while_that_grows(
            int attempts, @Nullable String retryAfter, String wait) {
        chat.fails(
                retryAfter == null
                        ? NotDeliveredException.forNow("no network", null)
                        : NotDeliveredException.until(Duration.parse(retryAfter), "no network"));
        outlet.has(told(tried(delivery(DIGEST), attempts - 1), delivery(NEWS)));

        DispatchReport report = dispatcher.send(audience);

        assertThat(report.failed()).isZero();
        assertThat(report.troubles()).containsOnlyKeys("chat");
        assertThat(outlet.outcomes()).containsExactly("change/1#0 PENDING", "digest/2026-03-02#0 PENDING no network");
        assertThat(outlet.deliveries().get(1).notBefore()).isEqualTo(NOW.plus(Duration.parse(wait)));
        assertThat(outlet.deliveries().get(1).attempts()).isEqualTo(attempts);
    }

    /** How it ends after so many attempts, planned so many minutes ago; and whether the next one is tried. */
    @ParameterizedTest
    @CsvSource({
        "now, 7, 20000, PENDING, false",
        "now, 8, 10080, PENDING, false",
        "now, 8, 10081, FAILED, false",
        "now, 70, 10080, PENDING, false",
        "good, 1, 1, FAILED, true",
        "good, 8, 20000, FAILED, true",
    })
    void what_fails_for_good_or_for_a_week_ends_as_failed(
            String until, int attempts, int minutesAgo, State state, boolean nextTried) {
        chat.fails(
                until.equals("good")
                        ? NotDeliveredException.forGood("blocked", null)
                        : NotDeliveredException.forNow("blocked", null));
        Delivery planned = Delivery.of(DIGEST, ANA, new Timing(minutes(-minutesAgo), minutes(-30), null));
        outlet.has(told(tried(planned, attempts - 1), delivery(NEWS)));

        DispatchReport report = dispatcher.send(audience);

        Delivery ended = outlet.deliveries().get(1);
        assertThat(ended.state()).isEqualTo(state);
        assertThat(ended.detail()).isEqualTo("blocked");
        assertThat(ended.endedAt()).isEqualTo(state == State.FAILED ? NOW : null);
        assertThat(outlet.deliveries().get(0).attempts()).isEqualTo(nextTried ? 1 : 0);
        assertThat(report.failed()).isEqualTo((state == State.FAILED ? 1 : 0) + (nextTried ? 1 : 0));
    }

    @Test
    void a_channel_that_asks_for_patience_for_one_recipient_gets_it_until_then_and_tells_the_others() {
        outlet.has(told(delivery(NEWS), delivery(NEWS, JUAN, null)));
        chat.before(() -> {
            chat.before(() -> {});
            throw NotDeliveredException.until(Duration.ofMinutes(10), "too many requests");
        });

        dispatcher.send(audience);
        List<String> first = List.copyOf(chat.headlines());
        outlet.has(told(delivery(DIGEST)));
        clock.advance(Duration.ofMinutes(10).minusNanos(1));
        DispatchReport waiting = dispatcher.send(audience);
        clock.advance(Duration.ofNanos(1));
        DispatchReport later = dispatcher.send(audience);

        assertThat(first).hasSize(1).allMatch(line -> line.startsWith("juan: "));
        assertThat(waiting.sent()).isZero();
        assertThat(later.sent()).isEqualTo(2);
    }

    @Test
    void without_a_wish_for_patience_what_is_new_is_tried_at_the_next_call() {
        outlet.has(told(delivery(NEWS)));
        chat.fails(NotDeliveredException.forNow("no network", null));
        dispatcher.send(audience);
        chat.recovers();
        outlet.has(told(delivery(DIGEST)));

        assertThat(dispatcher.send(audience).sent()).isEqualTo(1);
    }

    @Test
    void whatever_else_a_notifier_throws_is_its_own_failure_and_says_no_secret() {
        outlet.has(told(delivery(NEWS)));
        chat.before(() -> {
            throw new AssertionError("bot123:secret");
        });

        DispatchReport report = dispatcher.send(audience);

        assertThat(report.troubles().get("chat")).hasMessage("chat failed unexpectedly");
        assertThat(outlet.outcomes()).containsExactly("change/1#0 PENDING chat failed unexpectedly");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("meanwhile")
    void what_somebody_did_while_a_sending_failed_stays(
            String what,
            RuntimeException trouble,
            UnaryOperator<Delivery> done,
            String line,
            int failed,
            long minutes) {
        outlet.has(told(delivery(NEWS)));
        chat.before(() -> {
            change(outlet.deliveries().get(0), done);
            throw trouble;
        });

        DispatchReport report = dispatcher.send(audience);

        assertThat(outlet.outcomes()).containsExactly(line);
        assertThat(report.failed()).isEqualTo(failed);
        assertThat(outlet.deliveries().get(0).notBefore()).isEqualTo(minutes(minutes));
    }

    static Stream<Arguments> meanwhile() {
        RuntimeException now = NotDeliveredException.until(Duration.ofMinutes(5), "no");
        RuntimeException good = NotDeliveredException.forGood("no", null);
        UnaryOperator<Delivery> takenAgain = one -> one.taken(NOW.plusSeconds(600));
        UnaryOperator<Delivery> sent = one -> one.ended(State.SENT, "", NOW);
        UnaryOperator<Delivery> putOff = one ->
                new Delivery(one.notice(), 0, one.to(), new Timing(one.createdAt(), minutes(60), null), one.progress());
        return Stream.of(
                arguments("nothing", now, UnaryOperator.identity(), "change/1#0 PENDING no", 0, 5),
                arguments("nothing, for good", good, UnaryOperator.identity(), "change/1#0 FAILED no", 1, 0),
                arguments("somebody sent it", now, sent, "change/1#0 SENT", 0, 0),
                arguments("somebody sent it, for good", good, sent, "change/1#0 SENT", 0, 0),
                arguments("somebody has it", now, takenAgain, "change/1#0 PENDING", 0, 0),
                arguments("somebody has it, for good", good, takenAgain, "change/1#0 PENDING", 0, 0),
                arguments("it was put off for longer", now, putOff, "change/1#0 PENDING no", 0, 60));
    }

    private void change(Delivery delivery, UnaryOperator<Delivery> done) {
        outlet.has(session -> session.outbox().save(done.apply(delivery)));
    }

    private static Delivery tried(Delivery delivery, int attempts) {
        Delivery tried = delivery;
        for (int i = 0; i < attempts; i++) {
            tried = tried.taken(NOW).postponed(delivery.notBefore().minusSeconds(1), "");
        }
        return tried;
    }

    private Dispatcher dispatcher() {
        MessageWriter writer = new MessageWriter(
                BUENOS_AIRES,
                Texts.in(Language.ENGLISH),
                (session, window, now) -> List.of(Line.of(Style.PLAIN, "the day")));
        return new Dispatcher(outlet.store, ME, AlertSettings.in(BUENOS_AIRES), writer, clock::instant);
    }
}
