package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.ACCOUNT;
import static dev.unitracker.testkit.Example.COURSE;
import static dev.unitracker.testkit.Example.HOME;
import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.SOURCE;
import static dev.unitracker.testkit.Example.assignment;
import static dev.unitracker.testkit.Example.id;
import static dev.unitracker.testkit.Example.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import dev.unitracker.model.FactFields;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldKey;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.ItemPlace;
import dev.unitracker.spi.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Items} promises. */
interface ItemsContract extends OpenStore {

    @Test
    default void an_item_that_was_never_seen_is_not_found() {
        assertThat(items().find(id("module:1"))).isEmpty();
        assertThat(items().find(ItemQuery.all())).isEmpty();
    }

    @Test
    default void an_item_comes_back_with_all_its_fields() {
        Map<String, String> fields = new TreeMap<>(assignment("module:1", NOON).fields());
        Arrays.stream(Field.values())
                .filter(field -> !fields.containsKey(field.key()))
                .filter(field -> !field.key().endsWith("_at"))
                .forEach(field -> fields.put(field.key(), "value of " + field.key()));
        fields.put(new FieldKey.OtherDate("assessmentend").text(), "2026-12-01T00:00:00Z");
        fields.putAll(FactFields.encode(List.of(
                new Fact(FactType.EXAM_AT, "parcial", "2026-12-18", 0.5, "grammar", "el 18", 3),
                new Fact(FactType.CLASSROOM, "", "Aula Magna", 1, "grammar", "en el Aula Magna", null))));
        StoredItem item = new StoredItem(
                Item.of(id("module:1"), fields),
                3,
                true,
                NOON,
                NOON.plus(Duration.ofDays(9)),
                1L << 40,
                "f".repeat(64));

        save(item);

        assertThat(items().find(id("module:1"))).contains(item);
    }

    @Test
    default void a_title_of_any_length_and_script_comes_back() {
        StoredItem faces = stored(assignment("module:1").with(Field.TITLE, "😀".repeat(1000)));
        StoredItem shifted = stored(assignment("module:2").with(Field.TITLE, "a" + "😀".repeat(1000)));
        StoredItem rare = stored(assignment("module:3").with(Field.TITLE, "𠮷".repeat(501)));
        StoredItem endless = stored(assignment("module:4").with(Field.TITLE, "x".repeat(1_000_000)));

        save(faces, shifted, rare, endless);

        assertThat(items().find(ItemQuery.all())).containsExactlyInAnyOrder(faces, shifted, rare, endless);
    }

    @Test
    default void the_longest_names_of_courses_and_types_come_back() {
        String course = "course:" + "ñ".repeat(Sighting.MAX_COURSE - "course:".length());
        Item item = Item.of(
                id("module:1"),
                Map.of(
                        Field.STATUS.key(),
                        ItemStatus.ACTIVE.key(),
                        Field.TYPE.key(),
                        "t".repeat(ItemType.MAX_LENGTH),
                        Field.COURSE.key(),
                        course));

        save(stored(item));

        assertThat(items().find(ItemQuery.all().course(course))).containsExactly(stored(item));
    }

    @Test
    default void where_items_belong_is_as_they_say() {
        Item moved = assignment("module:2").with(Field.COURSE, "course:'ñ' 10");
        Item nowhere = assignment("event:3").with(Field.COURSE, null);
        Item gone = assignment("module:4").with(Field.STATUS, ItemStatus.REMOVED.key());
        save(stored(assignment("module:1")), stored(assignment("module:2")), stored(nowhere), stored(gone));

        save(stored(moved));

        assertThat(items().places())
                .containsExactlyInAnyOrder(
                        new ItemPlace(id("module:1"), HOME, ItemStatus.ACTIVE),
                        new ItemPlace(id("module:2"), new Home(SOURCE, "course:'ñ' 10"), ItemStatus.ACTIVE),
                        new ItemPlace(id("event:3"), new Home(SOURCE, ""), ItemStatus.ACTIVE),
                        new ItemPlace(id("module:4"), HOME, ItemStatus.REMOVED));
    }

    @Test
    default void text_of_any_script_comes_back_as_it_was() {
        String text =
                "Ñandú İıŞş Ελλάδα Россия עברית العربية 中文 日本語 👩🏽‍💻🇦🇷 'quoted' \"twice\" \\ % _ ? :name <tag> $1\r\n\t\u2028.";
        StoredItem item = stored(assignment("file:9:/carpeta/año 👋/%_\\.pdf")
                .with(Field.TITLE, text)
                .with(Field.BODY, text));

        save(item);

        assertThat(items().find(ItemQuery.all())).containsExactly(item);
    }

    @Test
    default void a_text_of_a_million_characters_comes_back_as_it_was() {
        String text = "Parcial 😀 el 18/12. ".repeat(60_000);
        StoredItem item = stored(assignment("module:1").with(Field.BODY, text));

        save(item);

        assertThat(items().find(id("module:1")).orElseThrow()).isEqualTo(item);
    }

    @Test
    default void a_key_as_long_as_a_path_names_its_item_alone() {
        String folders = "/carpeta-con-un-nombre-largo-ñ".repeat(50);
        StoredItem one = stored(assignment("file:9:" + folders + "/a.pdf"));
        StoredItem other = stored(assignment("file:9:" + folders + "/b.pdf"));

        save(one, other);

        assertThat(items().find(other.item().id())).contains(other);
        assertThat(items().find(ItemQuery.all())).containsExactly(one, other);
    }

    @Test
    default void nul_characters_may_be_left_out_but_nothing_else() {
        save(stored(assignment("module:1").with(Field.TITLE, "a\0b").with(Field.BODY, "c\0\0d")));

        Item item = items().find(id("module:1")).orElseThrow().item();

        assertThat(item.title().replace("\0", "")).isEqualTo("ab");
        assertThat(item.body().orElseThrow().replace("\0", "")).isEqualTo("cd");
    }

    @Test
    default void an_item_that_is_saved_again_has_its_new_state_only() {
        Item item = assignment("module:1", NOON).with(Field.BODY, "before");
        save(stored(item));
        StoredItem now = stored(
                item.with(Field.BODY, null).with(Field.DUE_AT, null).with(Field.COURSE, "course:3"),
                NOON.plusSeconds(60));

        save(now);

        assertThat(items().find(ItemQuery.all())).containsExactly(now);
        assertThat(items().find(ItemQuery.all().course(COURSE))).isEmpty();
        assertThat(due(NOON, NOON.plusSeconds(1))).isEmpty();
    }

    @Test
    default void of_an_item_that_is_saved_twice_at_once_the_later_state_counts() {
        Item item = assignment("module:1");
        StoredItem now = stored(item.with(Field.TITLE, "later"));

        save(stored(item), now);

        assertThat(items().find(ItemQuery.all())).containsExactly(now);
    }

    @Test
    default void some_items_are_found_at_once_ordered_by_id() {
        List<StoredItem> many = IntStream.range(0, 3000)
                .mapToObj(number -> stored(assignment("module:" + number)))
                .toList();
        items().save(many);

        List<ItemId> all = many.stream().map(stored -> stored.item().id()).toList();
        ItemId strangers = new ItemId("bruno", SOURCE, "module:1");

        assertThat(items().find(all)).isEqualTo(many);
        assertThat(items().find(List.of(id("module:10"), strangers, id("module:9"), id("module:9"), id("module:x"))))
                .containsExactly(many.get(9), many.get(10));
        assertThat(items().find(List.of())).isEmpty();
    }

    @Test
    default void items_of_two_sources_with_one_key_are_two() {
        ItemId others = new ItemId(ACCOUNT, "another", "module:1");
        StoredItem own = stored(assignment("module:1"));
        StoredItem other = stored(Example.item(others, ItemType.FORUM));
        save(own, other);

        save(stored(assignment("module:1", NOON)));

        assertThat(items().find(others)).contains(other);
        assertThat(items().find(List.of(id("module:1"), others)))
                .containsExactly(other, stored(assignment("module:1", NOON)));
        assertThat(items().find(ItemQuery.all().source("another"))).containsExactly(other);
        assertThat(items().find(ItemQuery.all().course(COURSE))).hasSize(2);
        assertThat(items().find(ItemQuery.all().of(id(COURSE)))).containsExactly(stored(assignment("module:1", NOON)));
        assertThat(items().page(ItemQuery.all().of(others.beside(COURSE)), Long.MAX_VALUE, 9))
                .containsExactly(other);
        assertThat(items().places())
                .extracting(ItemPlace::home)
                .containsExactlyInAnyOrder(HOME, new Home("another", COURSE));
    }

    @Test
    default void items_are_ordered_by_key_with_numbers_as_numbers() {
        List<StoredItem> ordered = List.of(
                stored(assignment("course:2")),
                stored(assignment("file:9:/A.pdf")),
                stored(assignment("file:9:/a.pdf")),
                stored(assignment("file:10:/a.pdf")),
                stored(assignment("module:2")),
                stored(assignment("module:9")),
                stored(assignment("module:10")));
        List<StoredItem> mixed = new ArrayList<>(ordered);
        Collections.reverse(mixed);

        save(mixed.toArray(StoredItem[]::new));

        assertThat(items().find(ItemQuery.all())).isEqualTo(ordered);
        assertThat(items().find(ItemQuery.all().course(COURSE))).isEqualTo(ordered);
    }

    @Test
    default void a_course_has_its_own_items_and_removed_ones_too() {
        StoredItem mine = stored(assignment("module:1"));
        StoredItem gone = stored(removed(assignment("module:2")));
        StoredItem others = stored(assignment("module:3").with(Field.COURSE, "course:22"));
        StoredItem nobodys = stored(assignment("event:4").with(Field.COURSE, null));

        save(mine, gone, others, nobodys);

        assertThat(items().find(ItemQuery.all().course(COURSE))).containsExactly(mine, gone);
        assertThat(items().find(ItemQuery.all().course("course:22"))).containsExactly(others);
        assertThat(items().find(ItemQuery.all().course(""))).containsExactly(nobodys);
        assertThat(items().find(ItemQuery.all().course("course:9"))).isEmpty();
    }

    @Test
    default void all_time_is_between_the_first_and_the_last_instant() {
        StoredItem item = stored(assignment("module:1", NOON));

        save(item);

        assertThat(due(Instant.MIN, Instant.MAX)).containsExactly(item);
        assertThat(items().updatedSince(Instant.MIN, 10)).containsExactly(item);
        assertThat(items().updatedSince(Instant.MAX, 10)).isEmpty();
    }

    @Test
    default void what_was_updated_since_includes_the_moment_itself_and_what_was_removed() {
        StoredItem before = stored(assignment("module:1"), NOON.minusNanos(1000));
        StoredItem then = stored(removed(assignment("module:2")), NOON);
        StoredItem after = stored(assignment("module:3"), NOON.plusSeconds(1));

        save(before, then, after);

        assertThat(items().updatedSince(NOON, 10)).containsExactly(then, after);
    }

    @Test
    default void what_was_updated_is_ordered_by_time_then_id_and_cut_there() {
        List<StoredItem> sameTime = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> stored(assignment("module:" + number), NOON))
                .toList();
        StoredItem earlier = stored(assignment("module:99"), NOON.minusSeconds(1));
        List<StoredItem> mixed = new ArrayList<>(sameTime);
        mixed.add(earlier);
        Collections.reverse(mixed);

        save(mixed.toArray(StoredItem[]::new));

        assertThat(items().updatedSince(Instant.EPOCH, 4))
                .containsExactly(earlier, sameTime.get(0), sameTime.get(1), sameTime.get(2));
    }

    @Test
    default void saving_nothing_is_allowed() {
        save();

        assertThat(items().find(ItemQuery.all())).isEmpty();
    }

    @Test
    default void an_item_type_of_a_foreign_module_is_kept() {
        StoredItem item = stored(Example.item(id("module:1"), new ItemType("workshop")));

        save(item);

        assertThat(items().find(id("module:1"))).contains(item);
    }

    private List<StoredItem> due(Instant from, Instant to) {
        return items().find(ItemQuery.active().due(from, to));
    }

    private void save(StoredItem... items) {
        items().save(List.of(items));
    }

    private static Item removed(Item item) {
        return item.with(Field.STATUS, ItemStatus.REMOVED.key());
    }
}
