package dev.unitracker.moodle.internal.look;

import dev.unitracker.run.Part;
import java.util.List;
import java.util.stream.Stream;

/** The parts of a Moodle. Their names are stored and never change. */
enum MoodlePart {
    COURSES("courses", "lista de materias", "list of courses"),
    CONTENTS("contents", "contenidos", "contents"),
    UPDATES("updates", "actualizaciones", "updates"),
    FORUMS("forums", "foros", "forums"),
    ASSIGNMENTS("assignments", "tareas", "assignments"),
    QUIZZES("quizzes", "cuestionarios", "quizzes"),
    GRADES("grades", "notas", "grades"),
    CALENDAR("calendar", "calendario", "calendar"),
    FILES("files", "archivos", "files");

    private final String suffix;
    private final String spanish;
    private final String english;

    MoodlePart(String suffix, String spanish, String english) {
        this.suffix = suffix;
        this.spanish = spanish;
        this.english = english;
    }

    /** Returns the part's name in a collector, for example {@code moodle_forums}. */
    String of(String collector) {
        return collector + "_" + suffix;
    }

    /** Returns this part of a collector, with its labels. */
    Part in(String collector) {
        return Part.named(of(collector)).labelled("es", spanish).labelled("en", english);
    }

    /** Returns all parts of a collector. */
    static List<Part> allIn(String collector) {
        return Stream.of(values()).map(part -> part.in(collector)).toList();
    }
}
