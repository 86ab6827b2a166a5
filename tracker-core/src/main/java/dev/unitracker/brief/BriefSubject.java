package dev.unitracker.brief;

import dev.unitracker.model.Change;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that rules write a brief from. Immutable.
 *
 * @param item what it is about
 * @param courseTitle the title of its course; null for what belongs to none
 * @param within the item that it is a part of, for example a file's folder; null if it is a part of none
 * @param parts the items that are a part of it: a folder's files, a forum's discussions, a course's items; may be empty
 * @param changes its latest changes, in the order of the ledger; may be empty
 */
public record BriefSubject(
        Item item, @Nullable String courseTitle, @Nullable Item within, List<Item> parts, List<Change> changes) {

    private static final String SCHEDULE_DOCUMENT = "high_risk_schedule_document";

    /** Copies the lists. Only {@code courseTitle} and {@code within} may be null. */
    public BriefSubject {
        Objects.requireNonNull(item, "item");
        parts = List.copyOf(parts);
        changes = List.copyOf(changes);
    }

    /**
     * Finds what belongs to an item among those of its course.
     *
     * @param item the item
     * @param neighbours the items of its course, with the course itself; removed ones are not taken as parts
     * @param changes its latest changes, in the order of the ledger
     */
    public static BriefSubject of(Item item, List<Item> neighbours, List<Change> changes) {
        String course = item.course().orElse("");
        boolean isCourse = item.id().key().equals(course);
        String within = item.get(Field.WITHIN).orElse("");
        return new BriefSubject(
                item,
                find(neighbours, course).map(Item::title).orElse(null),
                find(neighbours, within).orElse(null),
                neighbours.stream()
                        .filter(other -> other.status() == ItemStatus.ACTIVE)
                        .filter(other -> !other.id().equals(item.id()))
                        .filter(other -> isCourse
                                || other.get(Field.WITHIN)
                                        .filter(item.id().key()::equals)
                                        .isPresent())
                        .toList(),
                changes);
    }

    private static Optional<Item> find(List<Item> items, String key) {
        return items.stream().filter(item -> item.id().key().equals(key)).findFirst();
    }

    /** Tells whether an item is a document that holds dates, as its review reason says: a syllabus, a timetable. */
    public static boolean isSchedule(Item item) {
        return item.get(Field.REVIEW_REASON).filter(SCHEDULE_DOCUMENT::equals).isPresent();
    }
}
