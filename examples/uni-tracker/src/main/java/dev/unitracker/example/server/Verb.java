package dev.unitracker.example.server;

/** The methods that routes have. Whatever answers {@code GET} answers {@code HEAD}, too. */
public enum Verb {
    /** Reads. */
    GET,
    /** Writes. */
    POST,
    /** Takes back. */
    DELETE
}
