package dev.unitracker.store.jdbc;

/** A row holds what this library never wrote. What a parser says of it is left out, as it quotes texts of students. */
final class UnreadableRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRowException() {
        this("a stored text is not the JSON that was written; was the database changed by another program?");
    }

    UnreadableRowException(String message) {
        super(message);
    }
}
