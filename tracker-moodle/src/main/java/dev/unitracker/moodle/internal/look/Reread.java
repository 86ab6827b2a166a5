package dev.unitracker.moodle.internal.look;

import dev.unitracker.moodle.internal.client.Response;
import java.util.IdentityHashMap;
import java.util.function.Function;

/**
 * What was made of answers, once for each: a look comes back to the same answer for every course. Not for use by several
 * threads.
 *
 * @param <T> what is made of an answer; it must not change afterwards
 */
final class Reread<T> {

    private final IdentityHashMap<Response, T> made = new IdentityHashMap<>();

    /** Returns what was made of this very answer, or makes it. */
    T of(Response answer, Function<Response, T> reader) {
        T before = made.get(answer);
        if (before != null) {
            return before;
        }
        T now = reader.apply(answer);
        made.put(answer, now);
        return now;
    }
}
