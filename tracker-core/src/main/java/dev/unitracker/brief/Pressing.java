package dev.unitracker.brief;

import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.ReviewStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Which items of a course press most: what comes soonest, then documents to watch, then what was published last. */
final class Pressing {

    private static final Set<ItemType> TASKS = Set.of(ItemType.ASSIGNMENT, ItemType.QUIZ);
    private static final Duration FRESH = Duration.ofDays(14);

    private final BriefText words;
    private final KeyDates dates;

    Pressing(BriefText words) {
        this.words = words;
        this.dates = new KeyDates(words);
    }

    /** Returns at most so many of some items; what is done, over or gone is left out, an activity and its files are one. */
    List<Item> of(List<Item> items, int most) {
        Map<ItemId, Ranked> activities = new TreeMap<>();
        items.stream()
                .filter(item -> !item.type().equals(ItemType.COURSE))
                .filter(this::concerns)
                .map(this::ranked)
                .forEach(ranked -> activities.merge(activity(ranked.item()), ranked, BinaryOperator.minBy(ORDER)));
        return activities.values().stream()
                .sorted(ORDER)
                .limit(most)
                .map(Ranked::item)
                .toList();
    }

    /** Returns when an item is next due, opens, begins or has an exam; {@link Instant#MAX} if it never does. */
    private Instant next(Item item) {
        return dates.next(dates.of(new BriefSubject(item, null, null, List.of(), List.of())))
                .flatMap(date -> words.last(date.value()))
                .orElse(Instant.MAX);
    }

    private record Ranked(Item item, Instant next, boolean watched, Instant published) {}

    private static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::next)
            .thenComparing(Ranked::watched, Comparator.reverseOrder())
            .thenComparing(Ranked::published, Comparator.reverseOrder())
            .thenComparing(ranked -> ranked.item().id());

    private Ranked ranked(Item item) {
        return new Ranked(
                item,
                next(item),
                item.review() != ReviewStatus.NONE,
                item.publishedAt().orElse(Instant.EPOCH));
    }

    private boolean concerns(Item item) {
        Situation situation = Situation.of(item, words.now());
        if (situation != Situation.UNDATED) {
            return situation.concerns();
        }
        // A folder or a forum does not press.
        return item.review() != ReviewStatus.NONE
                || TASKS.contains(item.type())
                || isFreshNews(item)
                || next(item).isBefore(Instant.MAX);
    }

    private boolean isFreshNews(Item item) {
        return item.type().equals(ItemType.ANNOUNCEMENT)
                && item.publishedAt()
                        .filter(at -> at.isAfter(words.now().minus(FRESH)))
                        .isPresent();
    }

    private static ItemId activity(Item item) {
        ItemId id = item.id();
        return item.type().equals(ItemType.MATERIAL_FILE)
                ? item.get(Field.WITHIN).map(id::beside).orElse(id)
                : id;
    }
}
