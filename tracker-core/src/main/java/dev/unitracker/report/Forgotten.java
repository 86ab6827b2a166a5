package dev.unitracker.report;

/**
 * How much of an account's history was removed because it was old. Immutable.
 *
 * @param runs how many runs
 * @param deliveries how many deliveries
 * @param modelJobs how many questions to language models
 */
public record Forgotten(int runs, int deliveries, int modelJobs) {}
