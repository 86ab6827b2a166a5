package dev.unitracker.crash;

import java.util.ArrayList;
import java.util.List;

/**
 * What the test and the process that it kills say to each other: one line.
 *
 * @param word what is said
 * @param parts what about, none of them with a tab or a line break
 */
record Message(String word, List<String> parts) {

    static final String OPENED = "opened";
    static final String LOOKED = "looked";
    static final String ARRIVED = "arrived";
    static final String REPLAYED = "replayed";
    static final String CLOSED = "closed";

    Message {
        parts = List.copyOf(parts);
    }

    static Message of(String word, String... parts) {
        return new Message(word, List.of(parts));
    }

    /** Says that a point was reached while somebody was being told some lines. */
    static Message arrived(String where, List<String> inFlight) {
        List<String> parts = new ArrayList<>(List.of(where));
        parts.addAll(inFlight);
        return new Message(ARRIVED, parts);
    }

    static Message parse(String line) {
        List<String> words = List.of(line.split("\t", -1));
        return new Message(words.get(0), words.subList(1, words.size()));
    }

    boolean is(String other) {
        return word.equals(other);
    }

    String part(int index) {
        return parts.get(index);
    }

    @Override
    public String toString() {
        return parts.isEmpty() ? word : word + "\t" + String.join("\t", parts);
    }
}
