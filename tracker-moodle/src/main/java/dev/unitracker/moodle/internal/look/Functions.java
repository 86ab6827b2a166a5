package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.answers.ModuleList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The web-service functions that are asked. All of them only read; none marks anything as seen. */
final class Functions {

    static final String SITE_INFO = "core_webservice_get_site_info";
    static final String BATCH = "tool_mobile_call_external_functions";
    static final String COURSES = "core_enrol_get_users_courses";
    static final String CONTENTS = "core_course_get_contents";
    static final String MODULE = "core_course_get_course_module";
    static final String UPDATES = "core_course_get_updates_since";
    static final String ASSIGNMENTS = "mod_assign_get_assignments";
    static final String SUBMISSION = "mod_assign_get_submission_status";
    static final String QUIZZES = "mod_quiz_get_quizzes_by_courses";
    /** Since Moodle 5.0, where it replaces the next. */
    static final String ATTEMPTS_SINCE_5 = "mod_quiz_get_user_quiz_attempts";

    static final String ATTEMPTS = "mod_quiz_get_user_attempts";
    static final String FORUMS = "mod_forum_get_forums_by_courses";
    static final String DISCUSSIONS = "mod_forum_get_forum_discussions";
    static final String POSTS = "mod_forum_get_discussion_posts";
    static final String PROFILES = "core_user_get_users_by_field";
    static final String GRADES = "gradereport_user_get_grade_items";
    /** Since Moodle 4.2. */
    static final String GRADE_ITEMS = "core_grades_get_gradeitems";

    static final String TOTALS = "gradereport_overview_get_course_grades";
    static final String EVENTS = "core_calendar_get_calendar_events";
    static final String GROUPS = "core_group_get_course_user_groups";

    static final Set<String> ALL = Stream.concat(
                    Stream.of(
                            BATCH,
                            COURSES,
                            CONTENTS,
                            MODULE,
                            UPDATES,
                            ASSIGNMENTS,
                            SUBMISSION,
                            QUIZZES,
                            ATTEMPTS_SINCE_5,
                            ATTEMPTS,
                            FORUMS,
                            DISCUSSIONS,
                            POSTS,
                            PROFILES,
                            GRADES,
                            GRADE_ITEMS,
                            TOTALS,
                            EVENTS,
                            GROUPS),
                    ModuleList.FUNCTIONS.values().stream())
            .collect(Collectors.toUnmodifiableSet());

    private Functions() {}
}
