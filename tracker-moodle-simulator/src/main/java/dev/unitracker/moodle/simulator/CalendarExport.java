package dev.unitracker.moodle.simulator;

import java.util.Optional;
import java.util.Set;

/** The calendar as a file. It answers HTTP 200 whatever happens. */
final class CalendarExport implements Endpoint {
    static final String PATH = "/calendar/export_execute.php";
    private static final Set<String> WHAT = Set.of("all", "user", "groups", "courses", "categories");
    private static final Set<String> TIMES =
            Set.of("weeknow", "weeknext", "monthnow", "monthnext", "recentupcoming", "custom");

    @Override
    public Reply answer(Site.Exchange exchange, Request request) {
        Scene scene = exchange.scene();
        if (!isStudent(scene, request)) {
            return Reply.text("text/html; charset=utf-8", "Invalid authentication");
        }
        Optional<String> what = request.field("preset_what").filter(WHAT::contains);
        Optional<String> time = request.field("preset_time").filter(TIMES::contains);
        if (what.isEmpty() || time.isEmpty()) {
            return Reply.text("text/html; charset=utf-8", "no export");
        }
        String calendar = scene.calendar("ics/" + what.get() + "-" + time.get() + ".ics")
                .or(() -> scene.calendar("ics/all-recentupcoming.ics"))
                .orElseThrow();
        return Reply.text("text/calendar; charset=utf-8", calendar);
    }

    private static boolean isStudent(Scene scene, Request request) {
        String token = scene.json("ws/core_calendar_get_calendar_export_token/default.json")
                .orElseThrow()
                .path("token")
                .asText();
        return request.field("authtoken").filter(token::equals).isPresent()
                && request.field("userid")
                        .filter(Long.toString(scene.student())::equals)
                        .isPresent();
    }
}
