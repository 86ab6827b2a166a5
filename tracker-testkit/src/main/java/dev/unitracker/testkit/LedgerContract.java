package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.ACCOUNT;
import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.assignment;
import static dev.unitracker.testkit.Example.change;
import static dev.unitracker.testkit.Example.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.NoteOwner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Ledger} promises. */
interface LedgerContract extends OpenStore {

    @Test
    default void an_empty_ledger_ends_at_zero() {
        assertThat(ledger().last()).isZero();
        assertThat(ledger().after(0, 10)).isEmpty();
        assertThat(ledger().of(List.of(id("module:1")), Instant.MIN)).isEmpty();
    }

    @Test
    default void entries_are_numbered_from_one_without_a_gap() {
        List<Change> first = append("run-1", "module:3", "module:1");
        List<Change> second = append("run-2", "module:2");

        assertThat(numbers(first)).containsExactly(1L, 2L);
        assertThat(numbers(second)).containsExactly(3L);
        assertThat(ledger().last()).isEqualTo(3);
        assertThat(keys(ledger().after(0, 10))).containsExactly("module:3", "module:1", "module:2");
    }

    @Test
    default void the_last_numbers_of_several_accounts_are_read_at_once() {
        append("run-1", "module:3", "module:1");
        notes().put(NoteOwner.CORE, "a", "1");
        of("bruno").notes().put(NoteOwner.CORE, "a", "1");

        assertThat(store().lastNumbers(List.of("bruno", ACCOUNT, "nobody"))).isEqualTo(Map.of(ACCOUNT, 2L));
        append("run-2", "module:2");
        assertThat(store().lastNumbers(List.of(ACCOUNT, ACCOUNT))).isEqualTo(Map.of(ACCOUNT, 3L));
        assertThat(store().lastNumbers(List.of())).isEmpty();
    }

    @Test
    default void several_entries_are_found_by_their_numbers_in_order_and_each_once() {
        append("run-1", "module:3", "module:1", "module:2");

        assertThat(numbers(ledger().find(List.of(3L, 9L, 1L, 3L)))).containsExactly(1L, 3L);
        assertThat(ledger().find(List.of())).isEmpty();
    }

    @Test
    default void an_entry_comes_back_with_all_it_says() {
        Change full = new Change(
                0,
                id("file:9:/año 👋.pdf"),
                ChangeKind.CONTENT_CHANGED,
                new Change.About(new ItemType("workshop"), null, "Título 😀 'x'", null),
                List.of(
                        new FieldChange("title", null, "Título"),
                        new FieldChange("body_text", "a".repeat(300_000), null),
                        new FieldChange("exam_at[segundo \"parcial\"]", "2026-12-18", "2026-12-19")),
                "f".repeat(64),
                NOON,
                true,
                List.of(new Evidence("a", "get", "ab".repeat(32)), new Evidence("b", "get", null)));
        Change other = new Change(
                0,
                id("module:1"),
                ChangeKind.REFRESH_ONLY,
                new Change.About(ItemType.QUIZ, "course:2", "", "https://example.org"),
                List.of(new FieldChange("primary_url", "", "https://example.org")),
                "",
                NOON.plusSeconds(1),
                false,
                List.of());

        ledger().append("run-1", List.of(full, other));

        assertThat(ledger().after(0, 10)).containsExactly(full.numbered(1), other.numbered(2));
    }

    @Test
    default void every_kind_of_change_is_kept() {
        List<Change> changes = Arrays.stream(ChangeKind.values())
                .map(kind -> new Change(
                        0,
                        id("module:1"),
                        kind,
                        Change.About.of(assignment("module:1")),
                        List.of(new FieldChange("title", "a", "b")),
                        "key",
                        NOON,
                        false,
                        List.of()))
                .toList();

        ledger().append("run-1", changes);

        assertThat(ledger().after(0, 100).stream().map(Change::kind)).containsExactly(ChangeKind.values());
    }

    @Test
    default void a_reader_goes_on_where_it_stopped() {
        append("run-1", "module:1", "module:2", "module:3", "module:4", "module:5");

        assertThat(numbers(ledger().after(0, 2))).containsExactly(1L, 2L);
        assertThat(numbers(ledger().after(2, 2))).containsExactly(3L, 4L);
        assertThat(numbers(ledger().after(4, 2))).containsExactly(5L);
        assertThat(ledger().after(5, 2)).isEmpty();
        assertThat(ledger().after(99, 2)).isEmpty();
    }

    @Test
    default void the_changes_of_some_items_come_by_number() {
        append("run-1", "module:1", "module:2", "module:3");
        append("run-2", "module:2", "module:1");

        List<Change> changes = ledger().of(List.of(id("module:2"), id("module:1"), id("module:77")), Instant.MIN);

        assertThat(numbers(changes)).containsExactly(1L, 2L, 4L, 5L);
        assertThat(ledger().of(List.of(), Instant.MIN)).isEmpty();
    }

    @Test
    default void the_changes_of_some_items_begin_with_the_moment_asked_for() {
        ledger().append(
                        "run-1",
                        List.of(
                                change(assignment("module:1"), NOON.minusNanos(1000)),
                                change(assignment("module:1"), NOON),
                                change(assignment("module:2"), NOON),
                                change(assignment("module:1"), NOON.plusSeconds(60))));

        List<ItemId> one = List.of(id("module:1"));

        assertThat(numbers(ledger().of(one, NOON))).containsExactly(2L, 4L);
        assertThat(numbers(ledger().of(one, Instant.MIN))).containsExactly(1L, 2L, 4L);
        assertThat(ledger().of(one, Instant.MAX)).isEmpty();
    }

    @Test
    default void the_changes_of_many_items_can_be_asked_for_at_once() {
        List<ItemId> many = IntStream.range(0, 5000)
                .mapToObj(number -> id("module:" + number))
                .toList();
        append("run-1", "module:4999", "module:17");

        assertThat(keys(ledger().of(many, Instant.MIN))).containsExactly("module:4999", "module:17");
    }

    @Test
    default void a_transaction_may_append_more_than_once_and_sees_what_it_wrote() {
        together(session -> {
            session.ledger().append("run-1", changes("module:1"));
            assertThat(session.ledger().last()).isEqualTo(1);

            List<Change> more = session.ledger().append("run-1", changes("module:2", "module:3"));

            assertThat(numbers(more)).containsExactly(2L, 3L);
            assertThat(numbers(session.ledger().after(1, 10))).containsExactly(2L, 3L);
        });
    }

    @Test
    default void appending_nothing_writes_nothing() {
        assertThat(append("run-1")).isEmpty();

        assertThat(ledger().last()).isZero();
    }

    private List<Change> append(String run, String... keys) {
        return ledger().append(run, changes(keys));
    }

    private static List<Change> changes(String... keys) {
        List<Change> changes = new ArrayList<>();
        for (String key : keys) {
            changes.add(change(assignment(key)));
        }
        return changes;
    }

    private static List<Long> numbers(List<Change> changes) {
        return changes.stream().map(Change::number).toList();
    }

    private static List<String> keys(List<Change> changes) {
        return changes.stream().map(change -> change.item().key()).toList();
    }
}
