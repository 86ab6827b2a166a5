package dev.unitracker.report;

import dev.unitracker.error.NotDeliveredException;
import dev.unitracker.error.TrackerException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the messages that were due. Immutable.
 *
 * @param sent how many messages were sent
 * @param skipped how many were not sent because they were out of date or acknowledged
 * @param failed how many could not be sent and are not tried any more
 * @param troubles what went wrong, by the name of the channel, also if it is tried again later; empty if all went well
 */
public record DispatchReport(int sent, int skipped, int failed, Map<String, RuntimeException> troubles) {

    /** Copies the map. */
    public DispatchReport {
        troubles = Map.copyOf(troubles);
    }

    /**
     * Returns what went wrong and what happens next, for whoever runs the program: a line for each channel, ordered by
     * its name; empty if all went well. No secret is in it.
     */
    public List<String> warnings() {
        return new TreeMap<>(troubles)
                .entrySet().stream()
                        .map(trouble -> trouble.getKey() + ": " + TrackerException.inWords(trouble.getValue()) + "; "
                                + consequence(trouble.getValue()))
                        .toList();
    }

    /** A channel's failures are not told apart from another's. */
    private String consequence(RuntimeException trouble) {
        boolean forGood = trouble instanceof NotDeliveredException known && known.permanent();
        if (!forGood) {
            return "it is tried again later";
        }
        if (troubles.size() > 1) {
            return "what was due there is lost, until that is mended";
        }
        return (failed == 1 ? "1 message is" : failed + " messages are") + " lost, until that is mended";
    }
}
