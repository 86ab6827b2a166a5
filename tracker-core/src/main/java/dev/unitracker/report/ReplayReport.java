package dev.unitracker.report;

import java.util.Optional;

/**
 * What a replay found.
 *
 * @param looks how many looks were made again, those that broke off and were made twice counted twice
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
