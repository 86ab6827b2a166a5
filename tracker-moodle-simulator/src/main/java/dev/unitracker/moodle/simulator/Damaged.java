package dev.unitracker.moodle.simulator;

import java.util.Objects;

/**
 * One answer that was damaged, as the simulator remembers it: nothing in it is secret.
 *
 * @param what the function, or the path of what is no function
 * @param arguments the function's arguments as JSON; empty for what is no function
 * @param damage how
 * @param place the path in the answer; empty for the whole answer
 */
public record Damaged(String what, String arguments, Damage damage, String place) {

    public Damaged {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(arguments, "arguments");
        Objects.requireNonNull(damage, "damage");
        Objects.requireNonNull(place, "place");
    }

    /** Returns it in a line. */
    @Override
    public String toString() {
        return damage + " " + what + arguments + (place.isEmpty() ? "" : " at " + place);
    }
}
