package dev.unitracker.moodle.simulator;

/** A failure in place of one answer. */
sealed interface InAnswer extends Failure {

    /** The answer in place of the real one, or no answer but a refusal. */
    String text();

    /** A refusal. */
    record Refusal(String errorcode) implements InAnswer {
        @Override
        public String text() {
            throw Refused.because(errorcode);
        }
    }

    /** An answer without content. */
    record EmptyList() implements InAnswer {
        @Override
        public String text() {
            return "[]";
        }
    }
}
