package dev.unitracker.example.worker;

/** Something that one worker of all runs beside the looks, such as a bot. */
public interface Companion {

    /** Runs until it is stopped. */
    void run();

    /** Ends {@link #run} soon, though not while something is being done. It stays stopped. */
    void stop();
}
