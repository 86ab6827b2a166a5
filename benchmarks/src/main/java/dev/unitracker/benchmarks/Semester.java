package dev.unitracker.benchmarks;

import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import dev.unitracker.diff.Diff;
import dev.unitracker.diff.DiffRules;
import dev.unitracker.diff.Difference;
import dev.unitracker.diff.MeaningfulKey;
import dev.unitracker.model.Change;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.FactFields;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * One student's courses and their whole history, written by the store itself: items are there from the beginning, and
 * then change one after the other, an hour apart, until {@link #NOW}.
 */
final class Semester {

    /** The moment at which the history ends and questions are asked. */
    static final String SOURCE = "moodle";

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** Eight courses, and their items evenly among them. */
    static final int COURSES = 8;

    private static final int ENTRIES_IN_A_RUN = 100;

    private final Store store;
    private final String account;
    private final Random random;
    private final List<Item> items = new ArrayList<>();
    private final Map<ItemId, StoredItem> stored = new HashMap<>();
    private int rooms;

    private Semester(Store store, String account, long seed) {
        this.store = store;
        this.account = account;
        this.random = new Random(seed);
    }

    static String course(int number) {
        return "course:" + (2 + number % COURSES);
    }

    static Scope scope(int number) {
        return new Scope("moodle_contents", "contents/" + course(number));
    }

    /** Writes an account with as many items, and as many ledger entries. */
    static void write(Store store, String account, long seed, int items, int entries) {
        Semester semester = new Semester(store, account, seed);
        for (int number = 0; number < items; number++) {
            semester.items.add(semester.item(number));
        }
        Instant begin = NOW.minus(Duration.ofHours(entries));
        semester.append(
                0,
                semester.items.stream()
                        .map(item -> semester.appeared(item, begin))
                        .toList());
        for (int entry = items; entry < entries; entry += ENTRIES_IN_A_RUN) {
            List<Change> changes = new ArrayList<>();
            for (int i = entry; i < Math.min(entries, entry + ENTRIES_IN_A_RUN); i++) {
                changes.add(semester.changed(NOW.minus(Duration.ofHours(entries - i))));
            }
            semester.append(entry, changes);
        }
        semester.finish();
    }

    private void append(int run, List<Change> changes) {
        store.inTransaction(account, session -> {
            for (Change change : session.ledger().append("run-" + run, changes)) {
                stored.computeIfPresent(change.item(), (id, item) -> numbered(item, change.number()));
            }
            return account;
        });
    }

    private void finish() {
        store.inTransaction(account, session -> {
            session.items().save(stored.values());
            List<Remembered> seen = new ArrayList<>();
            for (int number = 0; number < items.size(); number++) {
                seen.add(new Remembered(scope(number), sighting(items.get(number)), 0, evidence(NOW)));
            }
            session.sightings().save(SOURCE, seen);
            session.sightings().settle(seen.stream().map(Remembered::scope).toList());
            return account;
        });
    }

    private Change appeared(Item item, Instant when) {
        return change(Diff.between(null, item).orElseThrow(), item, when);
    }

    /** One in two changes moves the deadline, the others rewrite the text or the title. */
    private Change changed(Instant when) {
        int number = random.nextInt(items.size());
        Item before = items.get(number);
        Item after = switch (random.nextInt(4)) {
            case 0, 1 -> before.with(Field.DUE_AT, due().toString());
            case 2 -> before.with(Field.BODY, text(number));
            default -> before.with(Field.TITLE, "Trabajo práctico " + number + ", versión " + random.nextInt(1000));
        };
        // What was drawn by lot may be what was there before; a new room never is.
        Difference difference = Diff.between(List.of(before), List.of(after), DiffRules.STRICT).stream()
                .findFirst()
                .orElseGet(() -> Diff.between(before, before.with(Field.PLACE, "Aula " + rooms++))
                        .orElseThrow());
        Item now = Diff.apply(List.of(before), List.of(difference)).get(0);
        items.set(number, now);
        return change(difference, now, when);
    }

    private Change change(Difference difference, Item item, Instant when) {
        StoredItem known = stored.get(item.id());
        Instant firstSeen = known == null ? when : known.firstSeen();
        stored.put(item.id(), new StoredItem(item, known == null, firstSeen, when, 0, MeaningfulKey.of(item)));
        return new Change(
                0,
                item.id(),
                difference.kind(),
                Change.About.of(item),
                difference.fields(),
                difference.meaningfulKey(),
                when,
                known == null,
                List.of(evidence(when)));
    }

    private static StoredItem numbered(StoredItem item, long number) {
        return new StoredItem(
                item.item(), item.baseline(), item.firstSeen(), item.updatedAt(), number, item.meaningfulKey());
    }

    private Item item(int number) {
        Map<String, String> fields = new TreeMap<>();
        fields.put(Field.STATUS.key(), ItemStatus.ACTIVE.key());
        fields.put(Field.TYPE.key(), ItemType.ASSIGNMENT.name());
        fields.put(Field.COURSE.key(), course(number));
        fields.put(Field.TITLE.key(), "Trabajo práctico " + number);
        fields.put(Field.BODY.key(), text(number));
        fields.put(Field.URL.key(), "https://campus.example.org/mod/assign/view.php?id=" + number);
        if (number % 3 == 0) {
            fields.put(Field.DUE_AT.key(), due().toString());
        }
        if (number % 50 == 7) {
            fields.put(Field.REVIEW_STATUS.key(), "watch");
        }
        if (number % 5 == 0) {
            String day = due().toString().substring(0, 10);
            fields.putAll(FactFields.encode(List.of(
                    new Fact(FactType.EXAM_AT, "parcial", day, 0.9, "date-grammar", "parcial el " + day, null))));
        }
        return Item.of(new ItemId(account, SOURCE, "module:" + (100 + number)), fields);
    }

    /** Deadlines lie up to a year back and two months ahead. */
    private Instant due() {
        return NOW.plus(Duration.ofHours(random.nextInt(425 * 24) - 365L * 24));
    }

    private String text(int number) {
        return ("Resolver los ejercicios " + number + " a " + (number + random.nextInt(9)) + " de la guía. ")
                .repeat(1 + random.nextInt(5));
    }

    private static Sighting sighting(Item item) {
        return Sighting.of(item.id().key(), item.type())
                .course(item.course().orElse(null))
                .title(item.title())
                .body(item.body().orElse(""))
                .build();
    }

    /** Returns where a look learnt what had changed until then: one look finds what happened in five hours. */
    private static Evidence evidence(Instant when) {
        long look = when.getEpochSecond() / Duration.ofHours(5).toSeconds();
        String answer = String.format("%016x", look * 0x9e3779b97f4a7c15L).repeat(4);
        return new Evidence("moodle_contents", "core_course_get_contents", answer);
    }
}
