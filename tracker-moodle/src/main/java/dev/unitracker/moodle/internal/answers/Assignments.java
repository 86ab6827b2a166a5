package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.document.Document;
import dev.unitracker.model.Completion;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.SubmissionState;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mod_assign_get_assignments} and {@code mod_assign_get_submission_status} say. The first carries overrides
 * of the student and the groups already; only the second knows the student's extension.
 */
public final class Assignments {

    private Assignments() {}

    /**
     * An assignment.
     *
     * @param course the course's id
     * @param instance the assignment's own id
     * @param cutOff null if work is accepted for ever
     * @param files what the teacher attached to the introduction and the instructions, each name once
     */
    public record Assignment(
            long course,
            long cmid,
            long instance,
            @Nullable Instant due,
            @Nullable Instant cutOff,
            List<RemoteFile> files,
            JsonNode json) {

        public Assignment {
            files = List.copyOf(files);
        }

        /** Tells whether the instructions are in the answer. */
        public boolean tellsInstructions() {
            return json.has("activity");
        }

        private Sighting listed(RemoteFile file, Links links) {
            Sighting listed = FileSightings.listed(course, cmid, file, links.module("assign", cmid));
            boolean introduces = attached(json, "introattachments")
                    .anyMatch(other ->
                            other.path().equals(file.path()) && other.name().equals(file.name()));
            return introduces ? listed : Instructions.attached(listed);
        }

        /** Tells whether work is handed in online. */
        public boolean takesSubmissions() {
            return Json.number(json, "nosubmissions") == 0;
        }

        /** Tells whether anything can still happen: a fortnight after its end it is over. */
        public boolean open(Instant now) {
            Instant end = cutOff != null ? cutOff : due;
            return end == null || !over(end, now);
        }
    }

    /** Tells whether an end lies a fortnight back. */
    public static boolean over(Instant end, Instant now) {
        return !end.plus(Duration.ofDays(14)).isAfter(now);
    }

    /** Returns the ids of the courses that an answer names, those without an assignment too. */
    public static Set<Long> courses(JsonNode answer) {
        return Json.list(answer.path("courses")).stream()
                .map(course -> Json.number(course, "id"))
                .collect(Collectors.toSet());
    }

    /** Returns all assignments of all courses, each once. */
    public static List<Assignment> read(JsonNode answer) {
        List<Assignment> assignments = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (JsonNode course : Json.list(answer.path("courses"))) {
            long id = Json.number(course, "id");
            Json.list(course.path("assignments")).stream()
                    .map(json -> assignment(id, json))
                    .filter(assignment -> assignment.cmid() > 0 && seen.add(assignment.cmid()))
                    .forEach(assignments::add);
        }
        return assignments;
    }

    private static Assignment assignment(long course, JsonNode json) {
        return new Assignment(
                course,
                Json.number(json, "cmid"),
                Json.number(json, "id"),
                Json.instant(json, "duedate"),
                Json.instant(json, "cutoffdate"),
                files(json),
                json);
    }

    private static List<RemoteFile> files(JsonNode json) {
        Map<String, RemoteFile> files = new LinkedHashMap<>();
        Stream.of("introattachments", "activityattachments")
                .flatMap(list -> attached(json, list))
                .forEach(file -> files.putIfAbsent(file.path() + file.name(), file));
        return List.copyOf(files.values());
    }

    private static Stream<RemoteFile> attached(JsonNode json, String list) {
        return Json.list(json.path(list)).stream().map(RemoteFile::of);
    }

    /** Returns the sightings of some assignments and their files. */
    public static List<Sighting> sightings(List<Assignment> assignments, Links links) {
        return assignments.stream()
                .flatMap(assignment -> Stream.concat(
                        Stream.of(sighting(assignment, links)),
                        assignment.files().stream().map(file -> assignment.listed(file, links))))
                .toList();
    }

    private static Sighting sighting(Assignment assignment, Links links) {
        JsonNode json = assignment.json();
        Sighting.Builder sighting = Sighting.of(Keys.module(assignment.cmid()), ItemType.ASSIGNMENT)
                .course(Keys.course(assignment.course()))
                .memo(CourseContents.INSTANCE, "assign " + assignment.instance())
                .title(HtmlText.title(Json.text(json, "name")))
                .url(links.module("assign", assignment.cmid()))
                .state(Field.STARTS_AT, Json.instant(json, "allowsubmissionsfromdate"))
                .due(assignment.due(), DateRule.ACTIVITY)
                .state(Field.CUT_OFF_AT, assignment.cutOff());
        Document instructions = HtmlText.document(Json.text(json, "activity"));
        if (json.has("intro")) {
            sighting.document(Document.joined(List.of(HtmlText.document(Json.text(json, "intro")), instructions)));
        }
        if (assignment.tellsInstructions()) {
            Instructions.note(instructions, sighting);
        }
        AttemptRules.ofAssignment(json, sighting);
        return sighting.build();
    }

    /** Tells whether the answer says that the student may hand in, so that all instructions there are were told. */
    public static boolean mayHandIn(JsonNode status) {
        return Json.flag(status.path("lastattempt"), "canedit");
    }

    /**
     * Returns what the student's own submission, extension and feedback say of an assignment, and the files returned. An answer
     * without an attempt does not show the student's own; one that nothing was handed in with is an attempt, too.
     */
    public static List<Sighting> status(Assignment assignment, JsonNode answer, Links links) {
        List<Sighting> sightings = new ArrayList<>();
        if (!answer.path("lastattempt").isEmpty()) {
            sightings.add(status(assignment, answer));
        }
        sightings.addAll(FeedbackFiles.sightings(assignment, answer, links));
        return sightings;
    }

    static Sighting status(Assignment assignment, JsonNode answer) {
        JsonNode attempt = answer.path("lastattempt");
        JsonNode own = attempt.path("submission");
        JsonNode team = attempt.path("teamsubmission");
        // A team hands in as one; its members' own submissions stay new.
        @Nullable
        SubmissionState state = SubmissionState.find(
                        Json.text(team.isObject() ? team : own, "status").toLowerCase(Locale.ROOT))
                .orElse(null);
        Sighting.Builder sighting = Sighting.about(Keys.module(assignment.cmid()))
                .course(Keys.course(assignment.course()))
                .submission(state);
        // Where nothing is handed in online, that nothing was handed in says nothing.
        boolean submitted = state == SubmissionState.SUBMITTED;
        if (assignment.takesSubmissions() || submitted) {
            sighting.completion(submitted ? Completion.COMPLETED : Completion.INCOMPLETE);
        }
        Instant extension = Json.instant(attempt, "extensionduedate");
        if (extension != null) {
            sighting.due(extension, DueRules.EXTENSION);
        }
        return sighting.build();
    }
}
