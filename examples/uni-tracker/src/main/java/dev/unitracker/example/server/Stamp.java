package dev.unitracker.example.server;

import dev.unitracker.Version;
import java.time.Instant;
import java.util.Arrays;

/**
 * An entity tag made of the state of an account: as long as it is the same, so is the answer. Immutable.
 *
 * @param text what stands between its quotes
 */
record Stamp(String text) {

    private static final long MINUTE = 60;

    /** Returns that of a state: last entry of the ledger, last look, how often the account was written. */
    static Stamp of(Version version) {
        Instant looked = version.lookedAt();
        return new Stamp(
                version.ledger() + "-" + (looked == null ? 0 : looked.toEpochMilli()) + "-" + version.revision());
    }

    /** Returns that of an answer which the clock changes, too: it is another one each minute. */
    Stamp within(Instant now) {
        return new Stamp(text + "-" + Math.floorDiv(now.getEpochSecond(), MINUTE));
    }

    /** Returns it as a header has it. */
    String quoted() {
        return '"' + text + '"';
    }

    /** Tells whether a header {@code If-None-Match} has it. Whether a tag there is weak makes no difference. */
    boolean isIn(String header) {
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(quoted()));
    }
}
