package dev.unitracker.spi;

import dev.unitracker.brief.ModelJob;
import dev.unitracker.model.ItemId;
import java.util.List;

/** What was asked of language models for one account. */
public interface ModelJobs {

    /** Adds a job and returns it with its number, which is above all others of the account. */
    ModelJob add(ModelJob job);

    /** Replaces the job of the same number. */
    void update(ModelJob job);

    /** Returns the jobs of an item, latest first, at most {@code limit}. */
    List<ModelJob> of(ItemId item, int limit);
}
