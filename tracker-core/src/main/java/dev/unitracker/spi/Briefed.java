package dev.unitracker.spi;

/** What is written of an account's items in a few lines, within one transaction. */
public interface Briefed {

    /** Returns the briefs that are kept. */
    Briefs briefs();

    /** Returns what was asked of language models. */
    ModelJobs modelJobs();
}
