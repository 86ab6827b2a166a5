package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How queries and their values are read. */
class QueryTest {

    private static final Parameter<String> TEXT = Parameter.text("q", "(?s).*", "a text");
    private static final Parameter<Integer> LIMIT =
            Parameter.whole("limit", 1, 1000).otherwise(100);

    @Test
    void text_is_utf_8_percent_encoded_and_a_plus_sign_is_a_space() {
        assertThat(read("q=%C3%A1lgebra+lineal%20y%2Bm%C3%A1s")).contains("álgebra lineal y+más");
        assertThat(read("q=%F0%9F%91%8B")).contains("👋");
        assertThat(read("%71=a=b")).contains("a=b");
        assertThat(read("&&q=a&")).contains("a");
        assertThat(read("q=")).contains("");
        assertThat(read("q")).contains("");
        assertThat(read(null)).isEmpty();
        assertThat(read("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%",
                "q=%4",
                "q=%zz",
                "q=%ff",
                "q=%C3",
                "q=%ED%A0%80",
                "q=%C0%AF",
                "q=á",
                "q=a\tb",
                "q=%00",
                "q=%7F",
                "q=a%0Ab",
                "q=a&q=a",
                "q=a&%71=b",
                "p=1",
                "Q=1",
                "q[]=1",
                "q=%１２"
            })
    void what_cannot_be_read_is_refused(String query) {
        assertThatThrownBy(() -> read(query)).isInstanceOf(Refusal.class);
    }

    private static Optional<String> read(@Nullable String query) {
        return Query.of(query, List.of(TEXT)).find("q");
    }

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "1000,1000",
        "007,",
        "0,",
        "1001,",
        "-1,",
        "' 5',",
        "'5 ',",
        "+5,",
        "5.0,",
        "1e2,",
        "٣,",
        "'',",
        "99999999999999999999,"
    })
    void a_whole_number_has_one_form(String text, @Nullable Integer value) {
        if (value == null) {
            assertThatThrownBy(() -> LIMIT.read(Optional.of(text)))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("limit must be a whole number from 1 to 1000");
        } else {
            assertThat(LIMIT.read(Optional.of(text))).contains(value);
        }
    }

    @Test
    void what_is_not_given_has_its_default_or_is_missed() {
        assertThat(LIMIT.read(Optional.empty())).contains(100);
        assertThat(TEXT.read(Optional.empty())).isEmpty();
        assertThatThrownBy(() -> TEXT.required().read(Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessage("q is missing; it must be a text");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T21:00:00Z, 2026-11-30T21:00:00Z",
        "2026-11-30T21:00:00.123456789Z, 2026-11-30T21:00:00.123456Z",
        "2026-11-30T18:00:00-03:00, 2026-11-30T21:00:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "2026-11-30T21:00:00,",
        "2026-11-30,",
        "2026-11-30T21:00:00 03:00,",
        "2026-02-30T21:00:00Z,",
        "0000-12-31T23:59:59Z,",
        "9999-12-31T23:59:59-18:00,",
        "+292278994-08-17T07:12:55Z,",
        "yesterday,"
    })
    void a_moment_has_an_offset_and_a_year_that_databases_have(String text, @Nullable Instant moment) {
        Parameter<Instant> since = Parameter.moment("since");
        if (moment == null) {
            assertThatThrownBy(() -> since.read(Optional.of(text))).isInstanceOf(Refusal.class);
        } else {
            assertThat(since.read(Optional.of(text))).contains(moment);
        }
    }
}
