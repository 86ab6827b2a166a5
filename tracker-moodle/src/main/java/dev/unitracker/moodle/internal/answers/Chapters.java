package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.unitracker.moodle.internal.client.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of a book's chapters: as its table of contents has it, which is itself an entry among the files. */
final class Chapters {

    /** The name of the table of contents among the files. */
    static final String TABLE = "structure";

    private Chapters() {}

    /** Orders the pages of a text, given the contents of its activity; pages that no table names come last, as listed. */
    static Comparator<RemoteFile> order(JsonNode contents) {
        List<String> paths = new ArrayList<>();
        Json.list(contents).stream()
                .filter(entry -> Json.text(entry, "filename").equals(TABLE))
                .map(entry -> Json.parse(Json.text(entry, "content")).orElse(MissingNode.getInstance()))
                .forEach(table -> addPaths(table, paths));
        return Comparator.comparingInt(page -> {
            int place = paths.indexOf(page.path() + page.name());
            return place < 0 ? paths.size() : place;
        });
    }

    private static void addPaths(JsonNode table, List<String> paths) {
        for (JsonNode chapter : Json.list(table)) {
            paths.add("/" + Json.text(chapter, "href"));
            addPaths(chapter.path("subitems"), paths);
        }
    }
}
