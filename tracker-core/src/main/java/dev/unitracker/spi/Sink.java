package dev.unitracker.spi;

/** Takes what a collector sees in one look. Safe for use by several threads. */
public interface Sink {

    /**
     * Takes an observation of one scope. Observations come in any order. An observation of a part that was not asked
     * for is ignored.
     *
     * @throws IllegalArgumentException if the scope belongs to no part of this collector, or was observed before in
     *     this look. If a scope is observed twice, the report says so, and nothing is removed from it
     */
    void observe(Observation observation);

    /**
     * Runs the reading of one part, so that an exception fails this part only and becomes its outcome. If the part was
     * not asked for, nothing runs. A collector with one part does not need this.
     *
     * @param part the name of the part
     * @param reading reads the part and hands over what it saw
     * @throws IllegalArgumentException if this collector has no such part
     * @throws dev.unitracker.error.LoginRefusedException if the reading throws it; it ends the collector's look
     */
    void read(String part, Runnable reading);
}
