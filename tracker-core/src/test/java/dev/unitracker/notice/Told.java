package dev.unitracker.notice;

import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items and changes of which somebody may be told. */
final class Told {

    static final ZoneId BUENOS_AIRES = ZoneId.of("America/Argentina/Buenos_Aires");

    /** Monday noon in Buenos Aires. */
    static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    private Told() {}

    static Item item(ItemType type) {
        return item("module:1", type);
    }

    static Item item(String key, ItemType type) {
        return Item.of(
                new ItemId("me", "source", key),
                Map.of(
                        Field.STATUS.key(),
                        ItemStatus.ACTIVE.key(),
                        Field.TYPE.key(),
                        type.name(),
                        Field.COURSE.key(),
                        "course:2",
                        Field.TITLE.key(),
                        "Activity " + key));
    }

    static Item due(Instant due) {
        return item(ItemType.ASSIGNMENT).with(Field.DUE_AT, due.toString());
    }

    static Change change(Item item, ChangeKind kind, FieldChange... fields) {
        return change(1, item, kind, false, fields);
    }

    static Change change(long number, Item item, ChangeKind kind, boolean baseline, FieldChange... fields) {
        return new Change(
                number, item.id(), kind, Change.About.of(item), List.of(fields), "key", NOW, baseline, List.of());
    }

    static FieldChange field(Field field, @Nullable Object before, @Nullable Object after) {
        return field(field.key(), before, after);
    }

    static FieldChange field(String field, @Nullable Object before, @Nullable Object after) {
        return new FieldChange(
                field, before == null ? null : before.toString(), after == null ? null : after.toString());
    }
}
