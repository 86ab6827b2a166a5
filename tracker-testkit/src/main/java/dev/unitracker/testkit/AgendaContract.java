package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.assignment;
import static dev.unitracker.testkit.Example.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import dev.unitracker.model.FactFields;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ReviewStatus;
import dev.unitracker.model.StoredItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Items} promises of what lies ahead. */
interface AgendaContract extends OpenStore {

    @Test
    default void what_is_due_includes_the_first_moment_and_excludes_the_last() {
        Instant end = NOON.plusSeconds(60);
        StoredItem early = stored(assignment("module:1", NOON.minusNanos(1000)));
        StoredItem first = stored(assignment("module:2", NOON));
        StoredItem last = stored(assignment("module:3", end.minusNanos(1000)));
        StoredItem late = stored(assignment("module:4", end));

        save(early, first, last, late, stored(assignment("module:5")));

        assertThat(due(NOON, end)).containsExactly(first, last);
    }

    @Test
    default void what_is_due_comes_soonest_first_then_by_id_without_what_was_removed() {
        StoredItem later = stored(assignment("module:1", NOON.plusSeconds(2)));
        StoredItem ten = stored(assignment("module:10", NOON.plusSeconds(1)));
        StoredItem nine = stored(assignment("module:9", NOON.plusSeconds(1)));
        StoredItem gone = stored(removed(assignment("module:3", NOON.plusSeconds(1))));

        save(later, ten, nine, gone);

        assertThat(due(NOON, NOON.plusSeconds(9))).containsExactly(nine, ten, later);
    }

    @Test
    default void exams_include_the_first_moment_and_exclude_the_last() {
        Instant end = NOON.plusSeconds(60);
        StoredItem first = stored(stating("module:1", FactType.EXAM_AT, NOON.toString()));
        StoredItem last = stored(
                stating("module:2", FactType.EXAM_AT, end.minusNanos(1000).toString()));

        save(
                stored(stating(
                        "module:3", FactType.EXAM_AT, NOON.minusNanos(1000).toString())),
                last,
                first,
                stored(stating("module:4", FactType.EXAM_AT, end.toString())),
                stored(stating("module:5", FactType.CLASS_SESSION_AT, NOON.toString())),
                stored(assignment("module:6", NOON)));

        assertThat(exams(NOON, end)).containsExactly(first, last);
        assertThat(exams(Instant.MIN, Instant.MAX)).hasSize(4);
    }

    @Test
    default void an_exam_on_a_day_is_at_its_first_moment_in_utc() {
        StoredItem exam = stored(stating("module:1", FactType.EXAM_AT, "2026-03-10"));
        Instant midnight = Instant.parse("2026-03-10T00:00:00Z");

        save(exam);

        assertThat(exams(midnight, midnight.plusSeconds(1))).containsExactly(exam);
        assertThat(exams(midnight.minusSeconds(9), midnight)).isEmpty();
        assertThat(exams(midnight.plusSeconds(1), midnight.plusSeconds(9))).isEmpty();
    }

    @Test
    default void an_item_that_states_two_exams_comes_once_and_a_removed_one_not_at_all() {
        StoredItem item = stored(stating("module:1", FactType.EXAM_AT, "2026-03-10", "2026-03-11"));

        save(item, stored(removed(stating("module:2", FactType.EXAM_AT, "2026-03-10"))));

        assertThat(exams(NOON, Instant.MAX)).containsExactly(item);
    }

    @Test
    default void an_exam_that_a_text_no_longer_states_is_gone() {
        save(stored(stating("module:1", FactType.EXAM_AT, "2026-03-10", "2026-03-11")));
        StoredItem now = stored(stating("module:1", FactType.EXAM_AT, "2026-03-20"));

        save(now);

        assertThat(exams(NOON, Instant.parse("2026-03-12T00:00:00Z"))).isEmpty();
        assertThat(exams(NOON, Instant.MAX)).containsExactly(now);
    }

    @Test
    default void what_is_to_watch_is_active_and_says_so_now() {
        StoredItem ten = stored(reviewed("module:10", "watch"));
        StoredItem nine = stored(reviewed("module:9", "watch"));
        save(
                ten,
                nine,
                stored(reviewed("module:1", "needs_review")),
                stored(removed(reviewed("module:2", "watch"))),
                stored(assignment("module:3")),
                stored(reviewed("module:4", "watch")));

        save(stored(assignment("module:4")));

        assertThat(items().find(ItemQuery.active().review(ReviewStatus.WATCH))).containsExactly(nine, ten);
    }

    private List<StoredItem> due(Instant from, Instant to) {
        return items().find(ItemQuery.active().due(from, to));
    }

    private List<StoredItem> exams(Instant from, Instant to) {
        return items().find(ItemQuery.active().exam(from, to));
    }

    private void save(StoredItem... items) {
        items().save(List.of(items));
    }

    private static Item reviewed(String key, String status) {
        return assignment(key).with(Field.REVIEW_STATUS, status);
    }

    private static Item stating(String key, FactType type, String... values) {
        Item item = assignment(key);
        Map<String, String> fields = new TreeMap<>(item.fields());
        fields.putAll(FactFields.encode(List.of(values).stream()
                .map(value -> new Fact(type, "", value, 0.9, "example", "words that say so", null))
                .toList()));
        return Item.of(item.id(), fields);
    }

    private static Item removed(Item item) {
        return item.with(Field.STATUS, ItemStatus.REMOVED.key());
    }
}
