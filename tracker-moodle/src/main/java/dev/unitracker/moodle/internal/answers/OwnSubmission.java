package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.answers.Assignments.Assignment;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.spi.Sighting;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the answer about the student's own submission told and now leaves out. Moodle keeps a submission once there is one, and
 * an extension that is taken back is a zero; null stands where there never was any.
 */
public final class OwnSubmission {

    private OwnSubmission() {}

    /**
     * Returns sightings that also state, as it was, what the answer leaves out.
     *
     * @param before what the last look saw in the same answer
     */
    public static List<Sighting> stillTold(
            List<Sighting> seen, Collection<Sighting> before, Assignment assignment, JsonNode answer) {
        Map<String, Sighting> known = new HashMap<>();
        before.forEach(sighting -> known.put(sighting.key(), sighting));
        JsonNode attempt = answer.path("lastattempt");
        return seen.stream()
                .map(sighting -> {
                    Sighting was = known.get(sighting.key());
                    return was == null || sighting.presence()
                            ? sighting
                            : stillTold(sighting, was, assignment, attempt);
                })
                .toList();
    }

    private static Sighting stillTold(Sighting seen, Sighting was, Assignment assignment, JsonNode attempt) {
        SortedMap<String, String> fields = new TreeMap<>(seen.fields());
        SortedMap<String, String> memo = new TreeMap<>(seen.memo());
        boolean team = Json.number(assignment.json(), "teamsubmission") > 0;
        boolean handedIn = !was.stated(Field.SUBMISSION).orElse("").isEmpty();
        if (handedIn && !attempt.hasNonNull(team ? "teamsubmission" : "submission")) {
            for (Field field : Set.of(Field.SUBMISSION, Field.COMPLETION)) {
                was.stated(field).ifPresent(value -> fields.put(field.key(), value));
            }
        }
        String extension = was.stated(Field.DUE_AT).orElse("");
        if (!extension.isEmpty() && !attempt.hasNonNull("extensionduedate")) {
            fields.put(Field.DUE_AT.key(), extension);
            memo.put(Sighting.DUE_RULE, was.memo().getOrDefault(Sighting.DUE_RULE, DueRules.EXTENSION.encode()));
        }
        return seen.with(fields, memo);
    }
}
