package dev.unitracker.spi;

import dev.unitracker.brief.Brief;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.StoredItem;
import dev.unitracker.words.Language;
import java.util.Objects;

/**
 * A brief as a store keeps it.
 *
 * @param item whose brief it is
 * @param brief the brief
 * @param language the code of the language it is written in
 * @param meaningfulKey the key of the item's state that it was written from; of another state it is out of date
 */
public record StoredBrief(ItemId item, Brief brief, String language, String meaningfulKey) {

    /** Null is refused. */
    public StoredBrief {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(brief, "brief");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(meaningfulKey, "meaningfulKey");
    }

    /** Tells whether a model wrote it, in a language, of an item as it is now. */
    public boolean isCurrent(StoredItem stored, Language wanted) {
        return brief.origin() != Brief.Origin.FALLBACK
                && language.equals(wanted.code())
                && meaningfulKey.equals(stored.meaningfulKey());
    }
}
