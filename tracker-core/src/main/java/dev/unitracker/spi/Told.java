package dev.unitracker.spi;

/**
 * What is told of an account, within one transaction.
 *
 * <p>A part of a {@link StoreSession}, which says how long it is valid, in which thread, and what it throws.
 */
public interface Told {

    /** Returns the deliveries: what is to be told, and what was. */
    Outbox outbox();
}
