package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads an archive: each step of its index names what differs from the step before, and where that lies in the contents. */
final class Archive {
    private final JsonNode index;
    private final byte[] contents;

    private Archive(JsonNode index, byte[] contents) {
        this.index = index;
        this.contents = contents;
    }

    static Recording read(String resource) {
        Map<String, byte[]> entries = new HashMap<>();
        try (InputStream stream = Objects.requireNonNull(Archive.class.getResourceAsStream(resource), resource);
                ZipInputStream zip = new ZipInputStream(stream, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + resource, e);
        }
        String index = new String(entry(entries, "index.json"), StandardCharsets.UTF_8);
        return new Archive(Json.read(index), entry(entries, "contents")).recording();
    }

    private static byte[] entry(Map<String, byte[]> entries, String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    private Recording recording() {
        List<Recording.Step> steps = new ArrayList<>();
        Map<String, Supplier<byte[]>> answers = new HashMap<>();
        for (JsonNode step : index.path("steps")) {
            step.path("gone").forEach(path -> answers.remove(path.asText()));
            step.path("answers").properties().forEach(entry -> answers.put(entry.getKey(), slice(entry.getValue())));
            Instant recordedAt = Instant.ofEpochSecond(step.path("recordedAt").asLong());
            steps.add(new Recording.Step(recordedAt, calls(step), edits(step), answers));
        }
        return new Recording(steps);
    }

    private Supplier<byte[]> slice(JsonNode place) {
        int from = place.path(0).asInt();
        int to = from + place.path(1).asInt();
        return () -> Arrays.copyOfRange(contents, from, to);
    }

    private static List<Recording.Call> calls(JsonNode step) {
        List<Recording.Call> calls = new ArrayList<>();
        for (JsonNode call : step.path("calls")) {
            calls.add(new Recording.Call(
                    call.path("function").asText(),
                    call.path("arguments"),
                    call.path("file").asText()));
        }
        return calls;
    }

    private static List<Edit> edits(JsonNode step) {
        List<Edit> edits = new ArrayList<>();
        for (JsonNode edit : step.path("edits")) {
            edits.add(new Edit(
                    edit.path("op").asText(),
                    edit.path("key").asText(),
                    texts(edit.path("accept")),
                    texts(edit.path("also")),
                    edit.path("repeat").asBoolean()));
        }
        return edits;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
