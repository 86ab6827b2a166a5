package dev.unitracker.example.backup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.error.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a column holds, whatever a database calls that: how it is written into a backup and read back. */
enum Kind {
    TEXT("character varying", "varchar", "character large object", "text") {
        @Override
        Object value(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void set(PreparedStatement statement, int column, JsonNode value) throws SQLException {
            statement.setString(column, value.textValue());
        }
    },
    NUMBER("bigint", "int8", "integer", "int4") {
        @Override
        Object value(ResultSet row, int column) throws SQLException {
            return row.getLong(column);
        }

        @Override
        void set(PreparedStatement statement, int column, JsonNode value) throws SQLException {
            statement.setLong(column, value.longValue());
        }
    },
    FRACTION("double precision", "float8") {
        @Override
        Object value(ResultSet row, int column) throws SQLException {
            return row.getDouble(column);
        }

        @Override
        void set(PreparedStatement statement, int column, JsonNode value) throws SQLException {
            statement.setDouble(column, value.doubleValue());
        }
    },
    FLAG("boolean", "bool") {
        @Override
        Object value(ResultSet row, int column) throws SQLException {
            return row.getBoolean(column);
        }

        @Override
        void set(PreparedStatement statement, int column, JsonNode value) throws SQLException {
            statement.setBoolean(column, value.booleanValue());
        }
    },
    MOMENT("timestamp with time zone", "timestamptz") {
        @Override
        @Nullable
        Object value(ResultSet row, int column) throws SQLException {
            OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
            return moment == null
                    ? null
                    : moment.withOffsetSameInstant(ZoneOffset.UTC).toString();
        }

        @Override
        void set(PreparedStatement statement, int column, JsonNode value) throws SQLException {
            statement.setObject(column, OffsetDateTime.parse(value.asText()), Types.TIMESTAMP_WITH_TIMEZONE);
        }
    },
    ID("uuid") {
        @Override
        @Nullable
        Object value(ResultSet row, int column) throws SQLException {
            UUID id = row.getObject(column, UUID.class);
            return id == null ? null : id.toString();
        }

        @Override
        void set(PreparedStatement statement, int column, JsonNode value) throws SQLException {
            statement.setObject(column, UUID.fromString(value.asText()));
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // A list of texts that never changes.
    private final List<String> names;

    Kind(String... names) {
        this.names = List.of(names);
    }

    /**
     * Returns the kind of a column.
     *
     * @param type what the database calls its type
     * @throws StoreException if it is none of these
     */
    static Kind of(String type) {
        String plain = type.toLowerCase(Locale.ROOT).replaceFirst("\\(\\d{1,9}\\)", "");
        return Arrays.stream(values())
                .filter(kind -> kind.names.contains(plain))
                .findFirst()
                .orElseThrow(() -> new StoreException("a column of the type " + type + " cannot be kept in a backup"));
    }

    /** Returns a value in the form in which JSON holds it; of what is null, anything. */
    abstract @Nullable Object value(ResultSet row, int column) throws SQLException;

    /** Sets a value that is not null. */
    abstract void set(PreparedStatement statement, int column, JsonNode value) throws SQLException;

    /** Reads a value. */
    @Nullable
    Object read(ResultSet row, int column) throws SQLException {
        Object value = value(row, column);
        return row.wasNull() ? null : value;
    }

    /** Writes a value. */
    void write(PreparedStatement statement, int column, JsonNode value) throws SQLException {
        if (value.isNull()) {
            statement.setObject(column, null);
        } else {
            set(statement, column, value);
        }
    }
}
