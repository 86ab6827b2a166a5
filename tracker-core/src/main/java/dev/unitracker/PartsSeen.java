package dev.unitracker;

import dev.unitracker.internal.history.KnownParts;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Part;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.run.Run;
import dev.unitracker.spi.StoreSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When each part was seen last, and seen completely, out of the latest runs of one session. */
record PartsSeen(StoreSession session) {

    private static final int LATE_RUNS = 100;
    private static final int PAST_RUNS = 500;

    /** What came of one part in one look. */
    private record Seen(Instant at, PartOutcome outcome) {

        /** Tells whether all of a course was seen, or of courses that nothing is said of for null. */
        boolean completeIn(@Nullable String course) {
            return outcome.missed().stream()
                    .map(Missed::course)
                    .noneMatch(missed -> missed.isEmpty() || missed.equals(course));
        }
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
        Map<String, List<Seen>> parts = new LinkedHashMap<>();
        latestFirst.stream()
                .filter(Run::ended)
                .forEach(run -> run.parts()
                        .forEach(outcome -> parts.computeIfAbsent(outcome.part(), name -> new ArrayList<>())
                                .add(new Seen(run.finishedAt(), outcome))));
        return new Freshness(parts.entrySet().stream()
                .map(part -> of(labelled.getOrDefault(part.getKey(), Part.named(part.getKey())), part.getValue()))
                .toList());
    }

    private static Freshness.OfPart of(Part part, List<Seen> latestFirst) {
        Seen latest = latestFirst.get(0);
        return new Freshness.OfPart(
                part,
                latest.at(),
                first(latestFirst, seen -> seen.outcome().complete()).orElse(null),
                latest.outcome().missed(),
                courses(latestFirst));
    }

    private static Freshness.OfCourses courses(List<Seen> latestFirst) {
        @Nullable
        Instant mostAt = first(latestFirst, seen -> seen.completeIn(null)).orElse(null);
        Set<String> named = latestFirst.stream()
                .takeWhile(seen -> !seen.outcome().complete())
                .flatMap(seen -> seen.outcome().missed().stream())
                .map(Missed::course)
                .filter(course -> !course.isEmpty())
                .collect(Collectors.toSet());
        SortedMap<String, Optional<Instant>> behind = new TreeMap<>();
        named.forEach(course -> behind.put(course, first(latestFirst, seen -> seen.completeIn(course))));
        return new Freshness.OfCourses(mostAt, behind);
    }

    private static Optional<Instant> first(List<Seen> latestFirst, Predicate<Seen> condition) {
        return latestFirst.stream().filter(condition).map(Seen::at).findFirst();
    }
}
