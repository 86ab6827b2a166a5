package dev.unitracker.memory;

import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.State;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.spi.Outbox;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one account's people are told, in memory. */
final class MemoryOutbox implements Outbox {

    private static final Comparator<Delivery> SOONEST_FIRST = Comparator.comparing(Delivery::notBefore)
            .thenComparing(delivery -> delivery.notice().latestChange())
            .thenComparing(Delivery::key);

    private static final Comparator<Delivery> LATEST_FIRST =
            Comparator.comparing(Delivery::createdAt).reversed().thenComparing(Delivery::key);

    private final TreeMap<String, Delivery> deliveries = new TreeMap<>();
    private final Seal seal;

    MemoryOutbox(Seal seal) {
        this.seal = seal;
    }

    MemoryOutbox copy(Seal of) {
        MemoryOutbox copy = new MemoryOutbox(of);
        copy.deliveries.putAll(deliveries);
        return copy;
    }

    @Override
    public void add(Collection<Delivery> planned) {
        seal.check();
        planned.forEach(delivery -> deliveries.putIfAbsent(delivery.key(), delivery));
    }

    @Override
    public void save(Delivery delivery) {
        seal.check();
        deliveries.replace(delivery.key(), delivery);
    }

    @Override
    public Optional<Delivery> find(String key) {
        return Optional.ofNullable(deliveries.get(key));
    }

    @Override
    public List<Delivery> next(Address to, Instant now, int limit) {
        return where(delivery -> delivery.state() == State.PENDING
                        && delivery.to().equals(to)
                        && !delivery.notBefore().isAfter(now)
                        && (delivery.takenUntil() == null
                                || !delivery.takenUntil().isAfter(now)))
                .sorted(SOONEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Delivery> telling(long change) {
        return where(delivery -> delivery.notice().latestChange() == change).toList();
    }

    @Override
    public List<Delivery> latest(@Nullable ItemId item, int limit) {
        return where(delivery -> item == null
                        || delivery.notice().item().filter(item::equals).isPresent())
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public int forget(Instant before) {
        seal.check();
        int all = deliveries.size();
        deliveries.values().removeIf(delivery -> isOver(delivery, before));
        return all - deliveries.size();
    }

    private static boolean isOver(Delivery delivery, Instant before) {
        Instant expires = delivery.expiresAt();
        return delivery.state() != State.PENDING
                && delivery.notice().kind() != NoticeKind.OPERATIONS
                && delivery.createdAt().isBefore(before)
                && (expires == null || expires.isBefore(before));
    }

    private Stream<Delivery> where(Predicate<Delivery> condition) {
        return deliveries.values().stream().filter(condition);
    }
}
