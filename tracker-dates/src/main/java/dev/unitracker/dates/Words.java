package dev.unitracker.dates;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sets of folded words that several readers share. */
final class Words {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Words that name nothing: they are trimmed from labels and cost no distance. */
    static final Set<String> STOP = set("""
            a al ante antes con de del desde durante e el en entre esta este estos estas hacia hasta la las lo los o para por
            que se su sus un una unos unas y ya dia dias fecha nueva nuevo hora horas horario hs hrs h
            es son era sera seran fue fueron sea ser queda quedan quedo pasa pasan paso tendra tendran lugar estara
            realiza realizara realizaran llevara llevaran cabo toma tomara tomaran rinde rendira programado programada
            fijado fijada prevista previsto comienza comienzan comenzara
            comenzaran empieza empiezan empezara empezaran inicia inician starts begins recuerden recordar recordamos recordatorio les aviso importante atencion
            an and are as at be by for from has held in into is it its moved of on or place please scheduled
            take takes that the this time till to until when where which will date reminder note moves our your
            """);

    static final Set<String> AND = Set.of("y", "e", "and");

    static final Set<String> ARTICLES = Set.of("el", "la", "los", "las", "the");

    /** Words that tie a noun to the one it belongs to, as in {@code entrega del trabajo para la clase}. */
    static final Set<String> OF =
            Set.of("de", "del", "la", "las", "el", "los", "al", "a", "para", "por", "of", "the", "for", "to", "un");

    /** Words before a number that is a place in a book, an identifier or a version. */
    static final Set<String> COUNTED = set("""
            pagina paginas pag pags pg pgs pp p page pages ejercicio ejercicios ej ejs exercise exercises problema
            problemas problem problems capitulo capitulos cap chapter chapters ch seccion section sec item items hoja
            hojas version versiones ver v vs rev release build tel telefono phone cel celular whatsapp fax isbn issn doi
            dni cuit cuil legajo ip art articulo nro num numero no n tema temas parte part punto puntos unidad unidades
            figura fig figure tabla table ecuacion eq ley resolucion expediente expte guia
            """);

    /** Words after {@code 3/4} that make it a part of something. */
    static final Set<String> PARTS = set("""
            de del of cup cups taza tazas cucharada cucharadas kg g gr ml l litro litros punto puntos point points parte
            partes part parts hora horas hour hours minuto minutos pulgada pulgadas inch inches vuelta vueltas alumnos
            alumnas estudiantes students pts
            """);

    static final Set<String> GRADING = set("""
            nota notas calificacion calificaciones puntaje puntajes puntuacion puntos obtuvo obtuve saco saque aprobado
            aprobo aprobe grade graded grades score scored mark marks points vale worth fraccion fraction resultado
            """);

    /** Names of streets and institutions that are dates only in appearance. */
    static final Set<String> NAMED_AFTER_DATES = set("""
            calle av avda avenida plaza escuela hospital estadio barrio club instituto sede boulevard bv bulevar
            esquina estacion universidad colegio street parque
            """);

    private Words() {}

    static Set<String> set(String words) {
        return SPACES.splitAsStream(words.strip()).collect(Collectors.toUnmodifiableSet());
    }
}
