package dev.unitracker.testkit;

import dev.unitracker.brief.Brief;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.KeptAnswer;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.RunAnswers;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.StoredBrief;
import dev.unitracker.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Plain, valid examples; a test changes what matters to it, for example by {@link Item#with}. The same call gives equal values
 * each time. Safe for use by several threads.
 */
public final class Example {

    /** The account of the examples, unless another one is named. */
    public static final String ACCOUNT = "ana";

    /** The source of the examples. */
    public static final String SOURCE = "example";

    /** The course of the examples. */
    public static final String COURSE = "course:2";

    /** Where the examples belong. */
    public static final Home HOME = new Home(SOURCE, COURSE);

    /** When the examples happen: a noon in whole microseconds. */
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");

    private Example() {}

    /** Returns the id of a thing in the examples' account. */
    public static ItemId id(String key) {
        return new ItemId(ACCOUNT, SOURCE, key);
    }

    /** Returns an active item of the examples' course, with a title and nothing else. */
    public static Item item(ItemId id, ItemType type) {
        return Item.of(
                id,
                Map.of(
                        Field.STATUS.key(),
                        ItemStatus.ACTIVE.key(),
                        Field.TYPE.key(),
                        type.name(),
                        Field.COURSE.key(),
                        COURSE,
                        Field.TITLE.key(),
                        "Example " + id.key()));
    }

    /** Returns an assignment without a deadline. */
    public static Item assignment(String key) {
        return item(id(key), ItemType.ASSIGNMENT);
    }

    /** Returns an assignment with a deadline. */
    public static Item assignment(String key, Instant due) {
        return assignment(key).with(Field.DUE_AT, due.toString());
    }

    /** Returns an announcement with a text. */
    public static Item announcement(String key, String text) {
        return item(id(key), ItemType.ANNOUNCEMENT).with(Field.BODY, text);
    }

    /** Returns an item as it is stored after a first look at {@link #NOON}. */
    public static StoredItem stored(Item item) {
        return stored(item, NOON);
    }

    /** Returns an item as it is stored after its state changed at a moment. */
    public static StoredItem stored(Item item, Instant updatedAt) {
        return new StoredItem(
                item, false, NOON, updatedAt, 1, "key of " + item.id().key());
    }

    /** Returns an entry for the ledger, not numbered yet: the item is new. */
    public static Change change(Item item) {
        return change(item, NOON);
    }

    /** Returns an entry for the ledger, not numbered yet: the item is new, and was seen at a moment. */
    public static Change change(Item item, Instant seenAt) {
        return new Change(
                0,
                item.id(),
                ChangeKind.NEW,
                Change.About.of(item),
                List.of(new FieldChange(Field.TITLE.key(), null, item.title())),
                "key of " + item.id().key(),
                seenAt,
                false,
                List.of(evidence()));
    }

    /** Returns where the examples were learnt. */
    public static Evidence evidence() {
        return new Evidence(SOURCE, "read_examples", "ab".repeat(32));
    }

    /** Returns a scope of the part {@code example}. */
    public static Scope scope(String key) {
        return new Scope("example", key);
    }

    /** Returns what a collector says of an assignment of the examples' course. */
    public static Sighting sighting(String key) {
        return Sighting.of(key, ItemType.ASSIGNMENT)
                .course(COURSE)
                .title("Example " + key)
                .build();
    }

    /** Returns an example sighting as it is remembered after it was seen. */
    public static Remembered remembered(Scope scope, String key) {
        return new Remembered(scope, sighting(key), 0, evidence());
    }

    /** Returns a brief of an item as a model wrote it at {@link #NOON}. */
    public static StoredBrief brief(Item item) {
        Brief brief = new Brief(
                "Assignment in Example course: hand in before Friday.",
                List.of("It says: ten pages at most", "Next step: hand it in"),
                List.of(new Brief.KeyDate("due_at", "2026-03-06", "deadline", "by Friday 6 March", 0.5)),
                List.of("Ten pages at most."),
                List.of("due in less than 72 hours"),
                new Brief.CourseContext(COURSE, "Example course", item.type()),
                0.5,
                List.of(Brief.SourceRef.to(item)),
                new Brief.Making(Brief.Origin.BACKFILL, "example-model", NOON));
        return new StoredBrief(
                item.id(), brief, Language.ENGLISH.code(), "key of " + item.id().key());
    }

    /**
     * Returns a complete run that began at {@link #NOON} and took a minute, with one answer.
     *
     * @param name the name of the run; a store keeps one of each
     */
    public static RunAnswers run(String name) {
        Run run = new Run(
                name,
                true,
                false,
                NOON,
                NOON.plus(Duration.ofMinutes(1)),
                Run.Outcome.COMPLETE,
                List.of(PartOutcome.complete("example")),
                4,
                1);
        return RunAnswers.of(
                run, Map.of("example", List.of(KeptAnswer.kept("read_examples", "application/json", "ab".repeat(32)))));
    }
}
