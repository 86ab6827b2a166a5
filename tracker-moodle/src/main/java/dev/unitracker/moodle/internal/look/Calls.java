package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.Assignments.Assignment;
import dev.unitracker.moodle.internal.answers.Forums.Discussion;
import dev.unitracker.moodle.internal.answers.Forums.Forum;
import dev.unitracker.moodle.internal.answers.ModuleList;
import dev.unitracker.moodle.internal.answers.Quizzes.Quiz;
import dev.unitracker.moodle.internal.client.Call;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How each question is asked. */
final class Calls {

    /** Forums are read in pages of this many discussions. */
    static final int PAGE = 100;

    private final SiteInfo site;

    Calls(SiteInfo site) {
        this.site = site;
    }

    /** Counting each course's users is slow, and older sites do not know the argument. */
    Call courses() {
        return Call.to(Functions.COURSES).with("userid", site.student()).withOptional("returnusercount", 0);
    }

    Call assignments() {
        return Call.to(Functions.ASSIGNMENTS);
    }

    Call quizzes() {
        return Call.to(Functions.QUIZZES);
    }

    Call forums() {
        return Call.to(Functions.FORUMS);
    }

    Call totals() {
        return Call.to(Functions.TOTALS);
    }

    Call groups() {
        return Call.to(Functions.GROUPS).with("courseid", 0).with("userid", site.student());
    }

    /** The student's own profile, for the zone in it. */
    Call profile() {
        return Call.to(Functions.PROFILES).with("field", "id").with("values", List.of(site.student()));
    }

    Call modules(String modname) {
        return Call.to(Objects.requireNonNull(ModuleList.FUNCTIONS.get(modname), modname));
    }

    Call contents(long course) {
        return Call.to(Functions.CONTENTS).with("courseid", course);
    }

    /** One activity alone. */
    Call module(long cmid) {
        return Call.to(Functions.MODULE).with("cmid", cmid);
    }

    Call updates(long course, Instant since) {
        return Call.to(Functions.UPDATES).with("courseid", course).with("since", since.getEpochSecond());
    }

    /** The report is the student's own only if the student's id is sent; without it everybody's is asked for. */
    Call grades(long course) {
        return Call.to(Functions.GRADES).with("courseid", course).with("userid", site.student());
    }

    /** What is graded in a course, with the names of its categories. */
    Call gradeItems(long course) {
        return Call.to(Functions.GRADE_ITEMS).with("courseid", course);
    }

    Call submission(Assignment assignment) {
        return Call.to(Functions.SUBMISSION).with("assignid", assignment.instance());
    }

    Call attempts(Quiz quiz) {
        String function = site.offers(Functions.ATTEMPTS_SINCE_5) ? Functions.ATTEMPTS_SINCE_5 : Functions.ATTEMPTS;
        return Call.to(function).with("quizid", quiz.instance()).with("status", "all");
    }

    Call discussions(Forum forum, int page) {
        return Call.to(Functions.DISCUSSIONS)
                .with("forumid", forum.id())
                .with("page", page)
                .with("perpage", PAGE);
    }

    Call posts(Discussion discussion) {
        return Call.to(Functions.POSTS).with("discussionid", discussion.id());
    }

    Call events(List<Long> courses, List<Long> groups, Instant from, Instant to) {
        return Call.to(Functions.EVENTS)
                .with("events", Map.of("courseids", courses, "groupids", groups))
                .with(
                        "options",
                        Map.of(
                                "userevents",
                                1,
                                "siteevents",
                                1,
                                "timestart",
                                from.getEpochSecond(),
                                "timeend",
                                to.getEpochSecond()));
    }
}
