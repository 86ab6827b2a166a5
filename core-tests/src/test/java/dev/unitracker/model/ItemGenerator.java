package dev.unitracker.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Makes items, and states that differ from each other a little or a lot. The same random numbers make the same items. */
public final class ItemGenerator {

    private static final List<String> KEYS = List.of(
            "module:1",
            "module:2",
            "module:10",
            "discussion:36",
            "event:26",
            "file:9:/a.pdf",
            "file:9:/İ ı.pdf",
            "grade:17",
            "course:2");
    private static final List<String> OTHER_FIELDS = List.of(
            new FieldKey.OtherDate("assessmentend").text(),
            new FieldKey.OtherDate("İ[1]").text(),
            "exam_at[segundo parcial]",
            "exam_at[segundo parcial].evidence",
            "class_session_at[]",
            "class_session_at[].evidence",
            "starts_at[curso]",
            "classroom[a]",
            "due_at[tp 1]",
            "due_at[tp 1#2]",
            "grades_close_at[]",
            "date_mention[x]",
            "date_mention[x].evidence",
            "something_unheard_of");
    private static final List<String> VALUES = List.of(
            "2026-11-30T21:00:00Z",
            "2026-12-18",
            "title I ı İ ß é 漢字 🎓",
            "two\nlines",
            " ",
            "10",
            "9.5",
            "completed",
            "watch",
            "5:title");

    private final SplittableRandom random;

    public ItemGenerator(SplittableRandom random) {
        this.random = random;
    }

    /** Returns up to nine items of each of two accounts, in any order. */
    public List<Item> state() {
        List<Item> items = new ArrayList<>();
        for (String account : List.of("one", "Two")) {
            KEYS.stream()
                    .filter(key -> random.nextInt(3) == 0)
                    .forEach(key -> items.add(item(new ItemId(account, "source", key))));
        }
        return shuffled(items);
    }

    /** Returns a state that has most of its items from another, some of them changed. */
    public List<Item> after(List<Item> before) {
        Map<ItemId, Item> items = new TreeMap<>();
        state().stream().filter(item -> random.nextInt(3) == 0).forEach(item -> items.put(item.id(), item));
        for (Item item : before) {
            switch (random.nextInt(4)) {
                case 0 -> items.put(item.id(), item);
                case 1, 2 -> items.put(item.id(), changed(item));
                default -> {}
            }
        }
        return shuffled(items.values());
    }

    /** Returns an item with some fields. */
    public Item item(ItemId id) {
        Map<String, String> fields = new TreeMap<>();
        fields.put(Field.STATUS.key(), status());
        fields.put(Field.TYPE.key(), "assignment");
        fieldKeys().stream().filter(key -> random.nextInt(4) == 0).forEach(key -> fields.put(key, value()));
        return Item.of(id, fields);
    }

    /** Returns the item with one to three fields set, changed or taken away. */
    public Item changed(Item item) {
        Map<String, String> fields = new TreeMap<>(item.fields());
        for (int times = random.nextInt(3); times >= 0; times--) {
            String key = one(fieldKeys());
            if (random.nextInt(3) == 0) {
                fields.remove(key);
            } else {
                fields.put(key, value());
            }
        }
        if (random.nextInt(8) == 0) {
            fields.put(Field.STATUS.key(), status());
        }
        return Item.of(item.id(), fields);
    }

    /** Returns the same things in another order. */
    public <T> List<T> shuffled(Collection<T> things) {
        List<T> shuffled = new ArrayList<>(things);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            T last = shuffled.get(i);
            int other = random.nextInt(i + 1);
            shuffled.set(i, shuffled.get(other));
            shuffled.set(other, last);
        }
        return shuffled;
    }

    private static List<String> fieldKeys() {
        List<String> keys = new ArrayList<>(OTHER_FIELDS);
        for (Field field : Field.values()) {
            if (field != Field.STATUS && field != Field.TYPE) {
                keys.add(field.key());
            }
        }
        return keys;
    }

    private String status() {
        return random.nextInt(5) == 0 ? ItemStatus.REMOVED.key() : ItemStatus.ACTIVE.key();
    }

    private String value() {
        return one(VALUES);
    }

    private <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
