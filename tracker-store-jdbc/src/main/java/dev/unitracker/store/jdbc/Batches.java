package dev.unitracker.store.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Many rows by one statement. */
final class Batches {

    private Batches() {}

    /** How one row's values are bound. */
    @FunctionalInterface
    interface Binding<T> {
        void bind(PreparedBatch batch, T row);
    }

    /** Runs a statement for each row, if there are any, and returns how many rows of the table each of them touched. */
    static <T> int[] run(Handle handle, String statement, Collection<T> rows, Binding<T> binding) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedBatch batch = handle.prepareBatch(statement)) {
            for (T row : rows) {
                binding.bind(batch, row);
                batch.add();
            }
            return batch.execute();
        }
    }

    /** Updates rows, and inserts those that are not there. No other transaction writes them, so nothing can slip in. */
    static <T> void save(Handle handle, String update, String insert, List<T> rows, Binding<T> binding) {
        int[] updated = run(handle, update, rows, binding);
        List<T> missing = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                missing.add(rows.get(i));
            }
        }
        run(handle, insert, missing, binding);
    }
}
