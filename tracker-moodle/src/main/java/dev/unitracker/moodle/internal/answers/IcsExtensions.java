package dev.unitracker.moodle.internal.answers;

import dev.unitracker.model.Field;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts a student's extension in the place of the date that it replaces. An export holds both as events of their own; only
 * the title of the extension tells what it belongs to.
 */
public final class IcsExtensions {

    /** The memo of an event that names the event whose date took the place of its own. */
    private static final String EXTENDED_BY = "extended_by";

    private IcsExtensions() {}

    /**
     * Returns the sightings of an export: what is extended has the date of its extension, which is nothing of its own. Where
     * two activities have one name, nobody knows which is meant, and both events stay.
     */
    static List<Sighting> applied(List<Sighting> seen) {
        Map<String, List<Sighting>> byName = new HashMap<>();
        seen.stream()
                .filter(sighting -> isDeadline(sighting) && !isExtension(sighting))
                .forEach(sighting -> byName.computeIfAbsent(activity(sighting), name -> new ArrayList<>())
                        .add(sighting));
        Map<String, Sighting> extended = new HashMap<>();
        Set<String> used = new HashSet<>();
        for (Sighting extension : seen) {
            List<Sighting> same = byName.getOrDefault(activity(extension), List.of());
            if (isExtension(extension) && same.size() == 1) {
                extended.put(same.get(0).key(), extended(same.get(0), extension));
                used.add(extension.key());
            }
        }
        return seen.stream()
                .filter(sighting -> !used.contains(sighting.key()))
                .map(sighting -> extended.getOrDefault(sighting.key(), sighting))
                .toList();
    }

    /**
     * Returns sightings in which an extension that stands alone is what it extends, as an earlier look saw it: the date of all
     * leaves an export long before that of the student.
     *
     * @param before what the last look saw
     */
    public static List<Sighting> alone(List<Sighting> seen, Collection<Sighting> before) {
        Map<String, Sighting> known = new HashMap<>();
        before.forEach(sighting -> {
            String extension = sighting.memo().get(EXTENDED_BY);
            if (extension != null) {
                known.put(extension, sighting);
            }
        });
        seen.forEach(sighting -> known.values().removeIf(other -> other.key().equals(sighting.key())));
        return seen.stream()
                .map(sighting -> resumed(known.get(sighting.key()), sighting))
                .toList();
    }

    private static Sighting resumed(@Nullable Sighting known, Sighting extension) {
        return known == null || !isExtension(extension) ? extension : extended(known, extension);
    }

    private static Sighting extended(Sighting base, Sighting extension) {
        SortedMap<String, String> fields = new TreeMap<>(base.fields());
        extension.stated(Field.DUE_AT).ifPresent(due -> fields.put(Field.DUE_AT.key(), due));
        SortedMap<String, String> memo = new TreeMap<>(base.memo());
        memo.put(EXTENDED_BY, extension.key());
        memo.put(Sighting.DUE_RULE, DueRules.EXTENSION.encode());
        return base.with(fields, memo);
    }

    private static boolean isDeadline(Sighting sighting) {
        return sighting.stated(Field.DUE_AT).map(Instant::parse).isPresent();
    }

    private static boolean isExtension(Sighting sighting) {
        return DueRules.EXTENSION.encode().equals(sighting.memo().get(Sighting.DUE_RULE))
                && !sighting.memo().containsKey(EXTENDED_BY);
    }

    private static String activity(Sighting sighting) {
        return IcsTitle.activity(sighting.stated(Field.TITLE).orElse(""));
    }
}
