package dev.unitracker.moodle.internal.answers;

import dev.unitracker.document.Document;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An assignment's instructions and the files attached to them. {@code mod_assign_get_assignments} has them, since 4.0, only
 * while the student may hand in: that work was handed in or that time is over takes them away, and no teacher did.
 */
public final class Instructions {

    private static final String MEMO = "instructions";

    private Instructions() {}

    /** Notes an assignment's instructions, which are the last part of its text. */
    static void note(Document instructions, Sighting.Builder assignment) {
        assignment.memo(MEMO, instructions.encoded());
    }

    /** Returns the sighting of a file that is attached to the instructions. */
    static Sighting attached(Sighting file) {
        return noted(file, "");
    }

    /**
     * Returns sightings that also show what earlier ones showed of instructions that are not told now.
     *
     * @param seen assignments and their files
     * @param before what the last look saw
     * @param withheld the keys of the assignments whose instructions may still be there
     */
    public static List<Sighting> kept(List<Sighting> seen, Collection<Sighting> before, Set<String> withheld) {
        Map<String, Sighting> earlier = new HashMap<>();
        before.stream()
                .filter(sighting -> sighting.memo().containsKey(MEMO))
                .forEach(sighting -> earlier.put(sighting.key(), sighting));
        Set<String> keys = seen.stream().map(Sighting::key).collect(Collectors.toSet());
        List<Sighting> kept = new ArrayList<>();
        for (Sighting sighting : seen) {
            Sighting was = withheld.contains(sighting.key()) ? earlier.get(sighting.key()) : null;
            kept.add(
                    was == null
                            ? sighting
                            : noted(told(sighting, of(was)), was.memo().getOrDefault(MEMO, "")));
        }
        earlier.values().stream()
                .filter(file -> {
                    String assignment =
                            file.within() == null ? "" : file.within().name();
                    return withheld.contains(assignment) && keys.contains(assignment) && !keys.contains(file.key());
                })
                .forEach(kept::add);
        return kept;
    }

    private static Document of(Sighting assignment) {
        String noted = assignment.memo().getOrDefault(MEMO, "");
        return noted.isEmpty() ? Document.empty() : Document.decoded(noted);
    }

    private static Sighting told(Sighting seen, Document instructions) {
        return seen.document()
                .map(introduction -> seen.withBody(Document.joined(List.of(introduction, instructions))))
                .orElse(seen);
    }

    private static Sighting noted(Sighting seen, String instructions) {
        SortedMap<String, String> memo = new TreeMap<>(seen.memo());
        memo.put(MEMO, instructions);
        return seen.with(seen.fields(), memo);
    }
}
