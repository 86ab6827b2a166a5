package dev.unitracker.spi;

/** The briefs of an account's items and the questions to language models, within one transaction. */
public interface Briefed {

    /** Returns the briefs that are stored, by a model or, where it failed, by rules. */
    Briefs briefs();

    /** Returns the questions to language models and their answers. */
    ModelJobs modelJobs();
}
