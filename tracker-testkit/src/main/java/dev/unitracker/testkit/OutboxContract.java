package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.ACCOUNT;
import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.Progress;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.Baseline;
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Notice.CredentialsLost;
import dev.unitracker.notice.Notice.Digest;
import dev.unitracker.notice.Notice.Reminder;
import dev.unitracker.notice.Notice.Silence;
import dev.unitracker.notice.Notice.Storm;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.Lag;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.StoreSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Outbox} promises. */
interface OutboxContract extends OpenStore {

    Address ANA = new Address("telegram", "ana");

    private static Notice notice(long change) {
        return new ChangeAlert(change, id("module:" + change), Severity.HIGH);
    }

    private static Delivery delivery(long change, Instant notBefore) {
        return Delivery.of(notice(change), ANA, new Timing(NOON, notBefore, null));
    }

    private static Delivery delivery(long change) {
        return delivery(change, NOON);
    }

    private Optional<Delivery> next(Instant now) {
        return outbox().next("telegram", "ana", now);
    }

    @Test
    default void each_sort_of_notice_comes_back_as_it_was_added() {
        String odd = "ñ 😀 'x' \\ \"\n/#";
        List<Delivery> planned = Stream.of(
                        new ChangeAlert(4_000_000_000L, id("file:9:/carpeta ñ/İ ı.pdf"), Severity.INFORMATION),
                        new Storm(odd, odd, ChangeKind.EXAM_CHANGED, List.of(3L, 5L, 4_000_000_001L), Severity.MEDIUM),
                        new Storm("run", "", ChangeKind.NEW, List.of(1L), Severity.HIGH),
                        new Reminder(id("module:1" + odd), NOON.plusSeconds(1), Duration.ofMinutes(90), Severity.HIGH),
                        new Digest(LocalDate.of(2026, 3, 2), NOON),
                        new Baseline(odd, 5, 4_000_000_000L),
                        new Silence(odd, Duration.ofHours(6)),
                        new CredentialsLost(odd, odd),
                        new CredentialsLost("run", ""))
                .map(notice -> Delivery.of(notice, ANA, new Timing(NOON, NOON, null)))
                .toList();

        outbox().add(planned);

        assertThat(outbox().latest(null, 20)).containsExactlyInAnyOrderElementsOf(planned);
        for (Delivery delivery : planned) {
            assertThat(outbox().find(delivery.key())).contains(delivery);
        }
    }

    @Test
    default void deliveries_come_back_as_they_were_added() {
        Delivery full = new Delivery(
                new ChangeAlert(7, id("module:7"), Severity.MEDIUM),
                2,
                new Address("telegram", "ana/1 #"),
                new Timing(NOON, NOON.plusSeconds(2), NOON.plusSeconds(3)),
                new Progress(
                        State.FAILED,
                        "the bot was blocked: 'ñ' " + "x".repeat(10_000),
                        4,
                        NOON.plusSeconds(4),
                        NOON.plusSeconds(5),
                        true));

        outbox().add(List.of(full, delivery(1)));

        assertThat(outbox().find(full.key())).contains(full);
        assertThat(outbox().find(delivery(1).key())).contains(delivery(1));
        assertThat(outbox().find("change/2#0 telegram/ana")).isEmpty();
        assertThat(outbox().latest(null, 10)).containsExactly(delivery(1), full);
    }

    @Test
    default void what_waits_longest_is_known_of_one_account_and_of_all() {
        Instant now = NOON.plus(Duration.ofDays(8));
        assertThat(outbox().waitingSince(now)).isEmpty();
        outbox().add(List.of(
                delivery(1),
                delivery(2, now.minusSeconds(60)),
                delivery(3, now.minusSeconds(90)),
                delivery(4, now.plusSeconds(1)),
                delivery(5, now.minusSeconds(95)).ended(State.SENT, "", now),
                Delivery.of(notice(6), ANA, new Timing(NOON, now.minusSeconds(99), now.minusSeconds(70)))));
        runs().add(Example.run("run-1"));
        Instant looked = runs().latest(1).get(0).finishedAt();
        of("bruno").notes().put(NoteOwner.CORE, "a", "1");

        assertThat(outbox().waitingSince(now)).contains(now.minusSeconds(90));
        assertThat(outbox().waitingSince(now.minusSeconds(61))).contains(now.minusSeconds(90));
        assertThat(store().lags(now))
                .isEqualTo(Map.of(ACCOUNT, new Lag(looked, now.minusSeconds(90)), "bruno", new Lag(null, null)));
    }

    @Test
    default void what_is_added_again_stays_as_it_is() {
        Delivery sent = delivery(1).ended(State.SENT, "", NOON);
        outbox().add(List.of(delivery(1)));
        outbox().save(sent);

        outbox().add(List.of(delivery(1), delivery(2), delivery(2, NOON.plusSeconds(9))));

        assertThat(outbox().find(sent.key())).contains(sent);
        assertThat(outbox().find(delivery(2).key())).contains(delivery(2));
        assertThat(outbox().latest(null, 10)).hasSize(2);
    }

    @Test
    default void how_far_a_delivery_is_is_kept() {
        outbox().add(List.of(delivery(1), delivery(2)));
        List<Delivery> fates = List.of(
                delivery(1).taken(NOON.plusSeconds(300)),
                delivery(1).taken(NOON.plusSeconds(300)).postponed(NOON.plusSeconds(60), "no network"),
                delivery(1).taken(NOON).taken(NOON.plusSeconds(1)).acknowledged(NOON),
                delivery(1).ended(State.FAILED, "no such chat", NOON.plusSeconds(1)),
                delivery(1).ended(State.SKIPPED, "too late", NOON.plusSeconds(1)),
                delivery(1).ended(State.SENT, "", NOON.plusSeconds(1)).acknowledged(NOON.plusSeconds(2)));

        for (Delivery fate : fates) {
            outbox().save(fate);

            assertThat(outbox().find(fate.key())).contains(fate);
            assertThat(outbox().find(delivery(2).key())).contains(delivery(2));
        }
    }

    @Test
    default void what_ended_long_ago_is_forgotten_and_what_may_still_be_asked_for_is_not() {
        Instant later = NOON.plusSeconds(100);
        Delivery sent = delivery(1).ended(State.SENT, "", NOON);
        Delivery failed = delivery(2).ended(State.FAILED, "no such chat", NOON);
        Delivery waits = delivery(3);
        Delivery young =
                Delivery.of(notice(4), ANA, new Timing(later, NOON, null)).ended(State.SENT, "", later);
        Delivery inTime =
                Delivery.of(notice(5), ANA, new Timing(NOON, NOON, later)).ended(State.SENT, "", NOON);
        Delivery past = Delivery.of(
                        new Reminder(id("module:6"), later, Duration.ofHours(1), Severity.HIGH),
                        ANA,
                        new Timing(NOON, NOON, later.minusSeconds(1)))
                .ended(State.SKIPPED, "completed", NOON);
        Delivery digest = Delivery.of(new Digest(LocalDate.of(2026, 3, 2), NOON), ANA, new Timing(NOON, NOON, null))
                .ended(State.SENT, "", NOON);
        List<Delivery> watching = Stream.of(
                        new Baseline("run-1", 5, 6),
                        new Silence("run-1", Duration.ofHours(6)),
                        new CredentialsLost("run-1", ""))
                .map(notice ->
                        Delivery.of(notice, ANA, new Timing(NOON, NOON, null)).ended(State.SENT, "", NOON))
                .toList();
        outbox().add(List.of(sent, failed, waits, young, inTime, past, digest));
        outbox().add(watching);

        assertThat(outbox().forget(later)).isEqualTo(4);

        assertThat(outbox().latest(null, 20))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of(waits, young, inTime), watching.stream())
                        .toList());
        assertThat(outbox().forget(later)).isZero();
    }

    @Test
    default void what_was_never_added_is_not_saved() {
        outbox().save(delivery(1));

        assertThat(outbox().latest(null, 10)).isEmpty();
    }

    @Test
    default void the_next_one_is_pending_allowed_and_not_taken() {
        outbox().add(List.of(
                delivery(1).ended(State.SENT, "", NOON),
                delivery(2).ended(State.SKIPPED, "too late", NOON),
                delivery(3).ended(State.FAILED, "no such chat", NOON),
                delivery(4, NOON.plusSeconds(1)),
                delivery(5, NOON.minusSeconds(1)).taken(NOON.plusSeconds(2))));

        assertThat(next(NOON)).isEmpty();
        assertThat(next(NOON.plusSeconds(1))).contains(delivery(4, NOON.plusSeconds(1)));
        assertThat(next(NOON.plusSeconds(2)))
                .map(Delivery::key)
                .contains(delivery(5).key());
    }

    @Test
    default void the_next_one_is_the_earliest_then_of_the_first_change_then_by_key() {
        Delivery reminder = Delivery.of(
                new Reminder(id("module:9"), NOON, Duration.ofDays(3), Severity.HIGH),
                ANA,
                new Timing(NOON, NOON, null));
        Delivery other = Delivery.of(
                new Reminder(id("MODULE:9"), NOON, Duration.ofDays(3), Severity.HIGH),
                ANA,
                new Timing(NOON, NOON, null));
        List<Delivery> inOrder =
                List.of(delivery(12, NOON.minusNanos(1000)), other, reminder, delivery(2), delivery(10), delivery(11));
        outbox().add(List.of(delivery(10), delivery(2), reminder, delivery(12, NOON.minusNanos(1000)), other));
        outbox().add(List.of(delivery(11)));

        for (Delivery expected : inOrder) {
            assertThat(next(NOON)).contains(expected);
            outbox().save(expected.ended(State.SENT, "", NOON));
        }
        assertThat(next(NOON)).isEmpty();
    }

    @Test
    default void several_next_ones_come_in_the_same_order_and_no_more_than_asked_for() {
        List<Delivery> early = IntStream.range(0, 4)
                .mapToObj(number -> Delivery.of(
                        new Reminder(id("module:" + number), NOON, Duration.ofDays(3), Severity.HIGH),
                        ANA,
                        new Timing(NOON, NOON, null)))
                .toList();
        List<Delivery> inOrder = new ArrayList<>(early);
        inOrder.addAll(List.of(delivery(2), delivery(10)));
        List<Delivery> added = new ArrayList<>(inOrder);
        Collections.reverse(added);
        outbox().add(added);
        outbox().add(List.of(
                delivery(3, NOON.plusSeconds(1)),
                delivery(4).taken(NOON.plusSeconds(1)),
                delivery(5).ended(State.SENT, "", NOON)));

        assertThat(outbox().next(ANA, NOON, 100)).isEqualTo(inOrder);
        assertThat(outbox().next(ANA, NOON, 5)).isEqualTo(inOrder.subList(0, 5));
        assertThat(outbox().next(ANA, NOON, 2)).isEqualTo(inOrder.subList(0, 2));
        assertThat(outbox().next(new Address("mail", "ana"), NOON, 2)).isEmpty();
    }

    @Test
    default void several_are_saved_as_one_is() {
        outbox().add(List.of(delivery(1), delivery(2), delivery(3)));
        List<Delivery> fates = List.of(
                delivery(1).taken(NOON.plusSeconds(300)),
                delivery(3).ended(State.SKIPPED, "too late", NOON),
                delivery(4));

        outbox().save(fates);
        outbox().save(List.of());

        assertThat(outbox().find(delivery(1).key())).contains(fates.get(0));
        assertThat(outbox().find(delivery(2).key())).contains(delivery(2));
        assertThat(outbox().find(delivery(3).key())).contains(fates.get(1));
        assertThat(outbox().find(delivery(4).key())).isEmpty();
    }

    @Test
    default void each_recipient_of_each_channel_has_a_next_one_of_his_own() {
        Delivery anas = delivery(1);
        Delivery juans = Delivery.of(notice(1), new Address("telegram", "juan"), new Timing(NOON, NOON, null));
        Delivery nobodys = Delivery.of(notice(1), new Address("telegram", ""), new Timing(NOON, NOON, null));
        Delivery mail = Delivery.of(notice(1), new Address("mail", "ana"), new Timing(NOON, NOON, null));
        outbox().add(List.of(anas, juans, nobodys, mail));

        outbox().save(anas.ended(State.SENT, "", NOON));

        assertThat(next(NOON)).isEmpty();
        assertThat(outbox().next("telegram", "juan", NOON)).contains(juans);
        assertThat(outbox().next("telegram", "", NOON)).contains(nobodys);
        assertThat(outbox().next("mail", "ana", NOON)).contains(mail);
        assertThat(outbox().next("mail", "ANA", NOON)).isEmpty();
    }

    @Test
    default void deliveries_are_found_by_their_latest_change() {
        Delivery storm = Delivery.of(
                new Storm("run", "", ChangeKind.NEW, List.of(1L, 2L, 3L), Severity.HIGH),
                ANA,
                new Timing(NOON, NOON, null));
        Delivery again = delivery(3).again(new Timing(NOON, NOON, null));
        outbox().add(List.of(storm, again, delivery(3), delivery(1)));

        assertThat(outbox().telling(3)).containsExactly(delivery(3), again, storm);
        assertThat(outbox().telling(2)).isEmpty();
    }

    @Test
    default void deliveries_are_found_by_their_item_the_latest_planned_first() {
        Delivery later = delivery(1).again(new Timing(NOON.plusSeconds(1), NOON.minusSeconds(1), null));
        Delivery mail = Delivery.of(notice(1), new Address("mail", "ana"), new Timing(NOON, NOON, null));
        outbox().add(List.of(delivery(1), delivery(2), mail, later));

        assertThat(outbox().latest(id("module:1"), Integer.MAX_VALUE)).containsExactly(later, mail, delivery(1));
        assertThat(outbox().latest(id("module:1"), 2)).containsExactly(later, mail);
        assertThat(outbox().latest(id("module:1"), 0)).isEmpty();
        assertThat(outbox().latest(id("MODULE:1"), Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    default void an_item_of_another_source_is_another_one() {
        ItemId others = new ItemId(ACCOUNT, "another", "module:9");
        Delivery own = Delivery.of(
                new Reminder(id("module:9"), NOON, Duration.ofDays(3), Severity.HIGH),
                ANA,
                new Timing(NOON, NOON, null));
        Delivery other = Delivery.of(
                new Reminder(others, NOON, Duration.ofDays(3), Severity.HIGH), ANA, new Timing(NOON, NOON, null));

        outbox().add(List.of(own, other));

        assertThat(outbox().latest(id("module:9"), 10)).containsExactly(own);
        assertThat(outbox().latest(others, 10)).containsExactly(other);
    }

    @Test
    default void the_latest_planned_come_first_and_no_more_than_asked_for() {
        List<Delivery> planned = IntStream.range(0, 6)
                .mapToObj(number -> Delivery.of(
                        notice(number), ANA, new Timing(NOON.plusSeconds(number / 2), NOON.minusSeconds(1), null)))
                .toList();
        outbox().add(planned);

        assertThat(outbox().latest(null, 3)).containsExactly(planned.get(4), planned.get(5), planned.get(2));
        assertThat(outbox().latest(null, 0)).isEmpty();
    }

    @Test
    default void keys_and_recipients_may_be_long_and_differ_only_at_the_end() {
        String path = "file:9:/" + "carpeta-ñ/".repeat(500);
        Notice one = new ChangeAlert(1, id(path + "a"), Severity.HIGH);
        Notice other = new ChangeAlert(2, id(path + "b"), Severity.HIGH);
        String recipient = "r".repeat(3000);
        Delivery first = Delivery.of(one, new Address("telegram", recipient + 1), new Timing(NOON, NOON, null));
        Delivery second = Delivery.of(other, new Address("telegram", recipient + 2), new Timing(NOON, NOON, null));

        outbox().add(List.of(first, second));

        assertThat(outbox().next("telegram", recipient + 2, NOON)).contains(second);
        assertThat(outbox().latest(id(path + "a"), Integer.MAX_VALUE)).containsExactly(first);
        assertThat(outbox().find(first.key())).contains(first);
    }

    @Test
    default void each_account_has_an_outbox_of_its_own() {
        outbox().add(List.of(delivery(1)));

        assertThat(of("bruno").outbox().next("telegram", "ana", NOON)).isEmpty();
        assertThat(of("bruno").outbox().latest(null, 10)).isEmpty();
        of("bruno").outbox().add(List.of(delivery(1)));
        of("bruno").outbox().save(delivery(1).ended(State.SENT, "", NOON));

        assertThat(next(NOON)).contains(delivery(1));
        assertThat(store().accounts()).contains("bruno");
    }

    @Test
    default void a_transaction_sees_what_it_planned_and_leaves_nothing_if_it_throws() {
        assertThatThrownBy(() -> together(session -> {
                    session.outbox().add(List.of(delivery(1)));
                    assertThat(session.outbox().next("telegram", "ana", NOON)).contains(delivery(1));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(outbox().latest(null, 10)).isEmpty();
    }

    @Test
    default void of_several_who_send_at_the_same_time_each_takes_others() throws Exception {
        int each = ConcurrencyContract.ROUNDS;
        outbox().add(IntStream.rangeClosed(1, ConcurrencyContract.WRITERS * each)
                .mapToObj(OutboxContract::delivery)
                .toList());

        List<List<String>> taken = Parallel.run(
                ConcurrencyContract.WRITERS,
                () -> IntStream.range(0, each)
                        .mapToObj(round -> store().inTransaction(ACCOUNT, OutboxContract::take))
                        .toList());

        assertThat(taken.stream().flatMap(List::stream))
                .hasSize(ConcurrencyContract.WRITERS * each)
                .doesNotHaveDuplicates();
        assertThat(next(NOON)).isEmpty();
    }

    private static String take(StoreSession session) {
        Delivery next = session.outbox().next("telegram", "ana", NOON).orElseThrow();
        session.outbox().save(next.taken(NOON.plus(Duration.ofMinutes(5))));
        return next.key();
    }
}
