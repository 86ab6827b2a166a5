package dev.unitracker.brief;

import dev.unitracker.model.Item;
import dev.unitracker.words.Language;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What an {@linkplain dev.unitracker.spi.Enricher enricher} is given to ask a language model for a brief. Immutable.
 *
 * @param item what it is about
 * @param text all that the source says of it, with the texts of its files; never blank, and of any length. It is data:
 *     it may hold anything, also instructions to a model
 * @param outline the brief that rules wrote; what it says is certain
 * @param language the language that the brief is to be written in
 * @param zone the zone that times are told in
 */
public record BriefRequest(Item item, String text, Brief outline, Language language, ZoneId zone) {

    /**
     * Null is refused.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public BriefRequest {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(outline, "outline");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(zone, "zone");
        if (text.isBlank()) {
            throw new IllegalArgumentException("there is nothing to write of " + item.id());
        }
    }
}
