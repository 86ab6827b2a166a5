package dev.unitracker.moodle.internal.look;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.moodle.internal.client.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What {@code core_webservice_get_site_info} says of the site and the student, as far as it is remembered: it is asked
 * once a day.
 *
 * @param student the student's user id
 * @param downloads whether files may be downloaded
 * @param functions the functions of ours that the site offers
 * @param askedAt when it was asked
 */
record SiteInfo(long student, boolean downloads, Set<String> functions, Instant askedAt) {

    /** Nothing but a function of these is ever asked. */
    static final Set<String> KNOWN = Functions.ALL;

    private static final Duration VALID = Duration.ofHours(24);

    SiteInfo {
        functions = Set.copyOf(functions);
    }

    static SiteInfo read(JsonNode answer, Instant askedAt) {
        Set<String> offered = Json.list(answer.path("functions")).stream()
                .map(function -> Json.text(function, "name"))
                .filter(KNOWN::contains)
                .collect(Collectors.toSet());
        // Sites older than the flag let files be downloaded.
        boolean downloads = !answer.has("downloadfiles") || Json.number(answer, "downloadfiles") == 1;
        return new SiteInfo(Json.number(answer, "userid"), downloads, offered, askedAt);
    }

    boolean offers(String function) {
        return functions.contains(function);
    }

    /** Returns what a note says; empty if there is none or it is a day old. */
    static Optional<SiteInfo> fromNote(String note, Instant now) {
        String[] parts = note.split("\n", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        Instant askedAt = Instant.parse(parts[0]);
        SiteInfo info = new SiteInfo(
                Long.parseLong(parts[1]),
                Boolean.parseBoolean(parts[2]),
                Arrays.stream(parts[3].split(" ")).collect(Collectors.toSet()),
                askedAt);
        return askedAt.plus(VALID).isAfter(now) ? Optional.of(info) : Optional.empty();
    }

    String toNote() {
        return askedAt + "\n" + student + "\n" + downloads + "\n" + String.join(" ", new TreeSet<>(functions));
    }
}
