package dev.unitracker.moodle.internal.look;

/** A file did not come because the site is out of order, so that no other will come either. The message says why. */
final class SiteOutOfOrderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SiteOutOfOrderException(String message) {
        super(message);
    }
}
