package dev.unitracker.moodle.internal.client;

/**
 * How much memory the answers of one look may take, so that neither one of them nor all together take all there is: a site may
 * send anything, and a text of many small values takes dozens of times its length once it is read. For one thread.
 */
final class Room {

    private static final int SHARE = 3;
    private static final int SHARE_OF_AN_ANSWER = 24;
    private static final long LARGEST = 64L * 1024 * 1024;
    private static final long SMALLEST = 1024 * 1024;

    private long left;

    /** @param memory all that there is, in bytes */
    Room(long memory) {
        this.left = memory / SHARE;
    }

    /** Returns the room that this program has. */
    static Room ofThisProgram() {
        return new Room(Runtime.getRuntime().maxMemory());
    }

    /** Returns how many bytes an answer may have: it is there as bytes, as a text and as values at once. */
    static int largestAnswer() {
        long share = Runtime.getRuntime().maxMemory() / SHARE_OF_AN_ANSWER;
        return (int) Math.max(SMALLEST, Math.min(LARGEST, share));
    }

    /** Tells whether an answer has room, for a moment. */
    boolean fits(String json) {
        return Json.memory(json, left) <= left;
    }

    /** Tells whether an answer has room, and takes it until the look is over. */
    boolean take(String json) {
        long memory = Json.memory(json, left);
        if (memory > left) {
            return false;
        }
        left -= memory;
        return true;
    }
}
