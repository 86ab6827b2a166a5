package dev.unitracker.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The points of a look at which its process may be killed, counted from 1. At the one that was asked for, the process says
 * that it has arrived and does nothing any more, so that it is killed exactly there.
 */
final class KillPoints {

    private final Consumer<Message> say;
    private final List<String> passed = new ArrayList<>();
    private List<String> inFlight = List.of();
    private boolean armed;
    private int stopAt;

    KillPoints(Consumer<Message> say) {
        this.say = say;
    }

    /** Begins to count, and stops at a point; 0 for none. */
    synchronized void arm(int point) {
        passed.clear();
        armed = true;
        stopAt = point;
    }

    /** Ends counting and returns the points that were passed, in order. */
    synchronized List<String> disarm() {
        armed = false;
        return List.copyOf(passed);
    }

    /** Says what somebody is being told, which counts as told once the next commit is durable. */
    synchronized void tells(String key) {
        inFlight = List.of(key);
    }

    /** Says that a commit is durable. */
    synchronized void durable() {
        inFlight = List.of();
    }

    /** Goes on, or does not. */
    synchronized void pass(String where) {
        if (!armed) {
            return;
        }
        passed.add(where);
        if (passed.size() == stopAt) {
            say.accept(Message.arrived(where, inFlight));
            waitToBeKilled();
        }
    }

    private static void waitToBeKilled() {
        try {
            // Nothing more is said to it: the input ends only if whoever would kill it is gone.
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
