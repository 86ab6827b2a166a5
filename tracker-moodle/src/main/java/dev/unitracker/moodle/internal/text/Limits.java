package dev.unitracker.moodle.internal.text;

import java.time.Duration;

/**
 * How much of a file is read.
 *
 * @param bytes a larger file is not read
 * @param unfolded the most bytes that one part of a file may unfold to
 * @param pages the pages of a document that are read; later ones are cut
 * @param characters the characters of text that are kept; later ones are cut
 * @param time how long one file may take
 */
record Limits(long bytes, long unfolded, int pages, int characters, Duration time) {
    private static final long MEGABYTE = 1 << 20;

    static final Limits DEFAULT = new Limits(50 * MEGABYTE, 128 * MEGABYTE, 500, 5_000_000, Duration.ofSeconds(20));
}
