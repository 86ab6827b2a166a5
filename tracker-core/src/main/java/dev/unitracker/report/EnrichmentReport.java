package dev.unitracker.report;

import dev.unitracker.model.Item;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of letting a language model write briefs. Immutable.
 *
 * @param counts how many items had an outcome; an outcome that no item had may be missing
 * @param stoppedBecause why the model was not asked any more; null if it was asked to the end
 */
public record EnrichmentReport(
        Map<Outcome, Integer> counts, @Nullable String stoppedBecause) {

    /** What came of one item. */
    public enum Outcome {
        /** The model's brief is kept. */
        WRITTEN,
        /** The model's answer was of no use. */
        REJECTED,
        /** The model did not answer. */
        FAILED,
        /** The model was not asked, because the item failed a short while ago or somebody else is asking. */
        COOLING,
        /** The model was not asked, because there is no text to read. */
        NO_TEXT,
        /** The model was not asked any more, because it did not answer for others. */
        GIVEN_UP;

        /** Returns the name that is shown, for example {@code no_text}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One item that was dealt with.
     *
     * @param item the item
     * @param outcome what came of it
     * @param done how many items were dealt with, this one included
     * @param total how many items there are to deal with in all
     */
    public record Progress(Item item, Outcome outcome, int done, int total) {}

    /** Copies the map. */
    public EnrichmentReport {
        counts = Map.copyOf(counts);
    }

    /** Returns how many items had an outcome. */
    public int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** Returns how many items were dealt with. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
