package dev.unitracker.report;

import java.util.Optional;

/**
 * What a replay found. Immutable.
 *
 * @param looks how many runs were made again; a look that broke off and its second attempt are two
 * @param items how many items came of it, removed ones too
 * @param entries how many ledger entries came of it
 * @param difference the first difference between what is stored and what came of it, in words; empty if they are equal
 *     but for the times at which things were seen
 */
public record ReplayReport(int looks, int items, long entries, Optional<String> difference) {

    /** Tells whether the replay gave what is stored. */
    public boolean equal() {
        return difference.isEmpty();
    }
}
