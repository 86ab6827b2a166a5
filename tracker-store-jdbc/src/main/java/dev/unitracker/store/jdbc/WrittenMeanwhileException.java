package dev.unitracker.store.jdbc;

/** Another transaction wrote the account since this one began to read it: the work is done again. */
final class WrittenMeanwhileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrittenMeanwhileException(Throwable cause) {
        super("the account was written meanwhile", cause);
    }
}
