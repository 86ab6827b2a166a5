package dev.unitracker;

import java.util.Map;

/**
 * What was sent.
 *
 * @param sent how many messages were sent
 * @param skipped how many were worth nothing any more
 * @param failed how many cannot be sent
 * @param troubles what went wrong by channel, also what is tried again later; empty if all went well
 */
public record DispatchReport(int sent, int skipped, int failed, Map<String, RuntimeException> troubles) {

    public DispatchReport {
        troubles = Map.copyOf(troubles);
    }
}
