package dev.unitracker.internal;

import dev.unitracker.dates.DateGrammar;
import dev.unitracker.diff.DiffRules;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /**
     * @param account the account that the items belong to
     * @param zone the zone that dates in texts are read in
     */
    public Reconciler(String account, ZoneId zone) {
        this.account = Objects.requireNonNull(account, "account");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.grammar = DateGrammar.in(zone);
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
        Collection<String> suspected = new Absences(book).workIn(ordered, active(stored));
        return new Work(course, book, stored, state.settled(), lookedAt).result(suspected);
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
        private final @Nullable String course;
        private final Sightbook book;
        private final Map<String, StoredItem> stored;
        private final Set<Scope> settled;
        private final Instant lookedAt;
        private final Map<String, Item> items = new TreeMap<>();
        private final Set<ItemId> baseline = new HashSet<>();
        private final Map<ItemId, Set<String>> learnt = new HashMap<>();
        private final Map<ItemId, Map<String, Remembered>> sources = new HashMap<>();

        Work(
                @Nullable String course,
                Sightbook book,
                Map<String, StoredItem> stored,
                Set<Scope> settled,
                Instant lookedAt) {
            this.course = course;
            this.book = book;
            this.stored = stored;
            this.settled = settled;
            this.lookedAt = lookedAt;
        }

        Reconciled result(Collection<String> suspected) {
            Set<String> keys = new TreeSet<>(stored.keySet());
            keys.addAll(book.keys());
            List<String> ordered = new ArrayList<>(keys);
            ordered.sort(Comparator.comparingInt(this::depth));
            ordered.forEach(this::make);
            return new Reconciled(
                    List.copyOf(items.values()),
                    Set.copyOf(baseline),
                    new DiffRules(learnt),
                    sources,
                    book.changed(),
                    book.forgotten(),
                    suspected);
        }

        private int depth(String key) {
            if (key.equals(course)) {
                return 0;
            }
            return container(key) == null ? 1 : 2;
        }

        private @Nullable String container(String key) {
            return book.of(key).stream()
                    .map(known -> known.sighting().within())
                    .filter(within -> within != null && (stored.containsKey(within) || proven(within)))
                    .findFirst()
                    .orElse(null);
        }

        private boolean proven(String key) {
            return book.of(key).stream().anyMatch(known -> known.sighting().presence());
        }

        private void make(String key) {
            StoredItem before = stored.get(key);
            if (!proven(key)) {
                // Only mentioned by the way: not an item of its own, unless it once was.
                keep(before);
            } else if (book.gone(key) || containerGone(key)) {
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

        /** What is in a course goes with it: where the student is let in no more, nothing can be missed. */
        private boolean containerGone(String key) {
            return removed(container(key)) || (!key.equals(course) && removed(course));
        }

        private boolean removed(@Nullable String key) {
            Item item = key == null ? null : items.get(key);
            return item != null && item.status() == ItemStatus.REMOVED;
        }

        private void remove(String key, @Nullable StoredItem before) {
            // What went with its container was not missed in its own scope; from now on only a sighting brings it back.
            for (Remembered known : book.of(key)) {
                if (known.sighting().presence() && known.missed() < Remembered.PROOF) {
                    book.enter(known.missed(Remembered.PROOF));
                }
            }
            if (before != null) {
                items.put(key, before.item().with(Field.STATUS, ItemStatus.REMOVED.key()));
            }
        }

        private void put(@Nullable StoredItem before, Item item) {
            items.put(item.id().key(), item);
            if (before == null && belongsToBaseline(item)) {
                baseline.add(item.id());
            }
            if (before != null) {
                noteLearnt(before, item);
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
        private void addFacts(SortedMap<String, String> fields, Merge merge, @Nullable Item before) {
            if (before != null && sameText(before, fields)) {
                before.fields().forEach((key, value) -> {
                    if (FactFields.isFact(key)) {
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

        private boolean sameText(Item before, SortedMap<String, String> fields) {
            return Objects.equals(before.fields().get(Field.TITLE.key()), fields.get(Field.TITLE.key()))
                    && Objects.equals(before.fields().get(Field.BODY.key()), fields.get(Field.BODY.key()));
        }

        private String text(SortedMap<String, String> fields) {
            return fields.getOrDefault(Field.TITLE.key(), "") + "\n" + fields.getOrDefault(Field.BODY.key(), "");
        }

        private LocalDate textDate(SortedMap<String, String> fields, Merge merge) {
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
         * A first look at a scope tells nobody, unless its container is news itself: the first announcement of a new
         * forum is an announcement.
         */
        private boolean belongsToBaseline(Item item) {
            boolean seenBefore = book.of(item.id().key()).stream()
                    .filter(known -> known.sighting().presence())
                    .anyMatch(known -> settled.contains(known.scope()));
            if (seenBefore) {
                return false;
            }
            String container = container(item.id().key());
            return container == null
                    || stored.containsKey(container)
                    || baseline.contains(new ItemId(account, container));
        }

        /** What is read for the first time of something long known did not change today. */
        private void noteLearnt(StoredItem before, Item item) {
            Map<String, Remembered> winners = sources.getOrDefault(item.id(), Map.of());
            Set<String> fields = winners.entrySet().stream()
                    .filter(winner -> !settled.contains(winner.getValue().scope()))
                    .filter(winner -> !book.knewBefore(winner.getValue()))
                    .filter(winner -> before.baseline() || isText(winner.getKey()))
                    .filter(winner -> !before.item().fields().containsKey(winner.getKey()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            if (!fields.isEmpty()) {
                learnt.put(item.id(), fields);
            }
        }

        private static boolean isText(String field) {
            return field.equals(Field.BODY.key())
                    || field.equals(Field.FILE_VERSION.key())
                    || field.equals(Field.REVIEW_STATUS.key())
                    || field.equals(Field.REVIEW_REASON.key())
                    || FactFields.isFact(field);
        }
    }
}
