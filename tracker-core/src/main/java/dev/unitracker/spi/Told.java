package dev.unitracker.spi;

/** What is told of an account, within one transaction. */
public interface Told {

    /** Returns the deliveries: what is to be told, and what was. */
    Outbox outbox();
}
