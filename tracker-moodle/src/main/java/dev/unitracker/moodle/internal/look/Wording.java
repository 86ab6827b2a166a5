package dev.unitracker.moodle.internal.look;

import dev.unitracker.model.Availability;
import dev.unitracker.model.Field;
import dev.unitracker.run.Level;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Remembered;
import dev.unitracker.spi.Sighting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the site was asked to word its texts: through its filters, in the student's language. What it says otherwise because it
 * was asked otherwise is stored, and no news.
 *
 * @param key what is remembered with each text, to tell later whether it was asked for in the same way
 */
record Wording(String key) {

    private static final String MEMO = "wording";

    private static final List<Field> TEXTS =
            List.of(Field.TITLE, Field.BODY, Field.PLACE, Field.AVAILABILITY, Field.GRADE_FEEDBACK);

    static Wording of(SiteInfo site) {
        return new Wording("filtered " + site.language());
    }

    /**
     * Returns an observation that remembers how its texts were asked for, and says which of them differ only for that.
     *
     * @param remembered what earlier looks saw in the same scope
     */
    Observation noted(Observation seen, List<Remembered> remembered) {
        if (seen.completeness().level() == Level.NOT_LOOKED) {
            return seen;
        }
        Map<String, Sighting> before = new HashMap<>();
        remembered.forEach(known -> before.put(known.sighting().key(), known.sighting()));
        return new Observation(
                seen.scope(),
                seen.completeness(),
                seen.sightings().stream()
                        .map(sighting -> noted(sighting, before.get(sighting.key())))
                        .toList(),
                seen.closed(),
                seen.evidence());
    }

    /** What is stated again as it was remembered was asked for as it was then. */
    private Sighting noted(Sighting seen, @Nullable Sighting was) {
        if (seen.memo().containsKey(MEMO)
                || TEXTS.stream().noneMatch(text -> seen.stated(text).isPresent())) {
            return seen;
        }
        SortedMap<String, String> memo = new TreeMap<>(seen.memo());
        memo.put(MEMO, key);
        Sighting noted = seen.with(seen.fields(), memo);
        return was == null || key.equals(was.memo().get(MEMO)) ? noted : reworded(noted, was);
    }

    private static Sighting reworded(Sighting seen, Sighting was) {
        Set<String> moved = new TreeSet<>(seen.movedByThemselves());
        moved.addAll(TEXTS.stream()
                .filter(text -> isOther(text, seen, was))
                .map(Field::key)
                .collect(Collectors.toSet()));
        return moved.isEmpty() ? seen : seen.byItself(moved);
    }

    /** A restriction with other numbers is another one in any words. */
    private static boolean isOther(Field text, Sighting seen, Sighting was) {
        String is = seen.stated(text).orElse("");
        String before = was.stated(text).orElse("");
        boolean said = !is.isEmpty() && !before.isEmpty() && !is.equals(before);
        return switch (text) {
            case TITLE, BODY, PLACE, GRADE_FEEDBACK -> said;
            case AVAILABILITY ->
                said && isRestricted(is) && isRestricted(before) && digits(is).equals(digits(before));
            default -> false;
        };
    }

    private static boolean isRestricted(String availability) {
        return Availability.of(availability).state() == Availability.State.RESTRICTED;
    }

    private static String digits(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .mapToObj(Character::toString)
                .sorted()
                .collect(Collectors.joining());
    }
}
