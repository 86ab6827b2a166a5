package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.spi.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An activity's dates out of a course's contents. They are told by their {@code dataid}, never by the label, which is
 * localised and changes by itself as time passes. Sites older than the {@code dataid} name the same moments in
 * {@code customdata}; of a plugin's date that has no name at all, the label is read. What a plugin calls its dates is on no
 * list, so it is {@linkplain DateRole read} too.
 */
public final class ModuleDates {

    /** What a date that nothing names is called, before its number. */
    static final String UNNAMED = "unnamed ";

    /** The memo that says after how many seconds a chat's session comes again; 0 if it does not. */
    static final String REPEATS = "repeats";

    /** When a chat meets. The site tells it only while it lies ahead, and of repeated ones only the next. */
    private static final String CHAT_TIME = "chattime";

    static final Set<String> STARTS = Set.of(
            "allowsubmissionsfromdate",
            "timeopen",
            "available",
            "timeavailablefrom",
            "submissionstart",
            "openingtime",
            CHAT_TIME);

    static final Set<String> DUE =
            Set.of("duedate", "timeclose", "deadline", "timeavailableto", "submissionend", "closingtime");

    static final String CUT_OFF = "cutoffdate";

    private static final Set<String> NAMES = Stream.of(STARTS, DUE, Set.of(CUT_OFF, "assessmentstart", "assessmentend"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** The modules that tell their dates here, so that no date means that there is none; of others the calendar may know. */
    private static final Set<String> DATED =
            Set.of("assign", "choice", "data", "feedback", "forum", "lesson", "quiz", "scorm", "workshop");

    /** The modules whose dates may be others for one student, or none. */
    private static final Set<String> OVERRIDDEN = Set.of("assign", "lesson", "quiz");

    /** A video meeting tells its dates only since 5.1. Until when one can join is its end: nothing is to be handed in. */
    private static final String MEETING = "bigbluebuttonbn";

    /** Moodle is no older. */
    private static final Instant OLDEST = Instant.parse("2002-01-01T00:00:00Z");

    private ModuleDates() {}

    /** Tells whether the activities of a module tell all of their dates in the course's contents. */
    static boolean tells(String modname) {
        return DATED.contains(modname);
    }

    /**
     * Returns what is wrong with a module's dates beside their form, in words; empty if nothing is, as almost always. What a
     * plugin tells under a name of its own may be anything.
     */
    public static Optional<String> strange(JsonNode module) {
        JsonNode custom = custom(module);
        return NAMES.stream()
                .sorted()
                .filter(name -> !Json.isTime(custom, name))
                .map(name -> strange(custom, name))
                .findFirst()
                .or(() -> contradicted(module, custom));
    }

    /** That there is no date is contradicted where the module names some, unless they are other students'. */
    private static Optional<String> contradicted(JsonNode module, JsonNode custom) {
        boolean none = module.path("dates").isArray() && module.path("dates").isEmpty();
        String modname = Json.text(module, "modname");
        return none && tells(modname) && !OVERRIDDEN.contains(modname)
                ? moments(custom).keySet().stream()
                        .filter(name -> STARTS.contains(name) || DUE.contains(name))
                        .findFirst()
                        .map(name -> "dates holds nothing although there is a " + name)
                : Optional.empty();
    }

    /** Tells whether a list of dates is empty, and not because the module itself names none any more. */
    static boolean mayHaveLost(JsonNode module) {
        boolean none = module.path("dates").isArray() && module.path("dates").isEmpty();
        boolean witnessed =
                tells(Json.text(module, "modname")) && moments(custom(module)).isEmpty();
        return none && !witnessed;
    }

    private static String strange(JsonNode holder, String name) {
        return name + " is no time: " + Json.text(holder, name);
    }

    private static JsonNode custom(JsonNode module) {
        return Json.parse(Json.text(module, "customdata")).orElse(MissingNode.getInstance());
    }

    /** Tells whether a module lists its dates, and each with its name, as sites do since 4.1. */
    static boolean named(JsonNode module) {
        return module.has("dates")
                && Json.list(module.path("dates")).stream()
                        .noneMatch(date -> Json.text(date, "dataid").isEmpty());
    }

    /** States the dates of a module; nothing where the site does not tell any. */
    static void state(JsonNode module, Sighting.Builder sighting) {
        JsonNode custom = custom(module);
        SortedMap<String, Instant> dates = dates(module, custom);
        if (custom.has(CHAT_TIME)) {
            sighting.memo(REPEATS, Long.toString(repeats(custom).toSeconds()));
        }
        if (!module.has("dates") && dates.isEmpty()) {
            return;
        }
        if (named(module) && !dates.isEmpty()) {
            sighting.memo(StillTold.DATED, "yes");
        }
        String modname = Json.text(module, "modname");
        NamedDates named = new NamedDates(!tells(modname), dates);
        Instant start = named.of(DateRole.STARTS);
        Instant end = named.of(DateRole.DUE);
        if (start != null || tells(modname)) {
            sighting.state(Field.STARTS_AT, start);
        }
        if (Meetings.isOne(modname) && !named.asksForSomething()) {
            meeting(modname, dates, end, sighting);
        } else if (end != null || tells(modname)) {
            sighting.due(end, DateRule.ACTIVITY);
        }
        Instant cutOff = named.of(DateRole.CUT_OFF);
        if (cutOff != null) {
            sighting.state(Field.CUT_OFF_AT, cutOff);
        }
        named.others().forEach(sighting::otherDate);
    }

    /** That there is no end is only known where the site tells all of a meeting's dates. */
    private static void meeting(
            String modname, SortedMap<String, Instant> dates, @Nullable Instant end, Sighting.Builder sighting) {
        boolean tellsAll = modname.equals(MEETING);
        if (end != null || (tellsAll && !dates.isEmpty())) {
            sighting.state(Field.ENDS_AT, end);
        }
        if (!tellsAll && !dates.isEmpty() && !dates.containsKey(CHAT_TIME)) {
            // Once it is over, some tell when it ended and no longer when it began.
            sighting.memo(REPEATS, "0");
        }
    }

    private static SortedMap<String, Instant> dates(JsonNode module, JsonNode custom) {
        SortedMap<String, Instant> named = moments(custom);
        if (Json.number(custom, "schedule") == 0) {
            named.remove(CHAT_TIME);
        }
        SortedMap<String, Instant> known = new TreeMap<>(named);
        known.keySet().retainAll(NAMES);
        boolean plugin = !tells(Json.text(module, "modname"));
        if (!module.has("dates")) {
            named.entrySet().removeIf(date -> !plugin || !isEnd(date));
            known.putAll(named);
            return known;
        }
        SortedMap<String, Instant> dates = new TreeMap<>();
        // A session that has begun is gone from the dates, though nobody took it back.
        known.entrySet().stream()
                .filter(date -> date.getKey().equals(CHAT_TIME))
                .forEach(date -> dates.put(date.getKey(), date.getValue()));
        SortedMap<Instant, String> nameless = listed(module, dates);
        nameless.replaceAll((moment, label) -> plugin ? DateLabel.name(label) : "");
        name(nameless, known, named, dates);
        return dates;
    }

    /** Adds the dates that are listed under a name, and returns those without one, with their labels. */
    private static SortedMap<Instant, String> listed(JsonNode module, Map<String, Instant> dates) {
        SortedMap<Instant, String> nameless = new TreeMap<>();
        for (JsonNode date : Json.list(module.path("dates"))) {
            Instant moment = Json.instant(date, "timestamp");
            String id = Json.text(date, "dataid");
            if (moment != null && id.isEmpty()) {
                nameless.put(moment, Json.text(date, "label"));
            } else if (moment != null) {
                dates.put(id, moment);
            }
        }
        return nameless;
    }

    /** What a plugin keeps for itself may also be a number of seconds or of anything else. */
    private static boolean isEnd(Map.Entry<String, Instant> date) {
        return DateRole.of(date.getKey()) == DateRole.DUE && date.getValue().isAfter(OLDEST);
    }

    /**
     * Names dates as {@code customdata} does: as Moodle's own modules, else as a plugin; what it does not know as its label
     * reads, and else by number.
     */
    private static void name(
            SortedMap<Instant, String> nameless,
            SortedMap<String, Instant> known,
            SortedMap<String, Instant> named,
            SortedMap<String, Instant> dates) {
        int unnamed = 0;
        for (Map.Entry<Instant, String> date : nameless.entrySet()) {
            Instant moment = date.getKey();
            Set<String> names = namesOf(moment, known);
            if (names.isEmpty()) {
                names = namesOf(moment, named).stream().limit(1).collect(Collectors.toSet());
            }
            if (names.isEmpty()) {
                boolean labelled = !date.getValue().isEmpty() && !dates.containsKey(date.getValue());
                names = Set.of(labelled ? date.getValue() : UNNAMED + ++unnamed);
            }
            names.forEach(name -> dates.put(name, moment));
        }
    }

    private static SortedSet<String> namesOf(Instant moment, SortedMap<String, Instant> dates) {
        return dates.entrySet().stream()
                .filter(date -> date.getValue().equals(moment))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedMap<String, Instant> moments(JsonNode custom) {
        SortedMap<String, Instant> moments = new TreeMap<>();
        custom.fieldNames().forEachRemaining(name -> {
            Instant moment = Json.age(custom, name);
            if (moment != null) {
                moments.put(name, moment);
            }
        });
        return moments;
    }

    private static Duration repeats(JsonNode custom) {
        return switch ((int) Json.number(custom, "schedule")) {
            case 2 -> Duration.ofDays(1);
            case 3 -> Duration.ofDays(7);
            default -> Duration.ZERO;
        };
    }
}
