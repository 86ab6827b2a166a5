package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.answers.Assignments.Assignment;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.spi.Sighting;
import java.util.List;

/**
 * The files that a teacher returns with a grade, such as the student's work with notes on its pages. They are not read:
 * most of what they say the student wrote.
 */
final class FeedbackFiles {

    /** The words of a feedback, which the grades have too; its files are pictures in them. */
    private static final String WORDS = "comments";

    private FeedbackFiles() {}

    /** Returns a sighting of each file, given what {@code mod_assign_get_submission_status} says. */
    static List<Sighting> sightings(Assignment assignment, JsonNode answer, Links links) {
        return Json.list(answer.path("feedback").path("plugins")).stream()
                .filter(plugin -> !Json.text(plugin, "type").equals(WORDS))
                .flatMap(plugin -> Json.list(plugin.path("fileareas")).stream()
                        .flatMap(area -> Json.list(area.path("files")).stream())
                        .map(RemoteFile::of)
                        .filter(file -> !file.name().isEmpty())
                        .map(file -> sighting(assignment, Json.text(plugin, "type"), file, links)))
                .toList();
    }

    private static Sighting sighting(Assignment assignment, String plugin, RemoteFile file, Links links) {
        return Sighting.of(
                        Keys.feedbackFile(assignment.cmid(), plugin, file.path(), file.name()), ItemType.MATERIAL_FILE)
                .rank(Sighting.SECOND)
                .course(Keys.course(assignment.course()))
                .within(Keys.module(assignment.cmid()))
                .title(file.name())
                .url(links.module("assign", assignment.cmid()))
                // Moodle makes the pages with notes again whenever the teacher saves; then only the time moves.
                .state(Field.FILE_VERSION, file.size() + " B")
                .build();
    }
}
