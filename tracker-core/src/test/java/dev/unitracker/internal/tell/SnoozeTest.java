package dev.unitracker.internal.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.Progress;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Notice.Reminder;
import dev.unitracker.notice.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnoozeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Address ANA = new Address("chat", "ana");
    private static final Address JUAN = new Address("chat", "juan");
    private static final Notice ALERT = new ChangeAlert(1, id("module:1"), Severity.HIGH);
    private static final Notice REMINDER = new Reminder(id("module:1"), NOW, Duration.ofDays(1), Severity.MEDIUM);

    private final InMemoryStore store = new InMemoryStore();

    @Test
    void what_was_told_is_told_again_then() {
        add(planned(ALERT, null).ended(State.SENT, "", NOW));

        assertThat(snooze(TOMORROW)).isTrue();

        assertThat(pending()).containsExactly(repeat(1, ALERT, ANA, new Timing(NOW, TOMORROW, null)));
    }

    @Test
    void a_repeat_that_waits_comes_then_be_it_earlier_or_later() {
        add(planned(ALERT, null).ended(State.SENT, "", NOW));
        add(repeat(1, ALERT, ANA, new Timing(NOW, NOW.plus(Duration.ofHours(12)), null)));

        snooze(TOMORROW);
        List<Instant> later = pending().stream().map(Delivery::notBefore).toList();
        snooze(NOW.plus(Duration.ofHours(1)));

        assertThat(later).containsExactly(TOMORROW);
        assertThat(pending()).extracting(Delivery::notBefore).containsExactly(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void a_reminder_that_comes_later_anyway_is_not_brought_forward() {
        Instant tonight = NOW.plus(Duration.ofHours(8));
        add(Delivery.of(REMINDER, ANA, new Timing(NOW, tonight, null)));
        add(planned(ALERT, null).ended(State.SENT, "", NOW));

        snooze(NOW.plus(Duration.ofHours(1)));

        assertThat(pending())
                .extracting(Delivery::notBefore)
                .containsExactlyInAnyOrder(tonight, NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void what_would_be_worthless_by_then_comes_in_its_own_time() {
        Instant tonight = NOW.plus(Duration.ofHours(8));
        Delivery last = Delivery.of(REMINDER, ANA, new Timing(NOW, tonight, tonight.plus(Duration.ofHours(3))));
        add(last);
        add(planned(ALERT, tonight.plus(Duration.ofHours(3))).ended(State.SENT, "", NOW));

        assertThat(snooze(TOMORROW)).isFalse();

        assertThat(pending()).containsExactly(last);
    }

    @Test
    void a_reminder_can_be_put_off_too_as_long_as_it_is_of_use() {
        add(Delivery.of(REMINDER, ANA, new Timing(NOW, NOW, TOMORROW.plusSeconds(1)))
                .ended(State.SENT, "", NOW));

        assertThat(snooze(TOMORROW)).isTrue();

        assertThat(pending())
                .containsExactly(repeat(1, REMINDER, ANA, new Timing(NOW, TOMORROW, TOMORROW.plusSeconds(1))));
    }

    @Test
    void of_an_item_that_nobody_was_told_of_there_is_nothing_to_tell() {
        add(planned(new ChangeAlert(2, id("module:2"), Severity.HIGH), null).ended(State.SENT, "", NOW));

        assertThat(snooze(TOMORROW)).isFalse();
        assertThat(pending()).isEmpty();
    }

    @Test
    void what_was_acknowledged_and_then_put_off_is_told_again() {
        add(planned(ALERT, null).ended(State.SENT, "", NOW));
        add(repeat(1, ALERT, ANA, new Timing(NOW, NOW, null)));
        store.inTransaction("me", session -> Acknowledgement.of(1, delivery -> true, session.outbox(), NOW));

        assertThat(snooze(TOMORROW)).isTrue();

        assertThat(pending()).containsExactly(repeat(2, ALERT, ANA, new Timing(NOW, TOMORROW, null)));
    }

    @Test
    void each_recipient_has_numbers_of_his_own() {
        add(planned(ALERT, null).ended(State.SENT, "", NOW));
        add(Delivery.of(ALERT, JUAN, new Timing(NOW, NOW, null)).ended(State.SENT, "", NOW));
        add(repeat(1, ALERT, JUAN, new Timing(NOW, NOW, null)).ended(State.SKIPPED, "completed", NOW));

        snooze(TOMORROW);

        assertThat(pending())
                .containsExactlyInAnyOrder(
                        repeat(1, ALERT, ANA, new Timing(NOW, TOMORROW, null)),
                        repeat(2, ALERT, JUAN, new Timing(NOW, TOMORROW, null)));
    }

    @Test
    void a_grade_that_came_after_an_alert_is_not_what_is_told_again() {
        Notice grade = new ChangeAlert(2, id("module:1"), Severity.INFORMATION);
        add(planned(ALERT, null).ended(State.SENT, "", NOW.minusSeconds(60)));
        Instant later = NOW.plusSeconds(1);
        add(Delivery.of(grade, ANA, new Timing(later, later, null)).ended(State.SENT, "", later));

        assertThat(snooze(TOMORROW)).isTrue();

        assertThat(pending()).extracting(Delivery::notice, Delivery::repeat).containsExactly(tuple(ALERT, 1));
    }

    @Test
    void a_grade_that_waits_does_not_stand_for_the_alert() {
        Notice grade = new ChangeAlert(2, id("module:1"), Severity.INFORMATION);
        add(planned(ALERT, null).ended(State.SENT, "", NOW));
        add(planned(grade, null));

        assertThat(snooze(TOMORROW)).isTrue();

        assertThat(pending())
                .extracting(Delivery::notice, Delivery::repeat)
                .containsExactlyInAnyOrder(tuple(ALERT, 1), tuple(grade, 0));
    }

    @Test
    void what_was_told_last_is_told_again_however_early_it_was_planned() {
        Instant before = NOW.minusSeconds(60);
        add(Delivery.of(REMINDER, ANA, new Timing(before.minusSeconds(60), NOW, null))
                .ended(State.SENT, "", NOW));
        add(Delivery.of(ALERT, ANA, new Timing(before, before, null)).ended(State.SENT, "", before));

        snooze(TOMORROW);

        assertThat(pending()).extracting(Delivery::notice, Delivery::repeat).containsExactly(tuple(REMINDER, 1));
    }

    private static Delivery planned(Notice notice, @Nullable Instant expiresAt) {
        return Delivery.of(notice, ANA, new Timing(NOW, NOW, expiresAt));
    }

    private static ItemId id(String key) {
        return new ItemId("me", "source", key);
    }

    private void add(Delivery delivery) {
        store.inTransaction("me", session -> {
            session.outbox().add(List.of(delivery));
            return delivery;
        });
    }

    private boolean snooze(Instant until) {
        return store.inTransaction("me", session -> Snooze.until(until, session.outbox(), id("module:1"), NOW));
    }

    private List<Delivery> pending() {
        return store.inTransaction("me", session -> session.outbox().latest(null, 100)).stream()
                .filter(delivery -> delivery.state() == State.PENDING)
                .toList();
    }

    private static Delivery repeat(int number, Notice notice, Address to, Timing timing) {
        return new Delivery(notice, number, to, timing, Progress.NONE);
    }
}
