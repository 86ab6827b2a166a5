package dev.unitracker.moodle.internal.answers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Links that a person can open, for what Moodle sends without one.
 *
 * @param site the site's address without a slash at its end
 */
public record Links(String site) {

    /** Returns the course's page. */
    public String course(long id) {
        return site + "/course/view.php?id=" + id;
    }

    /** Returns the place of something that has no page of its own, such as a label. */
    String onCoursePage(long course, long cmid) {
        return course(course) + "#module-" + cmid;
    }

    String module(String modname, long cmid) {
        return site + "/mod/" + modname + "/view.php?id=" + cmid;
    }

    String discussion(long id) {
        return site + "/mod/forum/discuss.php?d=" + id;
    }

    String event(long id, @Nullable Instant start) {
        String time = start == null ? "" : "&time=" + start.getEpochSecond();
        return site + "/calendar/view.php?view=day" + time + "#event_" + id;
    }

    String grades(long course) {
        return site + "/grade/report/user/index.php?id=" + course;
    }
}
