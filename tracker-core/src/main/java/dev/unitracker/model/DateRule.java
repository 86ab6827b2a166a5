package dev.unitracker.model;

import java.util.Locale;

/** Which of Moodle's rules gave a deadline, the strongest first. */
public enum DateRule {
    /** The student's own extension of an assignment. */
    EXTENSION,
    /** An override for the student alone. */
    USER_OVERRIDE,
    /** An override for one of the student's groups. */
    GROUP_OVERRIDE,
    /** The activity's date for everybody. */
    ACTIVITY,
    /** The day by which the teacher expects it to be completed: a deadline only where the activity has none. */
    EXPECTATION;

    /** Returns the stored name, for example {@code user_override}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the rule with the given stored name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DateRule of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
