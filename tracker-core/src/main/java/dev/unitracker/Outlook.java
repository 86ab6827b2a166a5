package dev.unitracker;

import dev.unitracker.dates.FactType;
import dev.unitracker.internal.tell.Surroundings;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldValue;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.ReviewStatus;
import dev.unitracker.model.StoredItem;
import dev.unitracker.report.Risk;
import dev.unitracker.report.Risk.Reason;
import dev.unitracker.spi.Items;
import dev.unitracker.spi.StoreSession;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies ahead of one account. Reads only the items that have something ahead. */
final class Outlook {

    private static final Comparator<Risk> SOONEST_FIRST = Comparator.<Risk, Instant>comparing(
                    risk -> risk.at() == null ? Instant.MAX : risk.at())
            .thenComparing(risk -> risk.item().id());

    /** Between a day's first moment in UTC and its last one anywhere lie 42 hours. */
    private static final Duration LONGEST_DAY = Duration.ofHours(42);

    private final Items items;
    private final ZoneId zone;

    Outlook(StoreSession session, ZoneId zone) {
        this.items = session.items();
        this.zone = zone;
    }

    /** Returns what is due in {@code [from, to)} and not completed, soonest first, then by id. */
    List<StoredItem> deadlines(Instant from, Instant to) {
        return open(items.find(ItemQuery.active().due(from, to)).stream());
    }

    /** Returns the risks in {@code [from, to)}, soonest first; documents to watch come last. */
    List<Risk> risks(Instant from, Instant to) {
        Stream<StoredItem> candidates = Stream.of(
                        items.find(ItemQuery.active().due(from, to)),
                        items.find(ItemQuery.active().exam(from.minus(LONGEST_DAY), to)),
                        items.find(ItemQuery.active().review(ReviewStatus.WATCH)))
                .flatMap(Collection::stream);
        return open(candidates).stream()
                .flatMap(stored -> risk(stored, from, to).stream())
                .collect(Collectors.toMap(
                        risk -> activity(risk.item()), risk -> risk, BinaryOperator.minBy(SOONEST_FIRST)))
                .values()
                .stream()
                .sorted(SOONEST_FIRST)
                .toList();
    }

    /** Returns what still has to be done, each item once, in the given order. */
    private List<StoredItem> open(Stream<StoredItem> candidates) {
        List<StoredItem> open = candidates
                .filter(stored -> stored.item().completion() != Completion.COMPLETED)
                .distinct()
                .toList();
        Surroundings surroundings = new Surroundings(
                items::find, open.stream().map(StoredItem::item).toList());
        return open.stream().filter(stored -> surroundings.show(stored.item())).toList();
    }

    /** A file is a part of its activity; a discussion stands for itself. */
    private static ItemId activity(Item item) {
        ItemId id = item.id();
        return item.type().equals(ItemType.MATERIAL_FILE)
                ? item.get(Field.WITHIN).map(id::beside).orElse(id)
                : id;
    }

    private Optional<Risk> risk(StoredItem stored, Instant from, Instant to) {
        Item item = stored.item();
        Optional<Risk> soonest = Stream.concat(
                        item.dueAt().stream().map(due -> new Risk(stored, Reason.DUE, due, null)),
                        item.facts().stream()
                                .filter(fact -> fact.type() == FactType.EXAM_AT)
                                .flatMap(fact -> FieldValue.of(fact.value()).end(zone).stream()
                                        .map(exam -> new Risk(stored, Reason.EXAM, exam, fact))))
                .filter(risk -> risk.at() != null && within(risk.at(), from, to))
                .min(SOONEST_FIRST);
        boolean watched = item.review() == ReviewStatus.WATCH;
        return soonest.or(() -> watched ? Optional.of(new Risk(stored, Reason.WATCH, null, null)) : Optional.empty());
    }

    private static boolean within(Instant moment, Instant from, Instant to) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
