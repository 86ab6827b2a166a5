package dev.unitracker.moodle.simulator;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The one token of the student and those that expired. Safe for use by several threads. */
final class Tokens {
    private static final int FIRST = 0xaaaa;

    private final Set<String> expired = new HashSet<>();
    private int revoked;

    synchronized String current() {
        return String.format(Locale.ROOT, "%032x", FIRST + revoked);
    }

    synchronized void revoke() {
        expired.add(current());
        revoked++;
    }

    /** Moodle deletes an expired token when it is used, so the second refusal differs from the first. */
    synchronized void check(String token) {
        if (expired.remove(token)) {
            throw Refused.access();
        }
        if (!token.equals(current())) {
            throw Refused.invalidToken();
        }
    }
}
