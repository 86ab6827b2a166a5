package dev.unitracker.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.NoteOwner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final InMemoryStore store = new InMemoryStore();

    @Test
    void work_that_throws_leaves_nothing_behind() {
        assertThatThrownBy(() -> store.inTransaction("me", session -> {
                    session.notes().put(NoteOwner.CORE, "a", "1");
                    session.items().save(List.of(due("module:1", NOON)));
                    throw new IllegalStateException("halfway");
                }))
                .hasMessage("halfway");

        assertThat(store.<Object>inTransaction("me", session -> session.notes().all(NoteOwner.CORE)))
                .isEqualTo(Map.of());
        assertThat(store.<Object>inTransaction("me", session -> session.items().find(ItemQuery.all())))
                .isEqualTo(List.of());
    }

    @Test
    void what_is_due_comes_soonest_first_then_by_id() {
        List<StoredItem> items = List.of(
                due("module:10", NOON),
                due("module:9", NOON),
                due("module:8", NOON.plusSeconds(1)),
                due("module:7", NOON.minusSeconds(1)));

        List<StoredItem> found = store.inTransaction("me", session -> {
            session.items().save(items);
            return new ArrayList<>(session.items().find(ItemQuery.active().due(NOON, NOON.plusSeconds(1))));
        });

        assertThat(found).extracting(stored -> stored.item().id().key()).containsExactly("module:9", "module:10");
    }

    private static StoredItem due(String key, Instant due) {
        Item item = Item.of(new ItemId("me", "source", key), Map.of("status", "active", "item_type", "quiz"))
                .with(Field.DUE_AT, due.toString());
        return new StoredItem(item, false, NOON, NOON, 1, "key");
    }
}
