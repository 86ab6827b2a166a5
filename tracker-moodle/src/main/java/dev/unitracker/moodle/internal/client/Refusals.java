package dev.unitracker.moodle.internal.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The passwords that a site refused, each with how often in a row and when last; the latest stands last. Immutable.
 *
 * @param all of the many that somebody may try, the latest few
 */
record Refusals(List<Refusal> all) {

    static final Refusals NONE = new Refusals(List.of());

    private static final int MOST = 20;

    /**
     * A password that was refused.
     *
     * @param fingerprint stands for the password
     * @param times how often in a row
     * @param at when it was refused last
     */
    record Refusal(String fingerprint, int times, Instant at) {

        Refusal {
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(at, "at");
        }

        /** A fingerprint alone is what earlier builds noted. */
        private static Refusal parse(String line) {
            String[] parts = line.split(" ", -1);
            return parts.length == 3
                    ? new Refusal(parts[0], Integer.parseInt(parts[1]), Instant.parse(parts[2]))
                    : new Refusal(line, 1, Instant.EPOCH);
        }

        @Override
        public String toString() {
            return fingerprint + " " + times + " " + at;
        }
    }

    Refusals {
        all = List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /** Reads what {@link #toString} wrote. */
    static Refusals parse(String note) {
        return new Refusals(note.lines().map(Refusal::parse).toList());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    Optional<Refusal> of(String fingerprint) {
        return all.stream()
                .filter(refusal -> refusal.fingerprint().equals(fingerprint))
                .findFirst();
    }

    Refusal latest() {
        return all.get(all.size() - 1);
    }

    /** Returns these and one more refusal of a password. */
    Refusals and(String fingerprint, Instant at) {
        int before = of(fingerprint).map(Refusal::times).orElse(0);
        List<Refusal> more = new ArrayList<>(without(fingerprint).all);
        more.add(new Refusal(fingerprint, before + 1, at));
        return new Refusals(more);
    }

    /** Returns these without a password, which the site took. */
    Refusals without(String fingerprint) {
        return new Refusals(all.stream()
                .filter(refusal -> !refusal.fingerprint().equals(fingerprint))
                .toList());
    }

    /** Returns a line for each. */
    @Override
    public String toString() {
        return all.stream().map(Refusal::toString).collect(Collectors.joining("\n"));
    }
}
