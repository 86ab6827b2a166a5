package dev.unitracker.memory;

import dev.unitracker.dates.FactType;
import dev.unitracker.model.FieldValue;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ReviewStatus;
import dev.unitracker.spi.Agenda;
import dev.unitracker.spi.Items;
import dev.unitracker.spi.StoredItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What lies ahead among the items in memory. */
record MemoryAgenda(Items items) implements Agenda {

    @Override
    public List<StoredItem> dueBetween(Instant from, Instant to) {
        return active(item -> within(item.dueAt().stream(), from, to))
                .sorted(Comparator.comparing(stored -> stored.item().dueAt().orElseThrow()))
                .toList();
    }

    @Override
    public List<StoredItem> examsBetween(Instant from, Instant to) {
        return active(item -> within(exams(item), from, to)).toList();
    }

    @Override
    public List<StoredItem> toWatch() {
        return active(item -> item.review() == ReviewStatus.WATCH).toList();
    }

    private Stream<StoredItem> active(Predicate<Item> which) {
        return items.all().stream()
                .filter(stored -> stored.item().status() == ItemStatus.ACTIVE)
                .filter(stored -> which.test(stored.item()));
    }

    private static Stream<Instant> exams(Item item) {
        return item.facts().stream()
                .filter(fact -> fact.type() == FactType.EXAM_AT)
                .flatMap(fact -> FieldValue.of(fact.value()).start(ZoneOffset.UTC).stream());
    }

    private static boolean within(Stream<Instant> moments, Instant from, Instant to) {
        return moments.anyMatch(moment -> !moment.isBefore(from) && moment.isBefore(to));
    }
}
