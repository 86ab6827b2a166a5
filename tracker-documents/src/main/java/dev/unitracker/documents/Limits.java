package dev.unitracker.documents;

import java.time.Duration;

/**
 * How much of a file is read. All numbers are positive.
 *
 * @param bytes a larger file is not read
 * @param unfolded the most bytes that one part of a file may unfold to
 * @param pages the pages of a document that are read; later ones are cut
 * @param characters the characters of text that are kept; later ones are cut
 * @param time how long one file may take
 */
public record Limits(long bytes, long unfolded, int pages, int characters, Duration time) {
    private static final long MEGABYTE = 1 << 20;

    /** 50 MB, 128 MB unfolded, 500 pages, five million characters, 20 seconds. */
    public static final Limits STANDARD =
            new Limits(50 * MEGABYTE, 128 * MEGABYTE, 500, 5_000_000, Duration.ofSeconds(20));

    public Limits {
        if (bytes <= 0 || unfolded <= 0 || pages <= 0 || characters <= 0 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("limits must be positive: " + bytes + " bytes, " + unfolded
                    + " unfolded, " + pages + " pages, " + characters + " characters, " + time);
        }
    }

    /**
     * Returns these limits, or less where there is little memory: a text of short lines takes a hundred times its length.
     *
     * @param memory all that there is, in bytes
     */
    public Limits within(long memory) {
        return new Limits(
                bytes,
                Math.max(1, Math.min(unfolded, memory / 8)),
                pages,
                (int) Math.max(1, Math.min(characters, memory / 256)),
                time);
    }
}
