package dev.unitracker.store.jdbc;

import dev.unitracker.model.StorableText;
import java.sql.Types;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** How values become parameters of statements. */
final class Parameters {

    private Parameters() {}

    static void register(Jdbi jdbi) {
        jdbi.registerArgument(new Moment()).registerArgument(new CleanText());
    }

    private static final class Moment extends AbstractArgumentFactory<Instant> {
        Moment() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, Moments.written(value));
        }
    }

    private static final class CleanText extends AbstractArgumentFactory<String> {
        CleanText() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, StorableText.of(value));
        }
    }
}
