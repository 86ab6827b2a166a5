package dev.unitracker;

import dev.unitracker.internal.history.KnownParts;
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
import dev.unitracker.spi.Home;
import dev.unitracker.spi.Part;
import dev.unitracker.spi.PartOutcome;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Run;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers where things come from, out of one session. */
record Origins(StoreSession session) {

    private static final int JOBS = 100;
    private static final int RUNS = 10;
    private static final int LATE_RUNS = 100;
    private static final int PAST_RUNS = 500;
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
            Map<String, List<Evidence>> seen = seen(stored.item());
            return new Content(
                    stored,
                    filesOf(stored).stream()
                            .map(file -> new Content.File(
                                    file, seen.getOrDefault(file.item().id().key(), List.of())))
                            .toList());
        });
    }

    private List<StoredItem> filesOf(StoredItem stored) {
        Item item = stored.item();
        if (item.type().equals(ItemType.MATERIAL_FILE)) {
            return List.of(stored);
        }
        String key = item.id().key();
        return session
                .items()
                .find(ItemQuery.all()
                        .source(item.id().source())
                        .course(item.course().orElse(""))
                        .type(ItemType.MATERIAL_FILE))
                .stream()
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

    /** Reads on into the past only where a part was not seen completely lately. */
    Freshness freshness() {
        Freshness lately = freshness(withLatestFull(LATE_RUNS));
        boolean known = lately.completeAt().isPresent() || lately.parts().isEmpty();
        return known ? lately : freshness(withLatestFull(PAST_RUNS));
    }

    /** Looks at some parts may fill the latest runs; a full look names all parts. */
    private List<Run> withLatestFull(int limit) {
        return Stream.concat(session.runs().latest(limit).stream(), session.runs().latestFull(1).stream())
                .distinct()
                .toList();
    }

    private Freshness freshness(List<Run> latestFirst) {
        Map<String, Part> labelled =
                KnownParts.of(session.notes()).stream().collect(Collectors.toMap(Part::name, Function.identity()));
        Map<String, Freshness.OfPart> parts = new HashMap<>();
        latestFirst.stream()
                .filter(Run::ended)
                .forEach(run -> run.parts().forEach(outcome -> {
                    Part part = labelled.getOrDefault(outcome.part(), Part.named(outcome.part()));
                    parts.merge(outcome.part(), of(run, part, outcome), Origins::later);
                }));
        return new Freshness(List.copyOf(parts.values()));
    }

    private static Freshness.OfPart of(Run run, Part part, PartOutcome outcome) {
        Instant at = run.finishedAt();
        return new Freshness.OfPart(part, at, outcome.complete() ? at : null, outcome.missed());
    }

    private static Freshness.OfPart later(Freshness.OfPart later, Freshness.OfPart earlier) {
        Instant complete = later.completeAt() == null ? earlier.completeAt() : later.completeAt();
        return new Freshness.OfPart(later.part(), later.lookedAt(), complete, later.missed());
    }

    Health health(Instant now) {
        List<Run> runs = session.runs().latest(RUNS);
        List<Delivery> failed = session.outbox().latest(null, DELIVERIES).stream()
                .filter(delivery -> delivery.progress().state() == Delivery.State.FAILED)
                .toList();
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
                failed);
    }
}
