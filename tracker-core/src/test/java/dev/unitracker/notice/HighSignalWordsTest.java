package dev.unitracker.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighSignalWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Primer parcial",
                "PARCIALES: fechas",
                "recuperatorio",
                "Recuperatorios del curso",
                "Examen final",
                "EXÁMENES",
                "exa\u0301menes de marzo",
                "La entrega es el lunes",
                "Entregas atrasadas",
                "el TP vence mañana",
                "VENCEN hoy",
                "clase suspendida",
                "Suspendido hasta nuevo aviso",
                "clases suspendidas",
                "Se suspende la clase del martes",
                "se suspenden las consultas",
                "Se suspendió la práctica",
                "Clase CANCELADA por paro",
                "consultas canceladas",
                "turno cancelado",
                "se cancela la clase",
                "se canceló el práctico",
                "Mañana no hay clase",
                "hoy NO HAY CLASES",
                "el jueves no habrá clase",
                "se posterga la consulta",
                "Postergadas las defensas",
                "se reprograma el laboratorio",
                "clase reprogramada",
                "Vencimiento del TP",
                "Coloquio de julio",
                "Cambiamos de aula: 12",
                "Cambio de aula",
                "¡CAMBIO  DE\nAULA!",
                "cambios de aulas",
                "the deadline is near",
                "Deadlines",
                "EXAM",
                "mid exams",
                "Midterm review",
                "CANCELLED",
                "class canceled",
                "Room change: B12",
                "change of room",
                "(exam)",
                "«parcial»",
                "exam/quiz"
            })
    void a_text_with_a_word_that_matters_is_noticed_in_either_language(String text) {
        assertThat(HighSignalWords.DEFAULT.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bienvenidos",
                "imparcial",
                "parcialmente nublado",
                "example",
                "examine this",
                "entregado",
                "convence",
                "cancelación de deudas",
                "precancelado",
                "cancelar la inscripción",
                "suspenderemos",
                "no hay clasificados",
                "hay clase",
                "no hay más clases",
                "reprogramación",
                "convencimiento",
                "aula de cambio",
                "cambio el aula",
                "cambio de horario del aula",
                "change room",
                "changing of rooms",
                "exammmm",
                "🙂"
            })
    void a_word_within_another_or_a_phrase_out_of_order_is_not(String text) {
        assertThat(HighSignalWords.DEFAULT.in(text)).isFalse();
    }

    @Test
    void own_words_replace_the_usual_ones_and_are_read_the_same_way() {
        HighSignalWords words = new HighSignalWords(List.of("  Coloquio ", "TRABAJO  PRÁCTICO", "İstanbul", " ", "!?"));

        assertThat(words.in("coloquios de julio")).isTrue();
        assertThat(words.in("el trabajo practico 2")).isTrue();
        assertThat(words.in("istanbul")).isTrue();
        assertThat(words.in("parcial")).isFalse();
        assertThat(words.in("")).isFalse();
    }

    @Test
    void without_words_nothing_matters() {
        assertThat(new HighSignalWords(List.of()).in("parcial")).isFalse();
    }
}
