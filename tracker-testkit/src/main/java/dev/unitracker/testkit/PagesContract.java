package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.COURSE;
import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.assignment;
import static dev.unitracker.testkit.Example.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Items} promises of numbers and pages. */
interface PagesContract extends OpenStore {

    @Test
    default void the_number_of_an_item_stays_when_its_state_changes() {
        StoredItem item = numbered(7, assignment("module:1"));
        save(item);

        save(item.changed(item.item().with(Field.TITLE, "later"), NOON.plusSeconds(1), 99, "key"));

        assertThat(items().find(id("module:1")).orElseThrow().number()).isEqualTo(7);
        assertThat(items().find(id("module:1")).orElseThrow().lastChange()).isEqualTo(99);
    }

    @Test
    default void pages_begin_with_the_highest_number_and_go_on_below_the_last() {
        List<StoredItem> many = IntStream.rangeClosed(1, 230)
                .mapToObj(number -> numbered(number, assignment("module:" + (number * 5 % 231))))
                .toList();
        items().save(many);
        List<StoredItem> newestFirst = new ArrayList<>(many);
        Collections.reverse(newestFirst);

        List<StoredItem> paged = new ArrayList<>();
        List<StoredItem> page = items().page(ItemQuery.all(), Long.MAX_VALUE, 50);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = items().page(ItemQuery.all(), page.get(page.size() - 1).number(), 50);
        }

        assertThat(paged).isEqualTo(newestFirst);
    }

    @Test
    default void a_page_has_what_is_asked_for_however_much_lies_between() {
        StoredItem first = numbered(1, assignment("module:1").with(Field.BODY, "Cálculo: el PARCIAL"));
        StoredItem last = numbered(
                400,
                Example.item(id("module:2"), ItemType.QUIZ)
                        .with(Field.TITLE, "Parcial de calculo")
                        .with(Field.COURSE, "course:3"));
        List<StoredItem> others = IntStream.rangeClosed(2, 399)
                .mapToObj(number ->
                        numbered(number, assignment("page:" + number).with(Field.STATUS, ItemStatus.REMOVED.key())))
                .toList();
        items().save(others);
        save(first, last);

        assertThat(items().page(ItemQuery.all().text("parcial CÁLCULO"), Long.MAX_VALUE, 10))
                .containsExactly(last, first);
        assertThat(items().page(ItemQuery.active(), 400, 10)).containsExactly(first);
        assertThat(items().page(ItemQuery.all().type(ItemType.QUIZ), Long.MAX_VALUE, 10))
                .containsExactly(last);
        assertThat(items().page(ItemQuery.all().course("course:3"), Long.MAX_VALUE, 10))
                .containsExactly(last);
        assertThat(items().page(ItemQuery.active().course(COURSE), Long.MAX_VALUE, 10))
                .containsExactly(first);
        assertThat(items().page(ItemQuery.all().course(""), Long.MAX_VALUE, 10)).isEmpty();
        assertThat(items().page(ItemQuery.all().updatedSince(NOON.plusSeconds(1)), Long.MAX_VALUE, 10))
                .isEmpty();
        assertThat(items().find(ItemQuery.all().text("parcial"))).containsExactly(first, last);
    }

    private void save(StoredItem... items) {
        items().save(List.of(items));
    }

    private static StoredItem numbered(long number, Item item) {
        return new StoredItem(item, false, NOON, NOON, number, "key of " + number);
    }
}
