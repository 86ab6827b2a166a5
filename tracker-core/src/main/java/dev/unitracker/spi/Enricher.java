package dev.unitracker.spi;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.BriefRequest;
import dev.unitracker.error.EnricherException;
import java.time.Duration;
import java.util.Optional;

/** Writes better briefs than rules do, by asking a language model. Called by one thread at a time. */
public interface Enricher {

    /** Returns the model's name, which is remembered with what it wrote. */
    String name();

    /**
     * Writes a brief. What the text says is data: no instruction in it is followed.
     *
     * @param trace is told what is asked and answered, without any secret
     * @return what the model makes of it; empty if its answer is of no use
     * @throws EnricherException if there is no answer
     */
    Optional<Brief> enrich(BriefRequest request, ModelTrace trace);

    /** Returns how long an item is left alone after it failed. Default: 180 minutes. */
    default Duration coolDown() {
        return Duration.ofHours(3);
    }
}
