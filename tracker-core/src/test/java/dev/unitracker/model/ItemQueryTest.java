package dev.unitracker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemQueryTest {

    @ParameterizedTest
    @CsvSource({
        "Álgebra Lineal, ALGEBRA lineal, true",
        "Álgebra Lineal, lineal algebra, true",
        "Álgebra Lineal, algebra moderna, false",
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645, \u0645\u06CC\u062E\u0648\u0627\u0647\u0645, true",
        "\u0645\u06CC\u062E\u0648\u0627\u0647\u0645, \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645, true",
    })
    void words_are_found_whatever_their_case_accents_and_joiners(String title, String words, boolean found) {
        Item item = Item.of(
                new ItemId("me", "source", "module:1"),
                Map.of(
                        Field.STATUS.key(), ItemStatus.ACTIVE.key(),
                        Field.TYPE.key(), ItemType.QUIZ.name(),
                        Field.TITLE.key(), title));

        assertThat(ItemQuery.all().text(words).matches(item, Instant.EPOCH)).isEqualTo(found);
    }
}
