package dev.unitracker.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.run.Missed.Code;
import dev.unitracker.run.Part;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MissedTextTest {

    private static final Part NEWS =
            Part.named("board_news").labelled("en", "news").labelled("es", "novedades");
    private static final Part FILES =
            Part.named("board_files").labelled("en", "files").labelled("es", "archivos");
    private static final List<Part> PARTS = List.of(NEWS, FILES);
    private static final Language PORTUGUESE =
            Language.of("pt-BR").with(Map.of("missed.no_access", "não há acesso", "part.board_news", "novidades"));

    @ParameterizedTest
    @EnumSource
    void each_reason_has_words_of_its_own_in_each_language(Code code) {
        Missed missed = Missed.of(code, "on strike");

        String english = in(Language.ENGLISH).why(missed);
        String spanish = in(Language.SPANISH).why(missed);

        assertThat(english).isNotBlank().doesNotContain("{");
        assertThat(spanish).isNotBlank().doesNotContain("{");
        assertThat(spanish.equals(english)).isEqualTo(code == Code.OTHER);
        assertThat(Stream.of(Code.values())
                        .filter(other -> in(Language.SPANISH)
                                .why(Missed.of(other, "on strike"))
                                .equals(spanish)))
                .containsExactly(code);
    }

    @Test
    void parts_and_reasons_are_said_in_the_readers_language() {
        List<PartOutcome> outcomes = List.of(
                missed(NEWS, Missed.of(Code.NO_ACCESS, "403").named("Álgebra")),
                missed(
                        FILES,
                        Missed.of(Code.NO_ACCESS, "403").named("Física"),
                        Missed.of(Code.NO_ACCESS, "").named("Álgebra")));

        assertThat(lines(Language.ENGLISH, outcomes))
                .containsExactly("news, files (there is no access: Álgebra, Física)");
        assertThat(lines(Language.SPANISH, outcomes))
                .containsExactly("novedades, archivos (no hay acceso: Álgebra, Física)");
        assertThat(lines(PORTUGUESE, outcomes)).containsExactly("novidades, files (não há acesso: Álgebra, Física)");
    }

    @Test
    void a_part_without_a_label_is_called_by_its_name() {
        assertThat(in(Language.SPANISH).part("library")).isEqualTo("library");
        assertThat(in(Language.of("es-AR")).part("board_news")).isEqualTo("novedades");
    }

    @Test
    void whoever_runs_the_program_is_told_what_a_log_would_say_too() {
        List<PartOutcome> outcomes = List.of(
                missed(NEWS, Missed.of(Code.UNAVAILABLE, "board.example does not answer")),
                missed(FILES, Missed.of(Code.UNAVAILABLE, "board.example does not answer")),
                PartOutcome.complete("library"));

        assertThat(in(Language.ENGLISH).linesWithDetails(outcomes))
                .containsExactly("news, files: the site could not be read (board.example does not answer)");
    }

    @Test
    void what_only_words_tell_is_told_by_them() {
        assertThat(lines(Language.SPANISH, List.of(missed(NEWS, Missed.of(Code.OTHER, "en obra")))))
                .containsExactly("novedades (en obra)");
        assertThat(lines(Language.SPANISH, List.of(missed(NEWS, Missed.of(Code.OTHER, "")))))
                .containsExactly("novedades (nadie dice por qué)");
    }

    @Test
    void many_names_are_counted() {
        Missed[] many = Stream.of("A", "B", "C", "D", "E")
                .map(name -> Missed.of(Code.NO_ACCESS, "").named(name))
                .toArray(Missed[]::new);

        assertThat(lines(Language.SPANISH, List.of(missed(NEWS, many))))
                .containsExactly("novedades (no hay acceso: A, B, C … y 2 más)");
    }

    private static PartOutcome missed(Part part, Missed... missed) {
        return new PartOutcome(part.name(), Level.PARTIAL, List.of(missed));
    }

    private static List<String> lines(Language language, List<PartOutcome> outcomes) {
        return in(language).lines(outcomes, Missed::name);
    }

    private static MissedText in(Language language) {
        return new MissedText(Texts.in(language), PARTS);
    }
}
