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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code core_calendar_get_calendar_events} says. An event of an activity confirms the activity's date and tells
 * whose rule it follows, or tells the date of an activity that tells none itself. Every other event is an item, and so is
 * each session of a plugin's activity, such as a lesson that is held, and each deadline beyond the first, such as that of
 * an essay's final version.
 */
public final class CalendarEvents {

    private static final String EXTENSION = "extension";

    private static final String CHAT_SESSION = "chattime";

    private static final Set<String> DUE = Set.of("due", "close", "closesubmission", "deadline", EXTENSION);

    private static final Set<String> STARTS = Set.of("open", "opensubmission", "meeting_start", CHAT_SESSION);

    /** The day by which a teacher expects something to be completed is a deadline where there is no other. */
    private static final String EXPECTATION = "expectcompletionon";

    /** What Moodle's own modules tell elsewhere. */
    private static final Set<String> OTHERS = Set.of(EXPECTATION, "openassessment", "closeassessment");

    private final long student;
    private final Links links;
    private final Function<String, @Nullable Long> cmids;
    private final List<JsonNode> events;
    private final Set<Long> parts;

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
        this.parts = parts();
    }

    /** Returns the ids of the events that are deadlines of an activity beside its own. */
    private Set<Long> parts() {
        List<JsonNode> deadlines = events.stream()
                .filter(event -> !ModuleDates.tells(module(event)) && start(event) != null)
                .filter(event -> role(event) == DateRole.DUE && rule(event).equals(DateRule.ACTIVITY))
                .sorted(Comparator.comparing(event -> DateRole.doubt(type(event))))
                .toList();
        Map<String, Instant> own = new HashMap<>();
        deadlines.forEach(event -> own.putIfAbsent(activity(event), start(event)));
        return deadlines.stream()
                .filter(event -> !Objects.equals(own.get(activity(event)), start(event)))
                .map(event -> Json.number(event, "id"))
                .collect(Collectors.toSet());
    }

    /** Returns one sighting of each event, and one of each activity that has a deadline for everybody in the calendar. */
    public List<Sighting> sightings() {
        return distinct(Stream.concat(
                deadlines(this::isForEverybody),
                events.stream().filter(this::isItem).map(this::item)));
    }

    /** Returns one sighting of each activity that has a deadline of the student's own, or of a group, in the calendar. */
    public List<Sighting> exceptions() {
        return distinct(deadlines(event -> !isForEverybody(event)));
    }

    private boolean isForEverybody(JsonNode event) {
        return rule(event).equals(DateRule.ACTIVITY);
    }

    private Stream<Sighting> deadlines(Predicate<JsonNode> which) {
        List<JsonNode> some =
                events.stream().filter(event -> !isItem(event)).filter(which).toList();
        return Stream.concat(
                some.stream()
                        .filter(event -> role(event) == DateRole.DUE)
                        .flatMap(event -> deadline(event, start(event))),
                some.stream().filter(CalendarEvents::isWindow).flatMap(event -> deadline(event, end(event))));
    }

    private Stream<Sighting> deadline(JsonNode event, @Nullable Instant due) {
        return about(event).map(sighting -> sighting.due(due, rule(event)).build());
    }

    /** A plugin's activity that is open for a few days often has one event, from its opening to its end. */
    private static boolean isWindow(JsonNode event) {
        return STARTS.contains(type(event))
                && end(event) != null
                && !ModuleDates.tells(module(event))
                && !isMeeting(event);
    }

    private static boolean isMeeting(JsonNode event) {
        return Meetings.isOne(module(event)) || Meetings.isOne(type(event));
    }

    /** Returns one sighting of each activity whose beginning only the calendar tells. */
    public List<Sighting> starts() {
        return distinct(events.stream()
                .filter(event -> STARTS.contains(type(event)) && !ModuleDates.tells(module(event)))
                .flatMap(event ->
                        about(event).map(sighting -> beginning(event, sighting).build())));
    }

    private static Sighting.Builder beginning(JsonNode event, Sighting.Builder sighting) {
        if (type(event).equals(CHAT_SESSION)) {
            // Each day or each week; the event does not tell.
            sighting.memo(ModuleDates.REPEATS, Long.toString(Duration.ofDays(1).toSeconds()));
        } else if (isMeeting(event) && end(event) != null) {
            sighting.state(Field.ENDS_AT, end(event));
        }
        return sighting.state(Field.STARTS_AT, start(event));
    }

    /** Returns one sighting of each activity that is expected to be completed by some day. */
    public List<Sighting> expectations() {
        return distinct(events.stream()
                .filter(event -> type(event).equals(EXPECTATION))
                .flatMap(event -> about(event)
                        .map(sighting ->
                                sighting.due(start(event), DueRules.EXPECTATION).build())));
    }

    private static List<Sighting> distinct(Stream<Sighting> all) {
        Map<String, Sighting> sightings = new LinkedHashMap<>();
        all.forEach(sighting -> sightings.putIfAbsent(sighting.key(), sighting));
        return List.copyOf(sightings.values());
    }

    /** What belongs to no activity names none: null, empty text, and 0 in events of long ago. */
    private boolean isItem(JsonNode event) {
        return !namesModule(event) || isSession(event) || isPart(event);
    }

    private boolean isPart(JsonNode event) {
        return parts.contains(Json.number(event, "id")) && cmid(event) != null;
    }

    /** Moodle's own modules tell all their dates elsewhere; a plugin's event of any other kind is something that happens. */
    private static boolean isSession(JsonNode event) {
        return role(event) == DateRole.OTHER && !OTHERS.contains(type(event)) && !ModuleDates.tells(module(event));
    }

    /** What an activity's event is for: by Moodle's own names, and of a plugin as its name and its title read. */
    private static DateRole role(JsonNode event) {
        String type = type(event);
        if (DUE.contains(type) || STARTS.contains(type)) {
            return DUE.contains(type) ? DateRole.DUE : DateRole.STARTS;
        }
        if (ModuleDates.tells(module(event)) || OTHERS.contains(type)) {
            return DateRole.OTHER;
        }
        return switch (DateRole.of(type)) {
            case DUE, CUT_OFF -> DateRole.DUE;
            case GRADING -> DateRole.GRADING;
            case STARTS, OTHER ->
                end(event) == null && IcsTitle.saysDue(HtmlText.title(Json.text(event, "name")))
                        ? DateRole.DUE
                        : DateRole.OTHER;
        };
    }

    private Sighting item(JsonNode event) {
        long id = Json.number(event, "id");
        Instant start = start(event);
        Long cmid = cmid(event);
        Sighting.Builder sighting = Sighting.of(Keys.event(id), ItemType.CALENDAR_EVENT)
                .course(Keys.courseOrNone(Json.number(event, "courseid")))
                .within(cmid == null ? null : Keys.module(cmid))
                .title(HtmlText.title(Json.text(event, "name")))
                .url(links.event(id, start));
        if (isPart(event)) {
            sighting.due(start, DateRule.ACTIVITY);
        } else {
            sighting.state(Field.STARTS_AT, start).state(Field.ENDS_AT, end(event));
        }
        if (event.hasNonNull("description")) {
            sighting.document(HtmlText.document(Json.text(event, "description")));
        }
        // Not every site tells the place here; then nothing is known of it.
        if (event.hasNonNull("location")) {
            sighting.state(Field.PLACE, HtmlText.title(Json.text(event, "location")));
        }
        return sighting.build();
    }

    /** Begins a sighting of the activity that an event is about; none if the event has no time or nobody knows the activity. */
    private Stream<Sighting.Builder> about(JsonNode event) {
        Long cmid = cmid(event);
        if (cmid == null || start(event) == null) {
            return Stream.empty();
        }
        return Stream.of(Sighting.about(Keys.module(cmid))
                .rank(Sighting.THIRD)
                .course(Keys.courseOrNone(Json.number(event, "courseid"))));
    }

    private @Nullable Long cmid(JsonNode event) {
        return cmids.apply(activity(event));
    }

    private static String activity(JsonNode event) {
        return module(event) + " " + Json.number(event, "instance");
    }

    /** Returns what is wrong with the activity that an event names, in words; empty if it names a whole one, or none. */
    public static Optional<String> misfitOfActivity(JsonNode event) {
        JsonNode module = event.path("modulename");
        if (module.isMissingNode()
                || !(module.isNull() || module.isTextual() || module.asText().equals("0"))) {
            return Optional.of("modulename names neither a module nor none");
        }
        boolean half = namesModule(event) ? event.path("instance").isNull() : Json.number(event, "instance") > 0;
        return half ? Optional.of("modulename and instance do not name one activity") : Optional.empty();
    }

    private static boolean namesModule(JsonNode event) {
        return module(event).matches("[a-z].*");
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

    private static @Nullable Instant end(JsonNode event) {
        Instant start = start(event);
        long duration = Json.number(event, "timeduration");
        return start == null || duration <= 0 ? null : start.plusSeconds(duration);
    }

    /** Teachers' events carry the teacher or nobody; an override carries its group, or the student as its user. */
    private DateRule rule(JsonNode event) {
        if (type(event).equals(EXTENSION)) {
            return DueRules.EXTENSION;
        }
        if (Json.number(event, "groupid") > 0) {
            return DueRules.GROUP_OVERRIDE;
        }
        return Json.number(event, "userid") == student && isOwn(event) ? DueRules.USER_OVERRIDE : DateRule.ACTIVITY;
    }

    /** In a course some plugins name whoever opened the activity last as the user of a date that is everybody's. */
    private static boolean isOwn(JsonNode event) {
        return ModuleDates.tells(module(event)) || Json.number(event, "courseid") == 0 || DateRole.isOwn(type(event));
    }
}
