package dev.unitracker.moodle.simulator;

import java.util.List;
import java.util.Objects;

/**
 * One thing that a teacher, or chance, did on the recorded Moodle between two steps.
 *
 * @param op what was done
 * @param key the source key of the item it was done to; empty for the whole site
 * @param accept the kinds of change of which one must be reported for that item; empty for noise, of which nothing
 *     meaningful may be reported
 * @param also further kinds that may be reported on items that hang on this one
 * @param repeat whether the item was already edited in the same step
 */
public record Edit(String op, String key, List<String> accept, List<String> also, boolean repeat) {

    public Edit {
        Objects.requireNonNull(op, "op");
        Objects.requireNonNull(key, "key");
        accept = List.copyOf(accept);
        also = List.copyOf(also);
    }
}
