package dev.unitracker.example;

import dev.unitracker.Enrichment;
import dev.unitracker.Enrichment.Outcome;
import dev.unitracker.TrackerException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the language model write briefs, one round at a time and beside the looks, which wait for no model. When it begins to
 * fail, or answers again, that is said once.
 */
final class BriefRounds {

    private static final Logger log = LoggerFactory.getLogger(BriefRounds.class);

    private final Enrichment enrichment;
    private final Console console;
    private final Supplier<String> time;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile boolean stopped;
    private @Nullable String trouble;

    /**
     * @param time says what time it is, before a line
     */
    BriefRounds(Enrichment enrichment, Console console, Supplier<String> time) {
        this.enrichment = enrichment.until(() -> stopped);
        this.console = console;
        this.time = time;
    }

    /** Makes a round, unless one is under way. */
    void round() {
        if (stopped || !underWay.compareAndSet(false, true)) {
            return;
        }
        try {
            tell(enrichment.reviewed());
        } catch (TrackerException e) {
            if (!stopped) {
                console.error(time.get() + " no briefs could be written: " + e.getMessage());
            }
        } catch (RuntimeException e) {
            log.error("writing briefs failed unexpectedly; please report it with these lines", e);
        } finally {
            underWay.set(false);
        }
    }

    /** Asks the model nothing more after the item that is under way. */
    void stop() {
        stopped = true;
    }

    private void tell(Enrichment.Report report) {
        String why = report.stoppedBecause();
        boolean answers = report.count(Outcome.WRITTEN) + report.count(Outcome.REJECTED) > 0;
        if (why != null && !why.equals(trouble)) {
            console.error(time.get() + " the language model: " + why
                    + "; briefs stay as rules write them, and it is asked again after a while");
            trouble = why;
        } else if (why == null && trouble != null && answers) {
            console.line(time.get() + " the language model answers again");
            trouble = null;
        }
    }
}
