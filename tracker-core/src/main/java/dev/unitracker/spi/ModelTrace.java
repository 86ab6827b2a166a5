package dev.unitracker.spi;

/** Is told what passes between an enricher and its model. */
public interface ModelTrace {

    /** Says that the model is asked something, once for each try. */
    void asked(String prompt);

    /** Says what it answered, as it came. */
    void answered(String answer);

    /** Says why an answer is of no use. */
    void refused(String reason);
}
