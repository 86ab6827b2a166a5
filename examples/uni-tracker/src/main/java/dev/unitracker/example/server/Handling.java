package dev.unitracker.example.server;

/** Answers what was asked. */
@FunctionalInterface
public interface Handling {

    /**
     * Returns the answer.
     *
     * @throws Refusal if it is refused
     */
    Answer answer(Asked asked);

    /** Returns how many bytes a body may have that is read here. Default: 0, which means that a body has to say nothing. */
    default int longestBody() {
        return 0;
    }
}
