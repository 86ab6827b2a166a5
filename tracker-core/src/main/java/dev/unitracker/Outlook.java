package dev.unitracker;

import dev.unitracker.Risk.Reason;
import dev.unitracker.model.Completion;
import dev.unitracker.model.Fact;
import dev.unitracker.model.FactType;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies ahead, as a pure function of the items. */
final class Outlook {

    private static final Comparator<Risk> SOONEST_FIRST = Comparator.<Risk, Instant>comparing(
                    risk -> risk.at() == null ? Instant.MAX : risk.at())
            .thenComparing(risk -> risk.item().id());

    private final List<Item> items;
    private final ZoneId zone;

    Outlook(Collection<Item> items, ZoneId zone) {
        Set<String> left = items.stream()
                .filter(item -> item.status() == ItemStatus.REMOVED)
                .map(item -> item.id().key())
                .collect(Collectors.toSet());
        // What belongs to a course that was left is no longer read, so it would stay as it was for ever.
        this.items = items.stream()
                .filter(item -> item.status() == ItemStatus.ACTIVE && item.completion() != Completion.COMPLETED)
                .filter(item -> item.course().filter(left::contains).isEmpty())
                .toList();
        this.zone = zone;
    }

    /** Returns what is due in {@code [from, to)} and not completed, soonest first, then by id. */
    List<Item> deadlines(Instant from, Instant to) {
        return items.stream()
                .filter(item ->
                        item.dueAt().filter(due -> within(due, from, to)).isPresent())
                .sorted(Comparator.comparing((Item item) -> item.dueAt().orElseThrow())
                        .thenComparing(Item::id))
                .toList();
    }

    /** Returns the risks in {@code [from, to)}, soonest first; documents to watch come last. */
    List<Risk> risks(Instant from, Instant to) {
        return items.stream()
                .flatMap(item -> risk(item, from, to).stream())
                .collect(Collectors.toMap(
                        risk -> activity(risk.item()), risk -> risk, BinaryOperator.minBy(SOONEST_FIRST)))
                .values()
                .stream()
                .sorted(SOONEST_FIRST)
                .toList();
    }

    /** A file is a part of its activity; a discussion stands for itself. */
    private static String activity(Item item) {
        String key = item.id().key();
        return item.type().equals(ItemType.MATERIAL_FILE)
                ? item.get(Field.WITHIN).orElse(key)
                : key;
    }

    private Optional<Risk> risk(Item item, Instant from, Instant to) {
        Optional<Risk> soonest = Stream.concat(
                        item.dueAt().stream().map(due -> new Risk(item, Reason.DUE, due)),
                        item.facts().stream()
                                .filter(fact -> fact.type() == FactType.EXAM_AT)
                                .flatMap(fact -> moment(fact).stream())
                                .map(exam -> new Risk(item, Reason.EXAM, exam)))
                .filter(risk -> risk.at() != null && within(risk.at(), from, to))
                .min(SOONEST_FIRST);
        boolean watched = item.get(Field.REVIEW_STATUS).filter("watch"::equals).isPresent();
        return soonest.or(() -> watched ? Optional.of(new Risk(item, Reason.WATCH, null)) : Optional.empty());
    }

    /** A date without a time lasts until the day's end, so it is not over before the day is. */
    private Optional<Instant> moment(Fact fact) {
        try {
            return Optional.of(
                    fact.value().contains("T")
                            ? Instant.parse(fact.value())
                            : LocalDate.parse(fact.value())
                                    .plusDays(1)
                                    .atStartOfDay(zone)
                                    .toInstant()
                                    .minusSeconds(1));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean within(Instant moment, Instant from, Instant to) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
