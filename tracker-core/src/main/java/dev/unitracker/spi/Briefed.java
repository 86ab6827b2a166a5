package dev.unitracker.spi;

/**
 * The briefs of an account's items and the questions to language models, within one transaction.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface Briefed {

    /** Returns the briefs that are stored, by a model or, where it failed, by rules. */
    Briefs briefs();

    /** Returns the questions to language models and their answers. */
    ModelJobs modelJobs();
}
