package dev.unitracker.example.server;

import dev.unitracker.Account;
import dev.unitracker.Freshness;
import dev.unitracker.Version;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import dev.unitracker.run.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What every answer about an account needs, and what stays as it is until the account is written. Immutable.
 *
 * @param version the state of the account
 * @param freshness when each of its parts was seen last
 * @param parts the names of all parts that it ever had
 * @param courses the numbers of its courses
 */
record Standing(Version version, Freshness freshness, List<String> parts, Map<ItemId, Long> courses) {

    /** What stands for the moment of a look where there was none. */
    private static final String NEVER = "never";

    Standing {
        parts = List.copyOf(parts);
        courses = Map.copyOf(courses);
    }

    /** Reads it. The account should be read at one moment. */
    static Standing of(Account account, Version version) {
        return new Standing(
                version,
                account.freshness(),
                account.parts().stream().map(Part::name).toList(),
                account.courses().stream()
                        .collect(Collectors.toMap(stored -> stored.item().id(), StoredItem::number)));
    }

    /** Returns the course with a number; empty if there is none. */
    Optional<ItemId> course(long number) {
        return courses.entrySet().stream()
                .filter(course -> course.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Returns the headers that say how old a list may be: the moment up to which all that it shows is known, and the parts of which
     * the latest look did not see all.
     *
     * @param course the course that it shows; empty if it shows more than one
     */
    SortedMap<String, String> looked(Optional<ItemId> course) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put(
                "X-Looked-At",
                lookedAt(course.map(ItemId::key)).map(Instant::toString).orElse(NEVER));
        headers.put("X-Not-Looked-At", String.join(",", notLookedAt(course.map(ItemId::key))));
        return Collections.unmodifiableSortedMap(headers);
    }

    private Optional<Instant> lookedAt(Optional<String> course) {
        if (course.isEmpty()) {
            return freshness.completeAt();
        }
        List<Optional<Instant>> moments = freshness.parts().stream()
                .map(part -> part.completeAt(course.get()))
                .toList();
        return moments.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : moments.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private List<String> notLookedAt(Optional<String> course) {
        TreeSet<String> names = new TreeSet<>(parts);
        for (Freshness.OfPart part : freshness.parts()) {
            boolean all = course.map(part::missed).orElse(part.missed()).isEmpty();
            if (all) {
                names.remove(part.part().name());
            } else {
                names.add(part.part().name());
            }
        }
        return names.stream()
                .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
                .toList();
    }
}
