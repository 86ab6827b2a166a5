package dev.unitracker.moodle.internal.client;

import org.jspecify.annotations.Nullable;

/**
 * What came of a download.
 *
 * @param error the error that came in the file's place; null if the file was saved
 * @param artifact the hash under which the file is kept; null if an error came
 */
public record Downloaded(
        @Nullable MoodleError error, @Nullable String artifact) {}
