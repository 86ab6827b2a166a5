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

import dev.unitracker.dates.FactType;
import dev.unitracker.error.StoreException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.FieldKey.OfFact;
import dev.unitracker.model.FieldKey.Part;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Notice.Digest;
import dev.unitracker.notice.QuietHours;
import dev.unitracker.notice.Severity;
import dev.unitracker.report.DispatchReport;
import dev.unitracker.spi.Store;
import dev.unitracker.testkit.ForwardingStore;
import dev.unitracker.testkit.RecordingNotifier;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of each delivery that is due: sent, skipped, failed, put off, or told again. */
class DispatcherTest {

    private static final Notice ALERT = new ChangeAlert(1, id("module:1"), Severity.MEDIUM);
    private static final Notice NEWS = new ChangeAlert(1, id("module:1"), Severity.INFORMATION);
    private static final Notice DIGEST = new Digest(LocalDate.of(2026, 3, 2), NOW);
    private static final Address JUAN = new Address("chat", "juan");
    private static final AlertSettings LOUD = AlertSettings.in(BUENOS_AIRES);

    private final Outlet outlet = new Outlet();
    private final TestClock clock = new TestClock(NOW);
    private final RecordingNotifier chat = new RecordingNotifier("chat", "ana", "juan");
    private final Audience audience = new Audience(List.of(chat));
    private final List<Line> digest = new ArrayList<>(List.of(Line.of(Style.PLAIN, "the day")));
    private @Nullable RuntimeException wordless;

    @BeforeEach
    void an_essay_that_moved() {
        outlet.has(items(essay()).and(ledger(Outlet.change(essay(), NOW, false, renamed()))));
    }

    @Test
    void what_is_due_is_sent_in_order_and_counted_and_what_is_not_waits() {
        Delivery later = Delivery.of(DIGEST, JUAN, new Timing(NOW, NOW.plusSeconds(1), null));
        outlet.has(told(delivery(NEWS), delivery(DIGEST), later));

        DispatchReport report = send(LOUD);

        assertThat(report).isEqualTo(new DispatchReport(2, 0, 0, Map.of()));
        assertThat(outlet.outcomes())
                .containsExactly("change/1#0 SENT", "digest/2026-03-02#0 SENT", "digest/2026-03-02#0 PENDING");
        assertThat(chat.sentTo("ana"))
                .extracting(Message::key)
                .containsExactly("digest/2026-03-02#0 chat/ana", "change/1#0 chat/ana");
        assertThat(outlet.deliveries().get(0).endedAt()).isEqualTo(NOW);
        assertThat(outlet.deliveries().get(0).attempts()).isEqualTo(1);
    }

    @Test
    void while_it_is_sent_nobody_else_gets_it_for_five_minutes() {
        List<@Nullable Instant> taken = new ArrayList<>();
        chat.before(() -> taken.add(outlet.deliveries().get(0).takenUntil()));
        outlet.has(told(delivery(NEWS)));

        send(LOUD);

        assertThat(taken).containsExactly(NOW.plus(Duration.ofMinutes(5)));
        assertThat(outlet.deliveries().get(0).takenUntil()).isNull();
    }

    @Test
    void what_is_worth_nothing_is_skipped_and_what_comes_after_it_is_sent() {
        outlet.has(told(delivery(new ChangeAlert(1, id("module:9"), Severity.HIGH)), delivery(DIGEST)));

        DispatchReport report = send(LOUD);

        assertThat(report.skipped()).isEqualTo(1);
        assertThat(report.sent()).isEqualTo(1);
        assertThat(outlet.outcomes())
                .containsExactly("change/1#0 SKIPPED the item is not there", "digest/2026-03-02#0 SENT");
        assertThat(outlet.deliveries().get(0).endedAt()).isEqualTo(NOW);
    }

    @Test
    void what_a_store_does_over_again_is_counted_once() {
        outlet.has(told(delivery(new ChangeAlert(1, id("module:9"), Severity.HIGH)), delivery(DIGEST)));

        DispatchReport report =
                dispatcher(LOUD, new RetryingStore(outlet.store)).send(audience);

        assertThat(report).isEqualTo(new DispatchReport(1, 1, 0, Map.of()));
    }

    @Test
    void what_cannot_be_put_into_words_fails_and_what_comes_after_it_is_sent() {
        wordless = new TrackerException("no words");
        outlet.has(told(delivery(DIGEST), delivery(NEWS, JUAN, null)));

        DispatchReport report = send(LOUD);

        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.sent()).isEqualTo(1);
        assertThat(outlet.outcomes())
                .containsExactly("change/1#0 SENT", "digest/2026-03-02#0 FAILED cannot be put into words: no words");
        assertThat(outlet.deliveries().get(1).endedAt()).isEqualTo(NOW);
    }

    @Test
    void what_a_store_cannot_read_is_tried_again_and_another_channel_is_told() {
        RuntimeException away = new StoreException("the database is away");
        wordless = away;
        RecordingNotifier mail = new RecordingNotifier("mail");
        outlet.has(told(delivery(DIGEST), delivery(NEWS, new Address("mail", ""), null)));

        DispatchReport report = dispatcher(LOUD).send(new Audience(List.of(chat, mail)));

        assertThat(report.troubles()).containsOnlyKeys("chat").containsEntry("chat", away);
        assertThat(outlet.outcomes()).containsExactly("change/1#0 SENT", "digest/2026-03-02#0 PENDING");
        assertThat(mail.sent()).hasSize(1);
    }

    /** It is noon. What takes place or expires in quiet hours is told before them, if it still can be. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "no quiet hours, 00:00-00:00, , , change/1#0 SENT, 0",
        "quiet, 11:00-13:00, , , change/1#0 PENDING quiet hours, 60",
        "quiet until now, 11:00-12:00, , , change/1#0 SENT, 0",
        "'quiet, and worth something later', 11:00-13:00, 61, , change/1#0 PENDING quiet hours, 60",
        "'quiet, and worth nothing later', 11:00-13:00, 60, , change/1#0 SENT, 0",
        "'quiet, and the exam is afterwards', 11:00-13:00, , 61, change/1#0 PENDING quiet hours, 60",
        "'quiet, and the exam is meanwhile', 11:00-13:00, , 59, change/1#0 SENT, 0",
    })
    void what_is_due_in_quiet_hours_waits_for_their_end_as_long_as_it_is_of_use(
            String what, String quiet, @Nullable Integer expires, @Nullable Integer exam, String line, int minutes) {
        AlertSettings settings =
                LOUD.quiet(QuietHours.parse(quiet, BUENOS_AIRES)).repeat(Duration.ofHours(12), 0);
        long told = 1;
        if (exam != null) {
            String field = new OfFact(FactType.EXAM_AT, "parcial", 1, Part.VALUE).text();
            outlet.has(ledger(Outlet.change(
                    essay(),
                    NOW,
                    false,
                    new FieldChange(field, null, minutes(exam).toString()))));
            told = 2;
        }
        outlet.has(told(delivery(
                new ChangeAlert(told, id("module:1"), Severity.HIGH), ANA, expires == null ? null : minutes(expires))));

        DispatchReport report = send(settings);

        assertThat(outlet.outcomes()).containsExactly(line.replace("change/1", "change/" + told));
        assertThat(outlet.deliveries().get(0).notBefore()).isEqualTo(minutes(minutes));
        assertThat(report.sent()).isEqualTo(line.endsWith("SENT") ? 1 : 0);
    }

    @Test
    void behind_what_waits_for_the_end_of_quiet_hours_comes_what_does_not() {
        outlet.has(told(delivery(NEWS), delivery(DIGEST, ANA, NOW.plusSeconds(60))));

        send(LOUD.quiet(QuietHours.parse("11:00-13:00", BUENOS_AIRES)));

        assertThat(outlet.outcomes()).containsExactly("change/1#0 PENDING quiet hours", "digest/2026-03-02#0 SENT");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("repeats")
    void an_alert_is_told_again_until_it_is_known(
            String what, AlertSettings settings, Delivery delivery, @Nullable Instant again) {
        outlet.has(told(delivery));

        send(settings);

        assertThat(chat.sentTo("ana")).hasSize(1);
        assertThat(outlet.deliveries().stream()
                        .filter(one -> one.state() == State.PENDING)
                        .map(Delivery::timing))
                .isEqualTo(again == null ? List.of() : List.of(new Timing(NOW, again, delivery.expiresAt())));
        assertThat(outlet.deliveries())
                .extracting(Delivery::repeat)
                .endsWith(delivery.repeat() + (again == null ? 0 : 1));
    }

    static Stream<Arguments> repeats() {
        Instant tonight = NOW.plus(Duration.ofHours(12));
        Instant morning = NOW.plus(Duration.ofHours(19));
        Delivery once = delivery(ALERT);
        AlertSettings nights = LOUD.quiet(QuietHours.parse("22:00-07:00", BUENOS_AIRES));
        AlertSettings allDay = LOUD.quiet(QuietHours.parse("12:01-11:59", BUENOS_AIRES));
        return Stream.of(
                arguments("the first time", LOUD, once, tonight),
                arguments("the second time", LOUD, again(once), tonight),
                arguments("the third time", LOUD, again(again(once)), null),
                arguments("never twice", LOUD.repeat(Duration.ofHours(12), 0), once, null),
                arguments("only news", LOUD, delivery(NEWS), null),
                arguments("a digest", LOUD, delivery(DIGEST), null),
                arguments("it expires by then", LOUD, delivery(ALERT, ANA, tonight), null),
                arguments("it expires after that", LOUD, delivery(ALERT, ANA, tonight.plusSeconds(1)), tonight),
                arguments("it would come at night", nights, once, morning),
                arguments(
                        "it would come at night, and expires by then",
                        nights,
                        delivery(ALERT, ANA, morning),
                        NOW.plus(Duration.ofHours(9).plusMinutes(45))),
                arguments(
                        "quiet hours began before it was sent",
                        allDay,
                        delivery(ALERT, ANA, NOW.plus(Duration.ofHours(13))),
                        tonight));
    }

    @Test
    void who_says_that_he_knows_or_puts_it_off_while_it_is_sent_is_heard() {
        outlet.has(told(delivery(ALERT), delivery(ALERT, JUAN, null)));
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        List<UnaryOperator<Delivery>> meanwhile = new ArrayList<>(List.of(
                ana -> ana.acknowledged(NOW),
                juan -> new Delivery(
                        juan.notice(),
                        juan.repeat(),
                        juan.to(),
                        new Timing(juan.createdAt(), tomorrow, null),
                        juan.progress())));
        chat.before(() -> change(
                outlet.deliveries().stream()
                        .filter(one -> one.takenUntil() != null)
                        .findFirst()
                        .orElseThrow(),
                meanwhile.remove(0)));

        send(LOUD);

        assertThat(outlet.outcomes()).containsExactly("change/1#0 SENT", "change/1#0 SENT", "change/1#1 PENDING");
        assertThat(outlet.deliveries().get(0).acknowledged()).isTrue();
        assertThat(outlet.deliveries().get(2).to()).isEqualTo(JUAN);
        assertThat(outlet.deliveries().get(2).notBefore()).isEqualTo(tomorrow);
    }

    private void change(Delivery delivery, UnaryOperator<Delivery> done) {
        outlet.has(session -> session.outbox().save(done.apply(delivery)));
    }

    private static Delivery again(Delivery delivery) {
        return delivery.again(delivery.timing());
    }

    private DispatchReport send(AlertSettings settings) {
        return dispatcher(settings).send(audience);
    }

    private Dispatcher dispatcher(AlertSettings settings) {
        return dispatcher(settings, outlet.store);
    }

    private Dispatcher dispatcher(AlertSettings settings, Store store) {
        MessageWriter writer = new MessageWriter(BUENOS_AIRES, Texts.in(Language.ENGLISH), (session, window, now) -> {
            if (wordless != null) {
                throw wordless;
            }
            return digest;
        });
        return new Dispatcher(store, ME, settings, writer, clock::instant);
    }

    /** A store that loses each transaction once, when its work is done, and does the work over again. */
    private static final class RetryingStore extends ForwardingStore {

        RetryingStore(Store store) {
            super(store);
        }

        private static final class Lost extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        @Override
        public <T> T inTransaction(String account, Work<T> work) {
            try {
                return super.inTransaction(account, session -> {
                    work.in(session);
                    throw new Lost();
                });
            } catch (Lost e) {
                return super.inTransaction(account, work);
            }
        }
    }
}
