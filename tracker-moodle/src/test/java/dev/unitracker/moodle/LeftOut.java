package dev.unitracker.moodle;

import dev.unitracker.moodle.simulator.Damage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Damages that are not tried, each with the reason.
 *
 * @param functions which functions, a pattern
 * @param places which places in their answers, a pattern
 * @param why what whoever reads the answer cannot know, or what is still to be mended
 */
record LeftOut(Set<Damage> damages, Pattern functions, Pattern places, String why) {

    /** After these an answer is a true one in every respect, of something else or of another moment. */
    private static final List<LeftOut> TRUE_ANSWERS = List.of(
            of(
                    EnumSet.of(Damage.ANSWER_OF_ANOTHER),
                    "(?!gradereport_user_get_grade_items|mod_quiz_get_user_attempts|mod_forum_get_discussion_posts).*",
                    ".*",
                    "the answer does not say what it is of"),
            of(
                    EnumSet.of(Damage.BYTE_BROKEN, Damage.BODY_HALVED, Damage.BYTE_ORDER_MARK),
                    "/.*",
                    ".*",
                    "a file may hold any bytes; how many they should be the site does not tell of all"),
            of(
                    EnumSet.of(Damage.LIST_HALVED),
                    "core_course_get_contents",
                    ".*\\.dates",
                    "nothing else tells how many dates an activity has"),
            of(
                    EnumSet.of(Damage.LIST_HALVED),
                    "core_course_get_contents",
                    "|\\[\\](\\.modules)?",
                    "of an activity that is closed and not listed any more Moodle says no more than that it is out of sight"));

    /** Faults that are known. This list only gets shorter. */
    private static final List<LeftOut> NOT_YET = List.of();

    private static LeftOut of(Set<Damage> damages, String functions, String places, String why) {
        return new LeftOut(damages, Pattern.compile(functions), Pattern.compile(places), why);
    }

    /**
     * Tells whether a damage is tried.
     *
     * @param function the function, or the path of what is no function
     * @param place the place in its answer
     */
    static boolean isTried(Damage damage, String function, String place) {
        return all().noneMatch(each -> each.damages.contains(damage)
                && each.functions.matcher(function).matches()
                && each.places.matcher(place).matches());
    }

    private static Stream<LeftOut> all() {
        return Stream.concat(TRUE_ANSWERS.stream(), NOT_YET.stream());
    }

    static void print() {
        all().forEach(each -> System.out.println(
                "  left out: " + each.damages + " of " + each.functions + " at " + each.places + ": " + each.why));
    }
}
