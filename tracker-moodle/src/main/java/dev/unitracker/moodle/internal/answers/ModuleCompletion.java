package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.Completion;
import dev.unitracker.moodle.internal.client.Json;

/**
 * How far Moodle says that the student got with an activity. It is complete as soon as the conditions of its teacher are
 * met, and having looked at it may be the only one: that an assignment was opened does not mean that it was handed in.
 */
final class ModuleCompletion {

    private static final int MANUAL = 1;

    /** 1 is complete, 2 complete and passed; 3 and above are complete and failed. */
    private static final int FAILED = 3;

    private ModuleCompletion() {}

    /** Returns what a course's contents say of a module; unknown where it is not tracked. */
    static Completion of(JsonNode module) {
        JsonNode data = module.path("completiondata");
        if (Json.number(module, "completion") <= 0 || !data.isObject()) {
            return Completion.UNKNOWN;
        }
        return isComplete(data) ? Completion.COMPLETED : Completion.INCOMPLETE;
    }

    /** Tells whether it is said that a module is not tracked; to say nothing is something else. */
    static boolean isOff(JsonNode module) {
        return module.hasNonNull("completion") && Json.number(module, "completion") == 0;
    }

    /**
     * Tells whether a complete module is so because of what was done and not only because it was looked at: the student or
     * a teacher marked it, work was handed in, or it was passed.
     */
    static boolean provesWork(JsonNode module) {
        JsonNode data = module.path("completiondata");
        return Json.number(module, "completion") == MANUAL
                || Json.number(data, "overrideby") > 0
                || Json.list(data.path("details")).stream().anyMatch(ModuleCompletion::provesWorkByRule);
    }

    /** Where a grade is needed but not a good one, a failed activity is complete; newer sites tell which it is. */
    private static boolean isComplete(JsonNode data) {
        long state = Json.number(data, "state");
        return state >= FAILED ? Json.flag(data, "isoverallcomplete") : state > 0;
    }

    private static boolean provesWorkByRule(JsonNode rule) {
        String name = Json.text(rule, "rulename");
        long status = Json.number(rule.path("rulevalue"), "status");
        return (name.equals("completionsubmit") || name.equals("completionpassgrade")) && status > 0 && status < FAILED;
    }
}
