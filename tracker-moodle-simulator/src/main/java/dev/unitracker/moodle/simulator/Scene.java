package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One moment of a recording, on one host, with all times shifted: what a request sees from its beginning to its end. */
record Scene(Recording recording, int step, TimeShift shift, String url, Parsed parsed) {
    // In JSON inside JSON a slash has as many backslashes as it is deep.
    private static final Pattern RECORDED_URL = Pattern.compile("https?:(\\\\*/)(\\\\*/)moodle\\.example\\.test");
    private static final String RECORDED_HOST = "moodle.example.test";
    private static final Duration AFTER_RECORDING = Duration.ofSeconds(30);

    Scene at(int otherStep) {
        recording.step(otherStep);
        return new Scene(recording, otherStep, shift, url, parsed);
    }

    Scene servedAt(String address) {
        return new Scene(recording, step, shift, address, new Parsed());
    }

    Scene startingAt(Instant start) {
        return new Scene(recording, step, TimeShift.from(recording.recordedAt(0), start), url, parsed);
    }

    Instant now() {
        return recording.recordedAt(step).plus(age()).plus(shift.by());
    }

    private Duration age() {
        if (step + 1 == recording.steps()) {
            return AFTER_RECORDING;
        }
        // Well before the edits of the next step, or a client would take them for older than its last look.
        Duration early = Duration.between(recording.recordedAt(step), recording.recordedAt(step + 1))
                .dividedBy(6);
        Duration wholeSeconds = Duration.ofSeconds(early.toSeconds());
        return wholeSeconds.compareTo(AFTER_RECORDING) < 0 ? wholeSeconds : AFTER_RECORDING;
    }

    Recording.Step moment() {
        return recording.step(step);
    }

    Optional<JsonNode> json(String path) {
        return json(step, path);
    }

    Optional<JsonNode> json(int someStep, String path) {
        return recording.step(someStep).answer(path).map(recorded -> parsed.get(recorded, this::read));
    }

    private JsonNode read(byte[] json) {
        return Json.read(hosted(new String(json, StandardCharsets.UTF_8)));
    }

    Optional<byte[]> file(String path) {
        return moment().bytes(path);
    }

    /** A calendar, hosted here and shifted. */
    Optional<String> calendar(String path) {
        return moment().text(path).map(this::hosted).map(shift::calendar);
    }

    JsonNode siteInfo() {
        return json("ws/core_webservice_get_site_info/default.json").orElseThrow();
    }

    long student() {
        return siteInfo().path("userid").asLong();
    }

    private String hosted(String text) {
        String scheme = url.substring(0, url.indexOf('/'));
        String host = url.substring(url.lastIndexOf('/') + 1);
        String replacement = Matcher.quoteReplacement(scheme) + "$1$2" + Matcher.quoteReplacement(host);
        return RECORDED_URL.matcher(text).replaceAll(replacement).replace(RECORDED_HOST, host);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
