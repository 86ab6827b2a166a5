package dev.unitracker.brief;

import dev.unitracker.model.Item;
import dev.unitracker.words.Language;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What somebody who writes a better brief is given. Immutable.
 *
 * @param item what it is about
 * @param text all that the source says of it, the files within it included; never blank
 * @param outline the brief that was written by rules: what is known for certain
 * @param language the language to write in
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
