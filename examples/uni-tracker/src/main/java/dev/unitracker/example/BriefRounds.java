package dev.unitracker.example;

import dev.unitracker.Enrichment;
import dev.unitracker.error.TrackerException;
import dev.unitracker.report.EnrichmentReport;
import dev.unitracker.report.EnrichmentReport.Outcome;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the language model write briefs, one round at a time and beside the looks, which wait for no model. When it begins to
 * fail, or to answer nothing of use, or answers again, that is said once.
 */
final class BriefRounds {

    private static final Logger log = LoggerFactory.getLogger(BriefRounds.class);

    /** What it is called when not one answer of a round was of use, whatever the reasons. */
    private static final String USELESS = "none of its answers could be used";

    private final Enrichment enrichment;
    private final Rejections rejections;
    private final Console console;
    private final Supplier<String> time;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile boolean stopped;
    private @Nullable String trouble;

    /**
     * @param time says what time it is, before a line
     */
    BriefRounds(Enrichment enrichment, Rejections rejections, Console console, Supplier<String> time) {
        this.enrichment = enrichment.until(() -> stopped).progress(rejections::note);
        this.rejections = rejections;
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
        } catch (RuntimeException | Error e) {
            log.error("writing briefs failed unexpectedly; please report it with these lines", e);
        } finally {
            underWay.set(false);
        }
    }

    /** Asks the model nothing more after the item that is under way. */
    void stop() {
        stopped = true;
    }

    private void tell(EnrichmentReport report) {
        String reason =
                rejections.takeCommonest().map(words -> " (" + words + ")").orElse("");
        String why = report.stoppedBecause();
        if (why != null) {
            tell(why, "");
        } else if (report.count(Outcome.WRITTEN) > 0) {
            tellThatItAnswersAgain();
        } else if (report.count(Outcome.REJECTED) > 0) {
            tell(USELESS, reason);
        }
    }

    private void tell(String why, String more) {
        if (!why.equals(trouble)) {
            console.error(time.get() + " the language model: " + why + more
                    + "; briefs stay as rules write them, and it is asked again after a while");
            trouble = why;
        }
    }

    private void tellThatItAnswersAgain() {
        if (trouble != null) {
            console.line(time.get() + " the language model answers again");
            trouble = null;
        }
    }
}
