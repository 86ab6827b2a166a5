package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code core_calendar_get_calendar_events} says. An event of an activity confirms the activity's date and tells
 * whose rule it follows, or tells the date of an activity that tells none itself; its title is localised and tells
 * nothing. Every other event is an item, and so is each session of a plugin's activity, such as a lesson that is held.
 */
public final class CalendarEvents {

    private static final String EXTENSION = "extension";

    private static final String CHAT_SESSION = "chattime";

    private static final Set<String> DUE = Set.of("due", "close", "closesubmission", "deadline", EXTENSION);

    private static final Set<String> STARTS = Set.of("open", "opensubmission", "meeting_start", CHAT_SESSION);

    /** The day by which a teacher expects something to be completed is a deadline where there is no other. */
    private static final String EXPECTATION = "expectcompletionon";

    private static final Set<String> OTHERS = Set.of(EXPECTATION, "openassessment", "closeassessment");

    private final long student;
    private final Links links;
    private final Function<String, @Nullable Long> cmids;
    private final List<JsonNode> events;

    /**
     * @param student the student's user id
     * @param cmids the course-module id of an activity given as {@code assign 3}; null if unknown
     */
    public CalendarEvents(JsonNode answer, long student, Links links, Function<String, @Nullable Long> cmids) {
        this.student = student;
        this.links = links;
        this.cmids = cmids;
        this.events = new ArrayList<>(Json.list(answer.path("events")));
        events.removeIf(event -> event.has("visible") && Json.number(event, "visible") == 0);
        // The strongest rule first, then the event's id, so that the order of the answer plays no part.
        events.sort(Comparator.comparing(this::rule).thenComparing(event -> Json.number(event, "id")));
    }

    /** Returns one sighting of each event, and one of each activity that has a deadline in the calendar. */
    public List<Sighting> sightings() {
        return distinct(events.stream()
                .flatMap(event -> isItem(event)
                        ? Stream.of(item(event))
                        : about(event, DUE)
                                .map(due -> due.due(start(event), rule(event)).build())));
    }

    /** Returns one sighting of each activity whose beginning only the calendar tells. */
    public List<Sighting> starts() {
        return distinct(events.stream()
                .filter(event -> !ModuleDates.tells(module(event)))
                .flatMap(event -> about(event, STARTS).map(sighting -> {
                    if (type(event).equals(CHAT_SESSION)) {
                        // Each day or each week; the event does not tell.
                        sighting.memo(
                                ModuleDates.REPEATS,
                                Long.toString(Duration.ofDays(1).toSeconds()));
                    }
                    return sighting.state(Field.STARTS_AT, start(event)).build();
                })));
    }

    /** Returns one sighting of each activity that is expected to be completed by some day. */
    public List<Sighting> expectations() {
        return distinct(events.stream()
                .flatMap(event -> about(event, Set.of(EXPECTATION))
                        .map(sighting ->
                                sighting.due(start(event), DueRules.EXPECTATION).build())));
    }

    private static List<Sighting> distinct(Stream<Sighting> all) {
        Map<String, Sighting> sightings = new LinkedHashMap<>();
        all.forEach(sighting -> sightings.putIfAbsent(sighting.key(), sighting));
        return List.copyOf(sightings.values());
    }

    /** What belongs to no activity names none: null, empty text, and 0 in events of long ago. */
    private static boolean isItem(JsonNode event) {
        return !module(event).matches("[a-z].*") || isSession(event);
    }

    /** Moodle's own modules tell all their dates elsewhere; a plugin's event of any other kind is something that happens. */
    private static boolean isSession(JsonNode event) {
        String type = type(event);
        boolean date = DUE.contains(type) || STARTS.contains(type) || OTHERS.contains(type);
        return !date && !type.endsWith("gradingdue") && !ModuleDates.tells(module(event));
    }

    private Sighting item(JsonNode event) {
        long id = Json.number(event, "id");
        Instant start = start(event);
        long duration = Json.number(event, "timeduration");
        Long cmid = cmid(event);
        Sighting.Builder sighting = Sighting.of(Keys.event(id), ItemType.CALENDAR_EVENT)
                .course(Keys.courseOrNone(Json.number(event, "courseid")))
                .within(cmid == null ? null : Keys.module(cmid))
                .title(HtmlText.title(Json.text(event, "name")))
                .document(HtmlText.document(Json.text(event, "description")))
                .url(links.event(id, start))
                .state(Field.STARTS_AT, start)
                .state(Field.ENDS_AT, start == null || duration <= 0 ? null : start.plusSeconds(duration));
        // Not every site tells the place here; then nothing is known of it.
        if (event.has("location")) {
            sighting.state(Field.PLACE, HtmlText.title(Json.text(event, "location")));
        }
        return sighting.build();
    }

    /** Begins a sighting of the activity that an event of one of some types is about. */
    private Stream<Sighting.Builder> about(JsonNode event, Set<String> types) {
        Long cmid = cmid(event);
        if (!types.contains(type(event)) || cmid == null || start(event) == null) {
            return Stream.empty();
        }
        return Stream.of(Sighting.about(Keys.module(cmid))
                .rank(Sighting.THIRD)
                .course(Keys.courseOrNone(Json.number(event, "courseid"))));
    }

    private @Nullable Long cmid(JsonNode event) {
        return cmids.apply(module(event) + " " + Json.number(event, "instance"));
    }

    private static String module(JsonNode event) {
        JsonNode module = event.path("modulename");
        return module.isTextual() ? module.asText() : "";
    }

    private static String type(JsonNode event) {
        return Json.text(event, "eventtype");
    }

    private static @Nullable Instant start(JsonNode event) {
        return Json.instant(event, "timestart");
    }

    /** Teachers' events carry the teacher or nobody; an override carries its group, or the student as its user. */
    private DateRule rule(JsonNode event) {
        if (type(event).equals(EXTENSION)) {
            return DueRules.EXTENSION;
        }
        if (Json.number(event, "groupid") > 0) {
            return DueRules.GROUP_OVERRIDE;
        }
        return Json.number(event, "userid") == student ? DueRules.USER_OVERRIDE : DateRule.ACTIVITY;
    }
}
