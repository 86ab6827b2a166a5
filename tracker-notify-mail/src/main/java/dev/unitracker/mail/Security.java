package dev.unitracker.mail;

/** How what is sent to a mail server is kept from others. */
enum Security {
    /** Encrypted after the greeting (RFC 3207), or nothing is sent. */
    STARTTLS,

    /** Encrypted from the first byte on (RFC 8314). */
    TLS,

    /** In the clear. */
    NONE
}
