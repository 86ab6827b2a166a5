package dev.unitracker.moodle.internal.look;

/**
 * How much is downloaded.
 *
 * @param filesPerLook files in one look; the rest is left for the next
 * @param largest bytes of one file; a larger one is not read
 */
public record FileLimits(int filesPerLook, long largest) {

    /** 500 files in a look, 50 MB each. */
    public static final FileLimits DEFAULT = new FileLimits(500, 50L * 1024 * 1024);

    public FileLimits {
        if (filesPerLook < 0 || largest < 1) {
            throw new IllegalArgumentException("limits must be positive: " + filesPerLook + " " + largest);
        }
    }

    /** Returns these limits, or less where there is little memory: a file is in it as a whole while it is kept. */
    public FileLimits within(long memory) {
        return new FileLimits(filesPerLook, Math.max(1, Math.min(largest, memory / 8)));
    }
}
