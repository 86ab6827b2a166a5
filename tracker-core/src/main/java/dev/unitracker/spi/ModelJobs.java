package dev.unitracker.spi;

import dev.unitracker.brief.ModelJob;
import dev.unitracker.model.ItemId;
import java.time.Instant;
import java.util.List;

/**
 * The questions to language models about the items of one account, with their answers.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface ModelJobs {

    /** Adds a job and returns it with its number, which is above all others of the account. */
    ModelJob add(ModelJob job);

    /** Replaces the job with the same number; it must have been added. */
    void update(ModelJob job);

    /** Returns the jobs of an item, the latest first, at most {@code limit}; empty if there are none. */
    List<ModelJob> of(ItemId item, int limit);

    /**
     * Removes the jobs that began before a moment. The one with the highest number stays.
     *
     * @return how many were removed
     */
    int forget(Instant before);
}
