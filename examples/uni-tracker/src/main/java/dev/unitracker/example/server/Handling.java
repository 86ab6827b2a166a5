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
}
