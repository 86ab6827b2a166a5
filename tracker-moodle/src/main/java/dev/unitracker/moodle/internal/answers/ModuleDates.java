package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An activity's dates out of a course's contents. They are told by their {@code dataid}, never by the label, which is
 * localised and changes by itself as time passes. Sites older than the {@code dataid} name the same moments in
 * {@code customdata}.
 */
final class ModuleDates {

    private static final Set<String> STARTS = Set.of(
            "allowsubmissionsfromdate", "timeopen", "available", "timeavailablefrom", "submissionstart", "openingtime");

    private static final Set<String> DUE =
            Set.of("duedate", "timeclose", "deadline", "timeavailableto", "submissionend", "closingtime");

    /** The modules that tell their dates here, so that no date means that there is none; of others the calendar may know. */
    private static final Set<String> DATED = Set.of(
            "assign", "bigbluebuttonbn", "choice", "data", "feedback", "forum", "lesson", "quiz", "scorm", "workshop");

    private static final String CUT_OFF = "cutoffdate";

    private ModuleDates() {}

    /** States the dates of a module; nothing where the site does not tell any. */
    static void state(JsonNode module, Sighting.Builder sighting) {
        SortedMap<String, Instant> dates = dates(module);
        if (!module.has("dates") && dates.isEmpty()) {
            return;
        }
        Instant due = first(dates, DUE);
        boolean datesOfItsOwn = DATED.contains(Json.text(module, "modname"));
        sighting.state(Field.STARTS_AT, first(dates, STARTS));
        if (due != null || datesOfItsOwn) {
            sighting.due(due, DateRule.ACTIVITY);
        }
        if (dates.containsKey(CUT_OFF)) {
            sighting.state(Field.CUT_OFF_AT, dates.get(CUT_OFF));
        }
        dates.forEach((name, moment) -> {
            if (!STARTS.contains(name) && !DUE.contains(name) && !name.equals(CUT_OFF)) {
                sighting.otherDate(name, moment);
            }
        });
    }

    private static @Nullable Instant first(SortedMap<String, Instant> dates, Set<String> names) {
        return dates.entrySet().stream()
                .filter(date -> names.contains(date.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static SortedMap<String, Instant> dates(JsonNode module) {
        SortedMap<String, Instant> custom = customDates(module);
        if (!module.has("dates")) {
            return custom;
        }
        SortedMap<String, Instant> dates = new TreeMap<>();
        SortedSet<Instant> nameless = new TreeSet<>();
        for (JsonNode date : Json.list(module.path("dates"))) {
            Instant moment = Json.instant(date, "timestamp");
            String id = Json.text(date, "dataid");
            if (moment != null && id.isEmpty()) {
                nameless.add(moment);
            } else if (moment != null) {
                dates.put(id, moment);
            }
        }
        nameless.forEach(moment -> name(moment, custom, dates));
        return dates;
    }

    private static void name(Instant moment, SortedMap<String, Instant> custom, SortedMap<String, Instant> dates) {
        custom.forEach((name, known) -> {
            if (known.equals(moment)) {
                dates.put(name, moment);
            }
        });
        if (!custom.containsValue(moment)) {
            dates.put("unnamed " + dates.size(), moment);
        }
    }

    private static SortedMap<String, Instant> customDates(JsonNode module) {
        JsonNode custom = Json.parse(Json.text(module, "customdata")).orElse(MissingNode.getInstance());
        SortedMap<String, Instant> dates = new TreeMap<>();
        custom.fieldNames().forEachRemaining(name -> {
            Instant moment = Json.instant(custom, name);
            boolean known = STARTS.contains(name) || DUE.contains(name) || name.equals(CUT_OFF);
            if (moment != null && known) {
                dates.put(name, moment);
            }
        });
        return dates;
    }
}
