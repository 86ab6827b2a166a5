package dev.unitracker.internal.reconcile;

import dev.unitracker.model.Evidence;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.StoredItem;
import dev.unitracker.spi.Home;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final boolean massRemovals;
    private final Set<Scope> provenEmpty;

    /**
     * @param account the account that the items belong to
     * @param zone the zone that dates in texts are read in
     * @param massRemovals whether it is believed that more than half of a course vanished at once
     * @param provenEmpty the scopes whose absences need no second look
     */
    public Reconciler(String account, ZoneId zone, boolean massRemovals, Set<Scope> provenEmpty) {
        this.account = Objects.requireNonNull(account, "account");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.massRemovals = massRemovals;
        this.provenEmpty = Set.copyOf(provenEmpty);
    }

    /**
     * Works a look's observations into the state of one course.
     *
     * @param state what is stored
     * @param home the course, or what belongs to none
     * @param observations of this look; sightings of other courses are left out
     * @param lookedAt when the look began
     */
    public Reconciled reconcile(CourseState state, Home home, List<Observation> observations, Instant lookedAt) {
        @Nullable String course = home.hasNoCourse() ? null : home.course();
        Sightbook book = new Sightbook(state.sightings());
        List<Observation> ordered = observations.stream()
                .sorted(Comparator.comparing(Observation::scope))
                .toList();
        for (Observation observation : ordered) {
            book.see(observation, ofCourse(observation, course));
        }
        Map<String, StoredItem> stored = byKey(state.items());
        Suspicion suspected =
                new Absences(book, ordered, state.counted(), provenEmpty).workIn(active(stored), massRemovals);
        return new CourseItems(
                        key -> new ItemId(account, home.source(), key),
                        stored,
                        answers(ordered),
                        new FirstReading(book, stored, state.settled(), course),
                        new TextFacts(zone, book, lookedAt))
                .make(suspected);
    }

    private static List<Sighting> ofCourse(Observation observation, @Nullable String course) {
        return observation.sightings().stream()
                .filter(sighting -> Objects.equals(sighting.course(), course))
                .toList();
    }

    private static Map<Scope, Evidence> answers(List<Observation> observations) {
        Map<Scope, Evidence> answers = new HashMap<>();
        observations.forEach(observation -> answers.put(observation.scope(), observation.evidence()));
        return answers;
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
}
