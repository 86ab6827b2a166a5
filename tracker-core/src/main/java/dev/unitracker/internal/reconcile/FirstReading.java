package dev.unitracker.internal.reconcile;

import dev.unitracker.model.Field;
import dev.unitracker.model.FieldKey;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells news from what is merely read for the first time, in one course. */
final class FirstReading {

    private final Sightbook book;
    private final Map<String, StoredItem> stored;
    private final Set<Scope> settled;
    private final @Nullable String course;
    private final Map<String, ItemId> baseline = new HashMap<>();

    /**
     * @param book all that is known of the course's items
     * @param stored the items before the look, by source key
     * @param settled the scopes that were seen completely before
     * @param course the course's source key; null for what belongs to no course
     */
    FirstReading(Sightbook book, Map<String, StoredItem> stored, Set<Scope> settled, @Nullable String course) {
        this.book = book;
        this.stored = stored;
        this.settled = settled;
        this.course = course;
    }

    /** Returns the items judged so far of which nobody is told. */
    Set<ItemId> baseline() {
        return Set.copyOf(baseline.values());
    }

    /** Judges an item that was not stored before. What contains it was judged already. */
    void judge(Item item) {
        if (belongsToBaseline(item.id().key())) {
            baseline.put(item.id().key(), item.id());
        }
    }

    /**
     * Returns the fields of a stored item that were only learnt: what is read for the first time of something long known did
     * not change today, nor did what this look's answer says moved by itself.
     *
     * @param winners which answer gave each field
     */
    Set<String> learnt(StoredItem before, Map<String, Remembered> winners) {
        String key = before.item().id().key();
        Set<String> fields = winners.entrySet().stream()
                .filter(winner -> mayBeToldLate(winner.getKey())
                        ? !book.statedBefore(key, winner.getKey())
                        : isFirstRead(winner.getValue()) && (before.baseline() || isText(winner.getKey())))
                .map(Map.Entry::getKey)
                .filter(field -> !before.item().fields().containsKey(field))
                .collect(Collectors.toCollection(HashSet::new));
        for (Remembered answer : book.changed(key)) {
            answer.sighting().movedByThemselves().stream()
                    .filter(field -> winners.getOrDefault(field, answer).equals(answer))
                    .forEach(fields::add);
        }
        if (fields.contains(Field.BODY.key()) || fields.contains(Field.TITLE.key())) {
            fields.addAll(factsOfTexts(before, winners));
        }
        return fields;
    }

    /** What a text states follows the text, also where the answers say nothing of it by itself. */
    private static Set<String> factsOfTexts(StoredItem before, Map<String, Remembered> winners) {
        return Stream.concat(before.item().fields().keySet().stream(), winners.keySet().stream())
                .filter(field -> FieldKey.of(field).fact().isPresent())
                .filter(field -> !winners.containsKey(field)
                        || !winners.get(field).sighting().fields().containsKey(field))
                .collect(Collectors.toSet());
    }

    /**
     * A first look at a scope or a course tells nobody, unless its container is news itself: the first announcement of a new
     * forum is an announcement.
     */
    private boolean belongsToBaseline(String key) {
        if (isJoined() && !key.equals(course)) {
            return true;
        }
        List<Scope> scopes = book.of(key).stream()
                .filter(known -> known.sighting().presence())
                .map(Remembered::scope)
                .toList();
        return scopes.stream().noneMatch(settled::contains)
                && book.around(key).stream()
                        .flatMap(container -> isBaselineWithin(container, scopes).stream())
                        .findFirst()
                        .orElse(true);
    }

    /** Tells whether this is the first that is seen of the course, the course itself included. */
    private boolean isJoined() {
        return course != null && stored.isEmpty() && book.proven(course);
    }

    /** Tells whether what is first seen within a container is no news; empty if it is no item. */
    private Optional<Boolean> isBaselineWithin(String container, List<Scope> scopes) {
        StoredItem before = stored.get(container);
        if (before != null) {
            return Optional.of(before.baseline() || areOfNewParts(scopes));
        }
        return book.proven(container) ? Optional.of(baseline.containsKey(container)) : Optional.empty();
    }

    private boolean areOfNewParts(List<Scope> scopes) {
        return scopes.stream()
                .noneMatch(scope -> settled.stream().anyMatch(old -> old.part().equals(scope.part())));
    }

    private boolean isFirstRead(Remembered answer) {
        return !settled.contains(answer.scope()) && !book.knewBefore(answer);
    }

    /** What a source tells only while the student is let in: that it comes to be mentioned is no change. */
    private static boolean mayBeToldLate(String field) {
        return field.equals(Field.TIME_LIMIT.key())
                || field.equals(Field.ATTEMPTS.key())
                || field.equals(Field.FILE_VERSION.key());
    }

    private static boolean isText(String field) {
        return field.equals(Field.BODY.key())
                || field.equals(Field.REVIEW_STATUS.key())
                || field.equals(Field.REVIEW_REASON.key())
                || FieldKey.of(field).fact().isPresent();
    }
}
