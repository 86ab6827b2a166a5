package dev.unitracker.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://ana:pw@host:5433/db, jdbc:postgresql://host:5433/db, ana, pw",
        "postgres://ana:p%40w%2F+1@host/db?sslmode=require, jdbc:postgresql://host/db?sslmode=require, ana, p@w/+1",
        "POSTGRESQL://ana:p@w/1@host/db, jdbc:postgresql://host/db, ana, p@w/1",
        "jdbc:postgresql://ana:50%@host/db, jdbc:postgresql://host/db, ana, 50%",
        "postgresql://ana@host/db, jdbc:postgresql://host/db, ana, ''",
        "postgresql://host/db, jdbc:postgresql://host/db, '', ''",
        "jdbc:postgresql://host/db?user=a@b, jdbc:postgresql://host/db?user=a@b, '', ''",
        "jdbc:h2:mem:x, jdbc:h2:mem:x, '', ''"
    })
    void a_login_in_the_address_is_taken_out_of_it(String url, String jdbcUrl, String user, String password) {
        DatabaseAddress address = DatabaseAddress.parse(url, "", "");

        assertThat(address.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(address.user()).isEqualTo(user);
        assertThat(address.password()).isEqualTo(password);
    }

    @Test
    void a_login_beside_the_address_counts_more() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://ana:pw@host/db", "bruno", "other");

        assertThat(address.user()).isEqualTo("bruno");
        assertThat(address.password()).isEqualTo("other");
    }

    @Test
    void it_is_shown_without_anything_secret() {
        assertThat(DatabaseAddress.parse("jdbc:postgresql://host/db?user=a&password=s3cret", "", ""))
                .hasToString("jdbc:postgresql://host/db");
        assertThat(DatabaseAddress.parse("jdbc:h2:file:/tmp/x;PASSWORD=s3cret", "", ""))
                .hasToString("jdbc:h2:file:/tmp/x");
        assertThat(DatabaseAddress.parse("postgresql://ana:s3cret@host/db", "", ""))
                .hasToString("jdbc:postgresql://host/db");
    }

    /** Whoever forgot to encode a character of a password does not find the half of it in a message. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ana:s3cr?t@host/db",
                "postgresql://ana:s3cr?t@host/db?password=s3cret",
                "postgresql://s3cr?t:pw@host/db",
                "jdbc:postgresql://ana:s3cret",
                "jdbc:postgresql://ana:s3cret/db",
                "jdbc:postgresql://ana:12/s3cr?t@host/db",
                "jdbc:postgresql://host#s3cret",
                "jdbc:postgresql:db:s3cret",
                "jdbc:postgresql://host/db?password=s3cret@more",
                "jdbc:h2:mem:x;TRACE_LEVEL_FILE=0\n;PASSWORD=s3cret"
            })
    void of_an_address_that_may_be_read_wrongly_no_secret_is_shown(String url) {
        assertThat(DatabaseAddress.parse(url, "", "").toString())
                .startsWith("jdbc:")
                .doesNotContain("s3cr");
    }

    @Test
    void a_long_address_that_cannot_be_read_is_answered_at_once() {
        assertThat(DatabaseAddress.parse("jdbc:postgresql://" + "a".repeat(10_000) + "#", "", ""))
                .hasToString("jdbc:postgresql:…");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://host, jdbc:postgresql://host",
        "jdbc:postgresql://host/, jdbc:postgresql://host/",
        "jdbc:postgresql:db?user=a, jdbc:postgresql:db",
        "'jdbc:postgresql://one:1,two:2/db?a=b', 'jdbc:postgresql://one:1,two:2/db'",
        "jdbc:postgresql://[::1]:5432/db, jdbc:postgresql://[::1]:5432/db",
        "jdbc:postgresql:///db, jdbc:postgresql:///db"
    })
    void where_a_database_is_is_shown(String url, String shown) {
        assertThat(DatabaseAddress.parse(url, "", "")).hasToString(shown);
    }
}
