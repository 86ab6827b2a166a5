package dev.unitracker.moodle.internal.answers;

import dev.unitracker.spi.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * By how much the dates in a course's restrictions moved together: Moodle writes them in the student's zone, so another zone
 * in the student's profile rewrites them all, though nobody changed a condition.
 */
public final class ZoneShift {

    /** What a site told of the student's zone at the last look and at this. */
    public enum Zones {
        /** It was another. */
        CHANGED,
        /** It was the same. */
        SAME,
        /** At one of the looks it was not told. */
        UNKNOWN
    }

    /** No two zones with a university lie further apart. */
    private static final Duration FURTHEST = Duration.ofHours(15);

    /** One zone may have moved its clocks for the summer by a date where the other did not. */
    private static final Duration SUMMER = Duration.ofHours(1);

    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

    private final Set<String> moved;

    private ZoneShift(Set<String> moved) {
        this.moved = moved;
    }

    /** Nothing moved. */
    static ZoneShift none() {
        return new ZoneShift(Set.of());
    }

    /**
     * Compares the restrictions of one course.
     *
     * @param before what the last look saw, by key
     * @param seen what this look sees
     */
    static ZoneShift between(Map<String, Sighting> before, Collection<Sighting> seen, Zones zones) {
        List<Pair> pairs = new ArrayList<>();
        for (Sighting sighting : seen) {
            Sighting was = before.get(sighting.key());
            if (was != null) {
                Pair.of(sighting.key(), Restriction.keptIn(was), Restriction.keptIn(sighting))
                        .ifPresent(pairs::add);
            }
        }
        return shifts(pairs).stream()
                .map(shift -> pairs.stream().filter(pair -> pair.fits(shift)).toList())
                .filter(fitting -> believed(fitting, pairs, zones))
                .max((one, other) -> Integer.compare(one.size(), other.size()))
                .map(fitting -> new ZoneShift(keys(fitting)))
                .orElse(none());
    }

    /** Tells whether the dates of a restriction moved with those of all. */
    boolean moved(String key) {
        return moved.contains(key);
    }

    private static Set<String> keys(List<Pair> pairs) {
        Set<String> keys = new HashSet<>();
        pairs.forEach(pair -> keys.add(pair.key()));
        return keys;
    }

    private static Set<Duration> shifts(List<Pair> pairs) {
        Set<Duration> shifts = new HashSet<>();
        pairs.forEach(pair -> shifts.add(pair.difference(0)));
        shifts.removeIf(
                shift -> shift.isZero() || shift.abs().compareTo(FURTHEST) > 0 || shift.toSeconds() % QUARTER != 0);
        return shifts;
    }

    /**
     * Where nobody tells the zone, several dates that moved by the same were moved by another zone, and so was a single day
     * that is now a time or the other way round, as midnight is in another zone.
     */
    private static boolean believed(List<Pair> fitting, List<Pair> all, Zones zones) {
        if (zones != Zones.UNKNOWN) {
            return zones == Zones.CHANGED;
        }
        boolean several = fitting.stream().map(Pair::is).distinct().count() > 1;
        boolean wholeDays = fitting.stream().allMatch(Pair::changesForm);
        return fitting.size() == all.size() && (several || wholeDays);
    }

    /** The dates of one restriction, in order of time, at the last look and at this. */
    private record Pair(String key, List<SiteDate> was, List<SiteDate> is) {

        static Optional<Pair> of(String key, Optional<Restriction> was, Optional<Restriction> is) {
            if (was.isEmpty() || is.isEmpty()) {
                return Optional.empty();
            }
            List<SiteDate> before = was.get().dates();
            List<SiteDate> after = is.get().dates();
            return before.isEmpty() || before.size() != after.size()
                    ? Optional.empty()
                    : Optional.of(new Pair(key, before, after));
        }

        private Duration difference(int index) {
            return Duration.between(was.get(index).moment(), is.get(index).moment());
        }

        private boolean fits(Duration shift) {
            return IntStream.range(0, was.size())
                    .mapToObj(this::difference)
                    .allMatch(difference -> !difference.isZero()
                            && difference.minus(shift).abs().compareTo(SUMMER) <= 0
                            && difference.minus(shift).toSeconds() % SUMMER.toSeconds() == 0);
        }

        private boolean changesForm() {
            return IntStream.range(0, was.size())
                    .allMatch(
                            index -> was.get(index).time() < 0 != is.get(index).time() < 0);
        }
    }
}
