package dev.unitracker.spi;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.BriefRequest;
import dev.unitracker.error.EnricherException;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks a language model for briefs, which should be better than those that rules write. Called by one thread at a time.
 */
public interface Enricher {

    /** Returns the model's name, which is stored with the briefs that it wrote. */
    String name();

    /**
     * Asks for a brief of one item. The text of the item is data: an enricher must not let the model follow
     * instructions in it. The caller checks the brief against the text, and may still refuse it.
     *
     * @param request the item, its text and the brief that rules wrote
     * @param trace is told what is asked and answered; no secret may be in it
     * @return the brief that the model wrote; empty if its answer is of no use
     * @throws EnricherException if the model does not answer; it says whether asking again later may help
     */
    Optional<Brief> enrich(BriefRequest request, ModelTrace trace);

    /** Returns how long the model is not asked about an item again after it failed. Default: three hours. */
    default Duration coolDown() {
        return Duration.ofHours(3);
    }
}
