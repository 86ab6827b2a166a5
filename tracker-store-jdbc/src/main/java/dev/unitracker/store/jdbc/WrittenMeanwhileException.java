package dev.unitracker.store.jdbc;

import dev.unitracker.error.StoreException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Another transaction wrote the account since this one began to read it: the work is done again. */
final class WrittenMeanwhileException extends StoreException {

    private static final long serialVersionUID = 1L;

    WrittenMeanwhileException(@Nullable SQLException cause) {
        super("the account was written meanwhile", cause);
    }
}
