package dev.unitracker.internal.reconcile;

import static dev.unitracker.internal.reconcile.Answered.assignment;
import static dev.unitracker.internal.reconcile.Answered.mention;
import static dev.unitracker.internal.reconcile.Answered.remembered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Field;
import dev.unitracker.spi.Remembered;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightbookTest {

    @ParameterizedTest(name = "a list missed it {0} times, its page {1} times")
    @CsvSource({
        "0, 0, false, false",
        "1, 0, false, false",
        "2, 0, false, false",
        "1, 1, true, false",
        "2, 1, true, false",
        "2, 2, true, true",
    })
    void an_item_is_missing_when_all_answers_that_showed_it_miss_it(int list, int page, boolean missing, boolean gone) {
        Sightbook book = new Sightbook(List.of(
                remembered("lists/all", assignment("module:5").build()).missed(list),
                remembered("pages/5", assignment("module:5").build()).missed(page)));

        assertThat(book.missing("module:5")).isEqualTo(missing);
        assertThat(book.gone("module:5")).isEqualTo(gone);
    }

    @Test
    void what_is_only_mentioned_is_never_missing() {
        Remembered mentioned = remembered(
                        "calendar/all",
                        mention("module:5").state(Field.PLACE, "Room 3").build())
                .missed(Remembered.PROOF);
        Sightbook book = new Sightbook(List.of(mentioned));

        assertThat(book.missing("module:5")).isFalse();
        assertThat(book.gone("module:5")).isFalse();
    }
}
