package dev.unitracker.dates;

import java.util.List;
import java.util.regex.Pattern;

/** What a keyword makes of a date near it. In a phrase, {@code #} stands for a number. */
enum Sense {
    EXAM(FactType.EXAM_AT, """
            parcial, parciales, parcialito, parcialitos, recuperatorio, recuperatorios, recu, recup, examen, examenes, final, finales,
            evaluacion, evaluaciones, coloquio, coloquios, mesa de final, mesa de finales, mesa de examen,
            mesa de examenes, mesas de examen, mesas de examenes, exam, exams, examination, finals, midterm, midterms,
            mid term, quiz, quizzes, test, tests, resit, resits, retake, retakes
            """),
    DUE(FactType.DUE_AT, """
            entrega, entregas, entregar, entregan, entregue, entreguen, entregara, entregaran, vence, vencen, vencera,
            venceran, vencimiento, vencimientos, vto, venc, fecha limite, fechas limite, cierre de entregas, cierre de entrega,
            cierre, cierra, cierran, cerrara, cerraran, closes, plazo, plazos, due, deadline, deadlines, submit, submission, submissions, hand in, handed in, turn in
            """),
    UNTIL(FactType.DUE_AT, "hasta, antes del, antes de, a mas tardar, until, till, by, no later than"),
    GRADES(FactType.GRADES_CLOSE_AT, """
            cierre de notas, cierre de actas, cierre de acta, cierran las notas, cierran las actas, cierre de las actas,
            cierre de las notas, cierre de calificaciones, grades close, grades are closed, grade closing, close of grades
            """),
    CLASS(FactType.CLASS_SESSION_AT, """
            clase, clases, teorica, teoricas, practica, practicas, semana #, sem #, seminario, seminarios, consulta, consultas,
            se recupera, se recuperan, se recuperara, se recuperaran, se dicta, se dictan, se dictara, se dictaran,
            lecture, lectures, class, classes, session, sessions, week #, tutorial, tutorials
            """),
    BEGINS(FactType.STARTS_AT, """
            comienza, comienzan, comenzara, comenzaran, comienzo, empieza, empiezan, empezara, empezaran, inicio, inicia,
            inician, iniciara, iniciaran, start, starts, begin, begins
            """),
    OPENS(
            FactType.STARTS_AT,
            "apertura, abre, abren, abrira, abriran, habilita, habilitara, opens, opening, will open, is open"),
    SINCE(FactType.STARTS_AT, "desde, a partir, from, starting, as of"),
    /** Says what the date is, and that it is none of the others. */
    OTHER(FactType.DATE_MENTION, """
            inscripcion, inscripciones, enrolment, enrollment, registration, feriado, feriados, asueto, receso, holiday, holidays, recess, no hay clase, no hay clases, no habra clase,
            no habra clases, sin clases, no class, no classes, entrega de notas, entrega de actas, entrega de resultados,
            entrega de calificaciones, publicacion de notas, entregan las notas, entregan notas, cierre de cursada, cierre de la cursada,
            cierre del cuatrimestre, cierre de cuatrimestre, cierre del semestre, cierre del curso, cierre de la materia
            """),
    /** Looks like a keyword and is none. */
    NONE(FactType.DATE_MENTION, """
            diagrama de clases, diagramas de clases, class diagram, class diagrams, due to, inicio de sesion,
            buenas practicas, guia practica, unit test, unit tests, test case, test cases, hand in hand
            """);

    private static final Pattern COMMA = Pattern.compile(",\\s*");
    private static final Pattern SPACE = Pattern.compile(" ");

    private final FactType type;
    private final String phrases;

    Sense(FactType type, String phrases) {
        this.type = type;
        this.phrases = phrases;
    }

    FactType type() {
        return type;
    }

    /** Tells whether the keyword speaks of a date only where it stands right before it, as {@code hasta} does. */
    boolean isPreposition() {
        return this == UNTIL || this == SINCE;
    }

    List<List<String>> phrases() {
        return COMMA.splitAsStream(phrases.strip())
                .map(phrase -> SPACE.splitAsStream(phrase).toList())
                .toList();
    }
}
