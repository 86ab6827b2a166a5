package dev.unitracker.spi;

/** Takes what a collector sees in one look. Safe for use by several threads. */
public interface Sink {

    /**
     * Takes an observation. Observations come in any order. One of a part that was not asked for is left out.
     *
     * @throws IllegalArgumentException if the scope belongs to no part of this collector, or was observed before in this
     *     look; the collector's mistake is reported, and nothing is taken as removed from a scope that is observed twice
     */
    void observe(Observation observation);

    /**
     * Reads one part: what is thrown while it is read costs this part only, and is told as its outcome. A part that was
     * not asked for is not read. Whoever has one part has no need of this.
     *
     * @throws dev.unitracker.error.LoginRefusedException if the reading throws it; it ends the collector's look
     */
    void read(String part, Runnable reading);
}
