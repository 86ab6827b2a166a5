package dev.unitracker.example.server;

/** What somebody has to be allowed to do. Each contains those before it. */
public enum Scope {
    /** Nothing: it tells nothing of any student. */
    OPEN,

    /** To read what is known of an account. */
    READ,

    /** To answer in the student's name. */
    ACT,

    /** To make looks and send messages. */
    ADMIN
}
