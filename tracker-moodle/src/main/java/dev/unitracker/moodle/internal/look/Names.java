package dev.unitracker.moodle.internal.look;

/** The collectors' names, which are stored and never change. */
final class Names {

    /** What all of them begin with. */
    static final String PREFIX = "moodle_";

    static final String COURSES = "moodle_courses";
    static final String CONTENTS = "moodle_contents";
    static final String UPDATES = "moodle_updates";
    static final String FORUMS = "moodle_forums";
    static final String ASSIGNMENTS = "moodle_assignments";
    static final String QUIZZES = "moodle_quizzes";
    static final String GRADES = "moodle_grades";
    static final String CALENDAR = "moodle_calendar";
    static final String FILES = "moodle_files";

    private Names() {}
}
