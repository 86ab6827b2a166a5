package dev.unitracker.testkit;

import static dev.unitracker.testkit.Example.NOON;
import static dev.unitracker.testkit.Example.assignment;
import static dev.unitracker.testkit.Example.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Field;
import dev.unitracker.model.Found;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.Search;
import dev.unitracker.model.StoredItem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link dev.unitracker.spi.Items} promises of searches. */
interface SearchContract extends OpenStore {

    @Test
    default void all_words_must_be_there_whatever_their_accents_and_capitals() {
        save(
                numbered(1, titled("module:1", "Parcial de CÁLCULO")),
                numbered(2, titled("module:2", "Parcial de física").with(Field.BODY, "Cálculo no entra")),
                numbered(3, titled("module:3", "Parcial de física")),
                numbered(4, titled("module:4", "Fin de ano")),
                numbered(5, titled("module:5", "Calculo: trabajo práctico 1, parciales")));

        assertThat(keys("calculo párcial")).containsExactly("module:5", "module:1", "module:2");
        assertThat(keys("FISICA")).containsExactly("module:3", "module:2");
        assertThat(keys("año")).containsExactly("module:4");
        assertThat(keys("calculo quimica")).isEmpty();
    }

    @Test
    default void words_find_what_begins_with_them_and_numbers_only_themselves() {
        save(
                numbered(1, titled("module:1", "TP 1")),
                numbered(2, titled("module:2", "TP10_entrega.pdf")),
                numbered(3, titled("module:3", "tp-1 (recuperatorio)")),
                numbered(4, titled("module:4", "http 1")),
                numbered(5, titled("module:5", "100% _ \\ ' : ?")));

        assertThat(keys("tp 1")).containsExactly("module:3", "module:1");
        assertThat(keys("TP1")).containsExactly("module:3", "module:1");
        assertThat(keys("entreg 10")).containsExactly("module:2");
        assertThat(keys("100%")).containsExactly("module:5");
        assertThat(keys("10%")).containsExactly("module:2");
    }

    @Test
    default void titles_come_before_texts_and_documents_and_what_is_there_before_what_is_gone_and_the_newest_first() {
        Item file = Example.item(id("file:9:/a.pdf"), ItemType.MATERIAL_FILE);
        save(
                numbered(1, file.with(Field.TITLE, "a.pdf").with(Field.BODY, "El parcial")),
                numbered(2, titled("module:2", "Aviso").with(Field.BODY, "El parcial")),
                numbered(3, titled("module:3", "Parcial")),
                numbered(4, titled("module:4", "Parcial").with(Field.STATUS, ItemStatus.REMOVED.key())),
                numbered(5, titled("module:5", "Parcial")),
                numbered(6, titled("module:6", "Aviso").with(Field.BODY, "El parcial")),
                numbered(7, titled("module:7", "Parcial").with(Field.STATUS, ItemStatus.HIDDEN.key())));

        List<Found> found = find("parcial", null, 10);

        assertThat(found)
                .extracting(one -> one.stored().number() + " " + one.where())
                .containsExactly("5 TITLE", "3 TITLE", "7 TITLE", "4 TITLE", "6 TEXT", "2 TEXT", "1 DOCUMENT");
        assertThat(found.get(3).stored()).isEqualTo(items().find(id("module:4")).orElseThrow());
    }

    @Test
    default void pages_of_what_is_found_hold_each_item_once() {
        save(IntStream.rangeClosed(1, 130)
                .mapToObj(number -> numbered(
                        number,
                        titled("module:" + number, number % 3 == 0 ? "Parcial" : "Aviso " + number)
                                .with(Field.BODY, number % 7 == 0 ? "nada" : "parcial")))
                .toArray(StoredItem[]::new));
        List<Found> whole = find("parcial", null, 1000);

        List<Found> paged = new ArrayList<>();
        List<Found> page = find("parcial", null, 7);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = find("parcial", page.get(page.size() - 1).rank(), 7);
        }

        assertThat(whole).hasSizeGreaterThan(100);
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    default void an_item_is_found_by_its_present_words_only() {
        StoredItem item = numbered(5, titled("module:1", "Parcial").with(Field.BODY, "Aula 3"));
        save(item, numbered(6, titled("module:2", "Parcial")));

        save(item.changed(
                item.item().with(Field.TITLE, "Final").with(Field.BODY, null), NOON.plusSeconds(1), 9, "key"));

        assertThat(keys("parcial")).containsExactly("module:2");
        assertThat(keys("aula")).isEmpty();
        assertThat(keys("final")).containsExactly("module:1");
        save(item.changed(item.item().with(Field.STATUS, ItemStatus.REMOVED.key()), NOON.plusSeconds(2), 10, "key"));
        assertThat(keys("parcial")).containsExactly("module:2", "module:1");
    }

    @Test
    default void items_of_other_accounts_are_not_found() {
        save(numbered(1, titled("module:1", "Parcial")));
        of("bruno")
                .items()
                .save(List.of(numbered(
                        1,
                        Example.item(new ItemId("bruno", Example.SOURCE, "module:1"), ItemType.QUIZ)
                                .with(Field.TITLE, "Parcial de Bruno"))));

        assertThat(keys("bruno")).isEmpty();
        assertThat(of("bruno").items().search(search("parcial"), null, 9)).hasSize(1);
    }

    @Test
    default void texts_of_any_length_and_script_are_searched() {
        String book = "una palabra y otra ".repeat(50_000) + " murciélago 😀 \0\ud83d fin";
        save(
                numbered(1, titled("module:1", "x".repeat(1_000_000)).with(Field.BODY, book)),
                numbered(2, titled("module:2", "Ñandú İstanbul Straße Ελλάς Россия 日本語 œuvre Łódź ﬁn")));

        assertThat(keys("murcielago fin")).containsExactly("module:1");
        assertThat(keys("nandu istanbul STRASSE ελλας РОССИЯ 語 oeuvre lodz fin"))
                .containsExactly("module:2");
        assertThat(keys("x")).containsExactly("module:1");
    }

    private List<String> keys(String words) {
        return find(words, null, 100).stream()
                .map(found -> found.stored().item().id().key())
                .toList();
    }

    private List<Found> find(String words, Found.@Nullable Rank after, int limit) {
        return items().search(search(words), after, limit);
    }

    private static Search search(String words) {
        return Search.of(words).orElseThrow();
    }

    private static Item titled(String key, String title) {
        return assignment(key).with(Field.TITLE, title);
    }

    private void save(StoredItem... items) {
        items().save(List.of(items));
    }

    private static StoredItem numbered(long number, Item item) {
        return new StoredItem(item, number, false, NOON, NOON, number, "key " + number);
    }
}
