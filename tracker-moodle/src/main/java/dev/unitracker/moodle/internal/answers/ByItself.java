package dev.unitracker.moodle.internal.answers;

import dev.unitracker.model.Field;
import dev.unitracker.spi.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two looks though nobody changed it: a session that has begun, and the next one of its series;
 * the words of another language; names and ends of dates that an older site did not tell. It is stored, but no news.
 */
public final class ByItself {

    private final Map<String, Sighting> before = new HashMap<>();
    private final Set<String> spoken;
    private final Instant now;
    private final ZoneShift zones;

    /**
     * @param before what the last look saw in the same scope
     * @param seen what this look sees there
     * @param now when this look began
     * @param zones what is known of the student's zone
     */
    public ByItself(Collection<Sighting> before, Collection<Sighting> seen, Instant now, ZoneShift.Zones zones) {
        before.forEach(sighting -> this.before.put(sighting.key(), sighting));
        this.spoken = seen.stream()
                .flatMap(sighting -> Restriction.keptIn(sighting).stream())
                .flatMap(restriction -> restriction.lines().stream())
                .collect(Collectors.toSet());
        this.now = now;
        this.zones = ZoneShift.between(this.before, seen, zones);
    }

    /** Returns a sighting that says which of its differences nobody made. */
    public Sighting noted(Sighting seen) {
        Sighting was = before.get(seen.key());
        if (was == null) {
            return seen;
        }
        Sighting continued = continued(seen, was);
        Set<String> moved = new TreeSet<>(DateNames.given(continued.fields(), was.fields()));
        if (nextSession(continued, was)) {
            moved.add(Field.STARTS_AT.key());
        }
        if (firstToldEnd(continued, was)) {
            moved.add(Field.ENDS_AT.key());
        }
        if (reworded(continued, was)) {
            moved.add(Field.AVAILABILITY.key());
        }
        return moved.isEmpty() ? continued : continued.byItself(moved);
    }

    /** What has begun stays when it began, though the site no longer tells it; what has no name keeps its number. */
    private Sighting continued(Sighting seen, Sighting was) {
        SortedMap<String, String> fields = DateNames.kept(seen.fields(), was.fields());
        SortedMap<String, String> memo = new TreeMap<>(seen.memo());
        String repeats = was.memo().get(ModuleDates.REPEATS);
        if (repeats != null && begun(was) && !fields.containsKey(Field.STARTS_AT.key())) {
            fields.put(Field.STARTS_AT.key(), start(was));
            memo.putIfAbsent(ModuleDates.REPEATS, repeats);
        }
        return seen.with(fields, memo);
    }

    private boolean nextSession(Sighting seen, Sighting was) {
        String repeats = seen.memo().getOrDefault(ModuleDates.REPEATS, "0");
        String next = start(seen);
        if (repeats.equals("0") || next.isEmpty() || !begun(was)) {
            return false;
        }
        Duration passed = Duration.between(Instant.parse(start(was)), Instant.parse(next));
        return passed.toSeconds() > 0 && passed.toSeconds() % Long.parseLong(repeats) == 0;
    }

    private boolean begun(Sighting sighting) {
        String start = start(sighting);
        return !start.isEmpty() && !Instant.parse(start).isAfter(now);
    }

    private static String start(Sighting sighting) {
        return sighting.stated(Field.STARTS_AT).orElse("");
    }

    private static boolean firstToldEnd(Sighting seen, Sighting was) {
        return isModule(seen)
                && seen.stated(Field.ENDS_AT).isPresent()
                && was.stated(Field.ENDS_AT).isEmpty();
    }

    private static boolean isModule(Sighting sighting) {
        return sighting.key().startsWith("module:");
    }

    private boolean reworded(Sighting seen, Sighting was) {
        @Nullable Restriction earlier = Restriction.keptIn(was).orElse(null);
        boolean differs = !seen.stated(Field.AVAILABILITY).equals(was.stated(Field.AVAILABILITY));
        return earlier != null
                && differs
                && Restriction.keptIn(seen)
                        .filter(restriction -> restriction.rewords(earlier, spoken)
                                || (zones.moved(seen.key()) && restriction.rezones(earlier)))
                        .isPresent();
    }
}
