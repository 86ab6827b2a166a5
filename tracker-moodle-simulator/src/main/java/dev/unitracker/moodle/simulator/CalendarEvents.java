package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The calendar's events of some courses, the site and the student, between two times. */
final class CalendarEvents implements Answering {
    private static final long SITE = 1;
    private static final Set<String> EVENTS = Set.of("eventids", "courseids", "groupids", "categoryids");
    private static final Set<String> OPTIONS =
            Set.of("userevents", "siteevents", "timestart", "timeend", "ignorehidden");

    @Override
    public JsonNode answer(Scene scene, String function, Arguments arguments) {
        Arguments events = arguments.child("events");
        Arguments options = arguments.child("options");
        if (!EVENTS.containsAll(events.names()) || !OPTIONS.containsAll(options.names())) {
            throw Refused.parameter();
        }
        Set<Long> ids = events.numbers("eventids");
        Set<Long> courses = events.numbers("courseids");
        long from = scene.shift().back(options.number("timestart").orElse(0));
        long until = options.number("timeend").orElse(0);
        long recordedUntil = until == 0 ? Long.MAX_VALUE : scene.shift().back(until);
        JsonNode all = Recorded.answer(scene, function, arguments);
        return Recorded.with(
                all,
                "events",
                Json.filtered(
                        all.path("events"),
                        event -> overlaps(event, from, recordedUntil)
                                && (ids.contains(event.path("id").asLong()) || isOf(event, courses, options))));
    }

    private static boolean overlaps(JsonNode event, long from, long until) {
        long start = event.path("timestart").asLong();
        return start <= until && start + event.path("timeduration").asLong() >= from;
    }

    private static boolean isOf(JsonNode event, Set<Long> courses, Arguments options) {
        long course = event.path("courseid").asLong();
        if (course == 0) {
            return options.flag("userevents", true);
        }
        return course == SITE ? options.flag("siteevents", true) : courses.contains(course);
    }
}
