package dev.unitracker.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.words.Language;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CuesTest {

    private static final Language RUSSIAN =
            Language.of("ru").with(Map.of("cue.cancelled", "отмен*", "cue.asking", "сдать"));

    @ParameterizedTest
    @CsvSource({
        "Занятие отменено!, true",
        "Это неотменимо, false",
        "Class is cancelled today, true",
        "Se suspendió la clase, true",
        "La clase se da, false",
    })
    void a_text_that_calls_something_off_is_known_by_whole_words_in_any_script(String text, boolean cancels) {
        assertThat(Cues.of(RUSSIAN).cancels(TitleEcho.folded(text))).isEqualTo(cancels);
    }

    @ParameterizedTest
    @CsvSource({"Сдать до пятницы, true", "Пересдать нельзя, false", "Сдать_, true"})
    void a_sentence_that_asks_for_something_is_known_by_whole_words_in_any_script(String text, boolean asks) {
        assertThat(Cues.of(RUSSIAN).asks(TitleEcho.folded(text))).isEqualTo(asks);
    }
}
