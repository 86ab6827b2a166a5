package dev.unitracker.moodle.internal.look;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.moodle.internal.client.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code core_webservice_get_site_info} says of the site and the student, as far as it is remembered: it is asked
 * once a day, and after an hour as long as a part lacks a function, or where it said that something is gone.
 *
 * @param student the student's user id
 * @param downloads whether files may be downloaded
 * @param functions the functions of ours that the site offers
 * @param language what Moodle calls the student's language; empty if it does not tell
 * @param until when it is asked again
 */
record SiteInfo(long student, boolean downloads, Set<String> functions, String language, Instant until) {

    /** Nothing but a function of these is ever asked. */
    static final Set<String> KNOWN = Functions.ALL;

    /** What each of these parts is made of: without one of them, something is never seen. */
    private static final Set<String> NEEDED = Set.of(
            Functions.COURSES,
            Functions.CONTENTS,
            Functions.ASSIGNMENTS,
            Functions.SUBMISSION,
            Functions.QUIZZES,
            Functions.FORUMS,
            Functions.DISCUSSIONS,
            Functions.POSTS,
            Functions.GRADES,
            Functions.EVENTS);

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z_]{2,30}");

    private static final Duration VALID = Duration.ofHours(24);

    /** What is gone may be back soon: a site in trouble says little of itself. */
    private static final Duration DOUBTED = Duration.ofHours(1);

    SiteInfo {
        functions = Set.copyOf(functions);
    }

    /**
     * Reads an answer; empty if it is not of the shape that every Moodle's has: a student, and functions with names. A function
     * without one costs none but itself.
     */
    static Optional<SiteInfo> read(JsonNode answer, Instant askedAt) {
        long student = Json.isWhole(answer.path("userid")) ? Json.number(answer, "userid") : 0;
        List<String> functions = Json.list(answer.path("functions")).stream()
                .filter(function -> function.path("name").isTextual())
                .map(function -> Json.text(function, "name"))
                .filter(name -> !name.isEmpty())
                .toList();
        return student > 0 && !functions.isEmpty()
                ? Optional.of(read(answer, student, functions, askedAt))
                : Optional.empty();
    }

    private static SiteInfo read(JsonNode answer, long student, List<String> functions, Instant askedAt) {
        Set<String> offered = functions.stream().filter(KNOWN::contains).collect(Collectors.toSet());
        // Sites older than the flag let files be downloaded.
        boolean downloads = !Json.isFlag(answer.path("downloadfiles")) || Json.flag(answer, "downloadfiles");
        Instant until = askedAt.plus(offered.containsAll(NEEDED) ? VALID : DOUBTED);
        String told = Json.text(answer, "lang");
        String language = LANGUAGE.matcher(told).matches() ? told : "";
        return new SiteInfo(student, downloads, offered, language, until);
    }

    boolean offers(String function) {
        return functions.contains(function);
    }

    /** Returns the same, to be asked again soon if something is gone that was offered before. */
    SiteInfo after(SiteInfo before, Instant askedAt) {
        return functions.containsAll(before.functions)
                ? this
                : new SiteInfo(student, downloads, functions, language, askedAt.plus(DOUBTED));
    }

    boolean isValidAt(Instant now) {
        return until.isAfter(now);
    }

    /** Returns what a note says, valid or not; empty if there is none. */
    static Optional<SiteInfo> fromNote(String note) {
        String[] parts = note.split("\n", -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        return Optional.of(new SiteInfo(
                Long.parseLong(parts[1]),
                Boolean.parseBoolean(parts[2]),
                Arrays.stream(parts[3].split(" ")).collect(Collectors.toSet()),
                parts[4],
                Instant.parse(parts[0])));
    }

    String toNote() {
        String offered = String.join(" ", new TreeSet<>(functions));
        return String.join(
                "\n", until.toString(), Long.toString(student), Boolean.toString(downloads), offered, language);
    }
}
