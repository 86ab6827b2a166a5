package dev.unitracker.store.jdbc;

import static dev.unitracker.testkit.Example.ACCOUNT;
import static dev.unitracker.testkit.Example.assignment;
import static dev.unitracker.testkit.Example.run;
import static dev.unitracker.testkit.Example.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unitracker.error.StoreException;
import dev.unitracker.model.Field;
import dev.unitracker.spi.NoteOwner;
import dev.unitracker.spi.StoreSession;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What drivers say of a failure quotes statements and rows; students' texts are not for logs. */
class QuotedTextTest {

    private static final String PRIVATE = "what only the student may read";

    @ParameterizedTest
    @EnumSource
    void a_text_that_is_too_long_is_not_in_the_stack_trace(TestDatabase.Kind kind) {
        String trace = traceOf(
                kind,
                session -> session.items()
                        .save(List.of(stored(assignment("module:1").with(Field.COURSE, PRIVATE + "x".repeat(600))))));

        assertThat(trace).contains("longer than its column").doesNotContain(PRIVATE);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_there_already_is_not_in_the_stack_trace(TestDatabase.Kind kind) {
        String trace = traceOf(kind, session -> {
            session.runs().add(run(PRIVATE));
            session.runs().add(run(PRIVATE));
        });

        assertThat(trace).contains("contradicts").doesNotContain(PRIVATE);
    }

    /** Somebody removed a table that many rows are written to at once. */
    @ParameterizedTest
    @EnumSource
    void what_could_not_be_written_for_another_reason_is_not_in_the_stack_trace(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.create()) {
            JdbcStore store = JdbcStore.on(database.pool()).build();
            database.run(List.of("drop table tracker_note"));

            String trace = traceOf(store, session -> session.notes().put(NoteOwner.CORE, PRIVATE, PRIVATE));

            assertThat(trace).contains("the tables are not there").doesNotContain(PRIVATE);
        }
    }

    private static String traceOf(TestDatabase.Kind kind, Consumer<StoreSession> work) {
        try (TestDatabase database = kind.create()) {
            return traceOf(JdbcStore.on(database.pool()).build(), work);
        }
    }

    private static String traceOf(JdbcStore store, Consumer<StoreSession> work) {
        StoreException thrown = Objects.requireNonNull(catchThrowableOfType(
                StoreException.class,
                () -> store.inTransaction(ACCOUNT, session -> {
                    work.accept(session);
                    return ACCOUNT;
                })));
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
