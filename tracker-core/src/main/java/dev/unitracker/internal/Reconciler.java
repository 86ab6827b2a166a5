package dev.unitracker.internal;

import dev.unitracker.dates.DateGrammar;
import dev.unitracker.diff.DiffRules;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.Fact;
import dev.unitracker.model.FactFields;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import dev.unitracker.spi.StoredItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one item per real thing out of what several collectors saw of one course, and decides what an absence means.
 * Pure: the time of the look comes in as an argument. Safe for use by several threads.
 */
public final class Reconciler {

    private final String account;
    private final ZoneId zone;
    private final DateGrammar grammar;
    private final boolean massRemovals;

    /**
     * @param account the account that the items belong to
     * @param zone the zone that dates in texts are read in
     * @param massRemovals whether it is believed that more than half of a course vanished at once
     */
    public Reconciler(String account, ZoneId zone, boolean massRemovals) {
        this.account = Objects.requireNonNull(account, "account");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.grammar = DateGrammar.in(zone);
        this.massRemovals = massRemovals;
    }

    /**
     * Works a look's observations into the state of one course.
     *
     * @param state what is stored
     * @param course the course's source key; null for what belongs to no course
     * @param observations of this look; sightings of other courses are left out
     * @param lookedAt when the look began
     */
    public Reconciled reconcile(
            CourseState state, @Nullable String course, List<Observation> observations, Instant lookedAt) {
        Sightbook book = new Sightbook(state.sightings());
        List<Observation> ordered = observations.stream()
                .sorted(Comparator.comparing(Observation::scope))
                .toList();
        for (Observation observation : ordered) {
            book.see(observation, ofCourse(observation, course));
        }
        Map<String, StoredItem> stored = byKey(state.items());
        Collection<String> suspected =
                new Absences(book, ordered, state.counted()).workIn(active(stored), massRemovals);
        Work work = new Work(book, stored, state.settled(), course, lookedAt);
        ordered.forEach(work::lookedAt);
        return work.result(suspected);
    }

    private static List<Sighting> ofCourse(Observation observation, @Nullable String course) {
        return observation.sightings().stream()
                .filter(sighting -> Objects.equals(sighting.course(), course))
                .toList();
    }

    private static Map<String, StoredItem> byKey(List<StoredItem> items) {
        return items.stream().collect(Collectors.toMap(item -> item.item().id().key(), item -> item));
    }

    private static Set<String> active(Map<String, StoredItem> stored) {
        return stored.entrySet().stream()
                .filter(entry -> entry.getValue().item().status() == ItemStatus.ACTIVE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One course's items while they are made. What contains others comes first, for its fate is theirs. */
    private final class Work {
        private final Sightbook book;
        private final Map<String, StoredItem> stored;
        private final Set<Scope> settled;
        private final @Nullable String course;
        private final Instant lookedAt;
        private final Map<String, Item> items = new TreeMap<>();
        private final Set<ItemId> baseline = new HashSet<>();
        private final Map<ItemId, Set<String>> learnt = new HashMap<>();
        private final Map<ItemId, Map<String, Remembered>> sources = new HashMap<>();
        private final Map<ItemId, Set<Evidence>> proofs = new HashMap<>();
        private final Map<Scope, Evidence> answers = new HashMap<>();

        Work(
                Sightbook book,
                Map<String, StoredItem> stored,
                Set<Scope> settled,
                @Nullable String course,
                Instant lookedAt) {
            this.book = book;
            this.stored = stored;
            this.settled = settled;
            this.course = course;
            this.lookedAt = lookedAt;
        }

        void lookedAt(Observation observation) {
            answers.put(observation.scope(), observation.evidence());
        }

        Reconciled result(Collection<String> suspected) {
            Set<String> keys = new TreeSet<>(stored.keySet());
            keys.addAll(book.keys());
            keys.stream()
                    .collect(Collectors.groupingBy(key -> book.around(key).size(), TreeMap::new, Collectors.toList()))
                    .values()
                    .forEach(sameDepth -> sameDepth.forEach(this::make));
            return new Reconciled(
                    List.copyOf(items.values()),
                    Set.copyOf(baseline),
                    new DiffRules(learnt),
                    sources,
                    proofs,
                    book.changed(),
                    book.forgotten(),
                    suspected);
        }

        private boolean proven(String key) {
            return book.of(key).stream().anyMatch(known -> known.sighting().presence());
        }

        private void make(String key) {
            StoredItem before = stored.get(key);
            goWithContainer(key);
            if (!proven(key)) {
                // Only mentioned by the way: not an item of its own, unless it once was.
                keep(before);
            } else if (book.gone(key)) {
                remove(key, before);
            } else if (book.missing(key)) {
                keep(before);
            } else {
                put(before, merged(key, before));
            }
        }

        private void keep(@Nullable StoredItem before) {
            if (before != null) {
                items.put(before.item().id().key(), before.item());
            }
        }

        /** What lay within something removed is gone from there, though it was not missed; only a sighting brings it back. */
        private void goWithContainer(String key) {
            for (Remembered known : book.of(key)) {
                String within = known.sighting().within();
                Item container = within == null ? null : items.get(within);
                if (known.sighting().presence() && container != null && container.status() == ItemStatus.REMOVED) {
                    book.enter(known.missed(Remembered.PROOF));
                }
            }
        }

        private void remove(String key, @Nullable StoredItem before) {
            if (before != null) {
                items.put(key, before.item().with(Field.STATUS, ItemStatus.REMOVED.key()));
                proofs.put(before.item().id(), absenceOf(key));
            }
        }

        /** The answers that should show it and do not, or those that do not show what it lay within. */
        private Set<Evidence> absenceOf(String key) {
            Set<Evidence> absence = book.of(key).stream()
                    .filter(known -> known.sighting().presence())
                    .flatMap(known -> Optional.ofNullable(answers.get(known.scope())).stream())
                    .collect(Collectors.toSet());
            return absence.isEmpty()
                    ? book.around(key).stream()
                            .flatMap(
                                    container -> proofs.getOrDefault(new ItemId(account, container), Set.of()).stream())
                            .collect(Collectors.toSet())
                    : absence;
        }

        private void put(@Nullable StoredItem before, Item item) {
            items.put(item.id().key(), item);
            if (before == null && belongsToBaseline(item)) {
                baseline.add(item.id());
            }
            if (before != null) {
                noteLearnt(before, item);
                proofs.put(item.id(), book.newAnswers(item.id().key()));
            }
        }

        private Item merged(String key, @Nullable StoredItem before) {
            ItemId id = new ItemId(account, key);
            Merge merge = Merge.of(book.of(key));
            SortedMap<String, String> fields = merge.fields();
            addFacts(fields, merge, before == null ? null : before.item());
            if (before != null) {
                before.item()
                        .get(Field.COMPLETION_OVERRIDE)
                        .ifPresent(override -> fields.put(Field.COMPLETION_OVERRIDE.key(), override));
            }
            sources.put(id, merge.winners());
            return Item.of(id, fields);
        }

        /** The same text keeps its facts, whatever the day: a date without a year must not wander with the clock. */
        private void addFacts(Map<String, String> fields, Merge merge, @Nullable Item before) {
            if (before != null && sameText(before, fields)) {
                before.fields().forEach((key, value) -> {
                    if (FactFields.isFact(key) && !book.statedBefore(before.id().key(), key)) {
                        fields.putIfAbsent(key, value);
                    }
                });
                return;
            }
            String text = text(fields);
            if (!text.isBlank()) {
                List<Fact> facts = grammar.facts(text, textDate(fields, merge));
                FactFields.encode(facts).forEach(fields::putIfAbsent);
                Remembered source = textSource(merge);
                fields.keySet().stream()
                        .filter(FactFields::isFact)
                        .filter(key -> source != null)
                        .forEach(key -> merge.winners().putIfAbsent(key, Objects.requireNonNull(source)));
            }
        }

        private boolean sameText(Item before, Map<String, String> fields) {
            return Objects.equals(before.fields().get(Field.TITLE.key()), fields.get(Field.TITLE.key()))
                    && Objects.equals(before.fields().get(Field.BODY.key()), fields.get(Field.BODY.key()));
        }

        private String text(Map<String, String> fields) {
            return fields.getOrDefault(Field.TITLE.key(), "") + "\n" + fields.getOrDefault(Field.BODY.key(), "");
        }

        private LocalDate textDate(Map<String, String> fields, Merge merge) {
            Remembered source = textSource(merge);
            String dated = source == null ? null : source.sighting().memo().get(Sighting.TEXT_DATE);
            String published = fields.get(Field.PUBLISHED_AT.key());
            Instant moment =
                    dated != null ? Instant.parse(dated) : published != null ? Instant.parse(published) : lookedAt;
            return LocalDate.ofInstant(moment, zone);
        }

        private @Nullable Remembered textSource(Merge merge) {
            Remembered body = merge.winners().get(Field.BODY.key());
            return body != null ? body : merge.winners().get(Field.TITLE.key());
        }

        /**
         * A first look at a scope or a course tells nobody, unless its container is news itself: the first announcement
         * of a new forum is an announcement.
         */
        private boolean belongsToBaseline(Item item) {
            String key = item.id().key();
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
            return course != null && stored.isEmpty() && proven(course);
        }

        /** Tells whether what is first seen within a container is no news; empty if it is no item. */
        private Optional<Boolean> isBaselineWithin(String container, List<Scope> scopes) {
            StoredItem before = stored.get(container);
            if (before != null) {
                return Optional.of(before.baseline() || firstLook(scopes));
            }
            return proven(container)
                    ? Optional.of(baseline.contains(new ItemId(account, container)))
                    : Optional.empty();
        }

        /** Tells whether the collectors of some scopes were added only now. */
        private boolean firstLook(List<Scope> scopes) {
            return scopes.stream()
                    .noneMatch(scope ->
                            settled.stream().anyMatch(old -> old.collector().equals(scope.collector())));
        }

        /** What is read for the first time of something long known did not change today. */
        private void noteLearnt(StoredItem before, Item item) {
            Map<String, Remembered> winners = sources.getOrDefault(item.id(), Map.of());
            Set<String> fields = winners.entrySet().stream()
                    .filter(winner -> mayBeToldLate(winner.getKey())
                            ? !book.statedBefore(item.id().key(), winner.getKey())
                            : isFirstRead(winner.getValue()) && (before.baseline() || isText(winner.getKey())))
                    .filter(winner -> !before.item().fields().containsKey(winner.getKey()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            if (!fields.isEmpty()) {
                learnt.put(item.id(), fields);
            }
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
                    || FactFields.isFact(field);
        }
    }
}
