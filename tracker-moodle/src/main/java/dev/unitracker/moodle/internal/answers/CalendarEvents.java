package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@code core_calendar_get_calendar_events} says. An event of an activity only confirms the activity's date and
 * tells whose rule it follows; its title is localised and tells nothing. Every other event is an item.
 */
public final class CalendarEvents {

    private static final String EXTENSION = "extension";

    private static final Set<String> DUE = Set.of("due", "close", "closesubmission", "deadline", EXTENSION);

    private final long student;
    private final Links links;
    private final Function<String, @Nullable Long> cmids;

    /**
     * @param student the student's user id
     * @param cmids the course-module id of an activity given as {@code assign 3}; null if unknown
     */
    public CalendarEvents(long student, Links links, Function<String, @Nullable Long> cmids) {
        this.student = student;
        this.links = links;
        this.cmids = cmids;
    }

    /** Returns one sighting of each event, and one of each activity that has a deadline in the calendar. */
    public List<Sighting> sightings(JsonNode answer) {
        List<JsonNode> events = new ArrayList<>(Json.list(answer.path("events")));
        events.removeIf(event -> event.has("visible") && Json.number(event, "visible") == 0);
        // The strongest rule first, then the event's id, so that the order of the answer plays no part.
        events.sort(Comparator.comparing(this::rule)
                .thenComparing(CalendarEvents::isExpectation)
                .thenComparing(event -> Json.number(event, "id")));
        Map<String, Sighting> sightings = new LinkedHashMap<>();
        for (JsonNode event : events) {
            Sighting sighting = sighting(event);
            if (sighting != null) {
                sightings.putIfAbsent(sighting.key(), sighting);
            }
        }
        return List.copyOf(sightings.values());
    }

    private @Nullable Sighting sighting(JsonNode event) {
        return ofActivity(event) ? confirmation(event) : item(event);
    }

    /** What belongs to no activity names none: null, empty text, and 0 in events of long ago. */
    private static boolean ofActivity(JsonNode event) {
        JsonNode module = event.path("modulename");
        return module.isTextual() && module.asText().matches("[a-z].*");
    }

    private Sighting item(JsonNode event) {
        long id = Json.number(event, "id");
        Instant start = Json.instant(event, "timestart");
        long duration = Json.number(event, "timeduration");
        Sighting.Builder sighting = Sighting.of(Keys.event(id), ItemType.CALENDAR_EVENT)
                .course(Keys.courseOrNone(Json.number(event, "courseid")))
                .title(HtmlText.title(Json.text(event, "name")))
                .body(HtmlText.canonical(Json.text(event, "description")))
                .url(links.event(id, start))
                .state(Field.STARTS_AT, start)
                .state(Field.ENDS_AT, start == null || duration <= 0 ? null : start.plusSeconds(duration));
        // Not every site tells the place here; then nothing is known of it.
        if (event.has("location")) {
            sighting.state(Field.PLACE, HtmlText.title(Json.text(event, "location")));
        }
        return sighting.build();
    }

    private @Nullable Sighting confirmation(JsonNode event) {
        if (!DUE.contains(Json.text(event, "eventtype")) && !isExpectation(event)) {
            return null;
        }
        Long cmid = cmids.apply(Json.text(event, "modulename") + " " + Json.number(event, "instance"));
        Instant due = Json.instant(event, "timestart");
        if (cmid == null || due == null) {
            return null;
        }
        return Sighting.about(Keys.module(cmid))
                .rank(Sighting.THIRD)
                .course(Keys.courseOrNone(Json.number(event, "courseid")))
                .due(due, rule(event))
                .build();
    }

    /** The day by which a teacher expects something to be completed is a deadline where there is no other. */
    private static boolean isExpectation(JsonNode event) {
        return Json.text(event, "eventtype").equals("expectcompletionon");
    }

    /** Teachers' events carry the teacher or nobody; an override carries its group, or the student as its user. */
    private DateRule rule(JsonNode event) {
        if (Json.text(event, "eventtype").equals(EXTENSION)) {
            return DateRule.EXTENSION;
        }
        if (Json.number(event, "groupid") > 0) {
            return DateRule.GROUP_OVERRIDE;
        }
        return Json.number(event, "userid") == student ? DateRule.USER_OVERRIDE : DateRule.ACTIVITY;
    }
}
