package dev.unitracker.spi;

/** What an account's people are told, within one transaction. */
public interface Told {

    /** Returns what is to be told and was told. */
    Outbox outbox();
}
