package dev.unitracker;

import dev.unitracker.model.DateRule;
import dev.unitracker.model.DateRule.Reach;
import java.util.List;

/** Rules of deadlines as a source may have them. */
final class Rules {

    static final DateRule EXTENSION = new DateRule("extension", 10, Reach.STUDENT);
    static final DateRule USER_OVERRIDE = new DateRule("user_override", 20, Reach.EXCEPTION);
    static final DateRule GROUP_OVERRIDE = new DateRule("group_override", 30, Reach.EXCEPTION);
    static final DateRule EXPECTATION = new DateRule("expectation", 200, Reach.EXPECTED);

    /** All of them, the strongest first. */
    static final List<DateRule> ALL = List.of(EXTENSION, USER_OVERRIDE, GROUP_OVERRIDE, DateRule.ACTIVITY, EXPECTATION);

    private Rules() {}
}
