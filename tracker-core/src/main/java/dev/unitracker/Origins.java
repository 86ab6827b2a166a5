package dev.unitracker;

import dev.unitracker.internal.history.Readings;
import dev.unitracker.model.Change;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemQuery;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Delivery;
import dev.unitracker.run.Run;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers where things come from, out of one session. */
record Origins(StoreSession session) {

    private static final int JOBS = 100;
    private static final int RUNS = 10;
    private static final int DELIVERIES = 100;

    Optional<Provenance> provenance(ItemId id) {
        return session.items().find(id).map(stored -> {
            List<Change> changes = session.ledger().of(List.of(id), Instant.MIN);
            List<Evidence> seen = seen(stored.item()).getOrDefault(id.key(), List.of());
            return new Provenance(
                    stored,
                    changes,
                    session.outbox().latest(id, Integer.MAX_VALUE),
                    session.modelJobs().of(id, JOBS),
                    Stream.concat(
                                    seen.stream(),
                                    changes.stream().map(Change::evidence).flatMap(Collection::stream))
                            .distinct()
                            .toList());
        });
    }

    Optional<Content> content(ItemId id) {
        return session.items().find(id).map(stored -> {
            Map<String, List<Remembered>> seen = session.sightings().of(Home.of(stored.item())).stream()
                    .collect(Collectors.groupingBy(known -> known.sighting().key()));
            return new Content(
                    stored,
                    filesOf(stored).stream()
                            .map(file -> file(
                                    file, seen.getOrDefault(file.item().id().key(), List.of())))
                            .toList());
        });
    }

    private static Content.File file(StoredItem file, List<Remembered> seen) {
        return new Content.File(
                file,
                seen.stream().map(Remembered::evidence).toList(),
                memo(seen, Sighting.SIZE)
                        .filter(size -> size.matches("\\d{1,18}"))
                        .map(Long::valueOf));
    }

    Optional<String> shortName(ItemId course) {
        return session.items()
                .find(course)
                .flatMap(stored ->
                        memo(session.sightings().of(Home.of(stored.item()), course.key()), Sighting.SHORT_NAME));
    }

    private static Optional<String> memo(List<Remembered> seen, String name) {
        return seen.stream()
                .flatMap(known -> Optional.ofNullable(known.sighting().memo().get(name)).stream())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private List<StoredItem> filesOf(StoredItem stored) {
        Item item = stored.item();
        if (item.type().equals(ItemType.MATERIAL_FILE)) {
            return List.of(stored);
        }
        String key = item.id().key();
        return session.items().find(ItemQuery.all().besides(item).type(ItemType.MATERIAL_FILE)).stream()
                .filter(file ->
                        file.item().get(Field.WITHIN).filter(key::equals).isPresent())
                .toList();
    }

    /** Returns what the sightings in an item's course were learnt from, by key. */
    private Map<String, List<Evidence>> seen(Item item) {
        return session.sightings().of(Home.of(item)).stream()
                .collect(Collectors.groupingBy(
                        known -> known.sighting().key(),
                        Collectors.mapping(Remembered::evidence, Collectors.toList())));
    }

    Health health(Instant now) {
        List<Run> runs = session.runs().latest(RUNS);
        List<Delivery> planned = session.outbox().latest(null, DELIVERIES);
        Optional<Run> read = Readings.latest(session);
        Optional<Instant> first = read.isPresent()
                ? Optional.empty()
                : session.runs().after("", 1).stream()
                        .map(answers -> answers.run().startedAt())
                        .findFirst();
        return new Health(
                now,
                read.map(Run::finishedAt).orElse(null),
                first.orElse(null),
                Readings.isRefused(session),
                runs,
                planned.stream()
                        .filter(delivery -> delivery.state() == Delivery.State.FAILED)
                        .toList(),
                planned.stream().filter(Origins::isTriedInVain).toList(),
                session.outbox().waitingSince(now).orElse(null));
    }

    /** Whoever is sending it now has not said yet how it went. */
    private static boolean isTriedInVain(Delivery delivery) {
        return delivery.state() == Delivery.State.PENDING
                && delivery.attempts() > 0
                && !delivery.detail().isEmpty();
    }
}
