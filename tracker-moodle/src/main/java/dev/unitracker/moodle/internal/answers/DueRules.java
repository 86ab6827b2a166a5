package dev.unitracker.moodle.internal.answers;

import dev.unitracker.model.DateRule;
import dev.unitracker.model.DateRule.Reach;

/** Moodle's rules of deadlines beside the one for everybody, and how strong each is. */
final class DueRules {

    /** The student's own extension of an assignment. */
    static final DateRule EXTENSION = new DateRule("extension", 10, Reach.STUDENT);

    /** An override for the student alone. */
    static final DateRule USER_OVERRIDE = new DateRule("user_override", 20, Reach.EXCEPTION);

    /** An override for one of the student's groups. */
    static final DateRule GROUP_OVERRIDE = new DateRule("group_override", 30, Reach.EXCEPTION);

    /** The day by which the teacher expects the activity to be completed. */
    static final DateRule EXPECTATION = new DateRule("expectation", 200, Reach.EXPECTED);

    private DueRules() {}
}
