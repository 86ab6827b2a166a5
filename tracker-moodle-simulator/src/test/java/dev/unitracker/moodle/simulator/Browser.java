package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a test sees of a simulator from outside. */
record Browser(MoodleSimulator moodle, HttpClient http) {

    static Browser of(MoodleSimulator moodle) {
        return new Browser(
                moodle,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** Calls a function with alternating names and values. */
    JsonNode call(String function, Object... namesAndValues) throws IOException, InterruptedException {
        return Json.read(rest(function, namesAndValues).body());
    }

    HttpResponse<String> rest(String function, Object... namesAndValues) throws IOException, InterruptedException {
        List<Object> fields = new ArrayList<>(
                List.of("wstoken", moodle.token(), "wsfunction", function, "moodlewsrestformat", "json"));
        fields.addAll(List.of(namesAndValues));
        return post("/webservice/rest/server.php", fields.toArray());
    }

    JsonNode recorded(String function, JsonNode arguments) throws IOException, InterruptedException {
        List<Object> fields = new ArrayList<>();
        arguments.properties().forEach(field -> flatten(fields, field.getKey(), field.getValue()));
        return call(function, fields.toArray());
    }

    private static void flatten(List<Object> fields, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(field -> flatten(fields, name + "[" + field.getKey() + "]", field.getValue()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                flatten(fields, name + "[" + i + "]", value.path(i));
            }
        } else {
            fields.addAll(List.of(name, value.asText()));
        }
    }

    /** Calls functions in one batch: alternating names and arguments as JSON. */
    JsonNode batch(String... namesAndArguments) throws IOException, InterruptedException {
        List<Object> fields = new ArrayList<>();
        for (int i = 0; i < namesAndArguments.length; i += 2) {
            String request = "requests[" + i / 2 + "]";
            fields.addAll(List.of(request + "[function]", namesAndArguments[i]));
            fields.addAll(List.of(request + "[arguments]", namesAndArguments[i + 1]));
        }
        return call("tool_mobile_call_external_functions", fields.toArray()).path("responses");
    }

    HttpResponse<String> post(String path, Object... namesAndValues) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(moodle.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(namesAndValues)))
                .build();
        return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
        return http.send(request(pathAndQuery), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> download(String pathAndQuery) throws IOException, InterruptedException {
        return http.send(request(pathAndQuery), BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(moodle.url() + pathAndQuery)).build();
    }

    static String form(Object... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(encoded(namesAndValues[i]) + "=" + encoded(namesAndValues[i + 1]));
        }
        return String.join("&", pairs);
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    /** What was recorded at a step, with the simulator for host. */
    JsonNode body(Recording recording, int step, String path) {
        String text = recording.step(step).text(path).orElseThrow();
        return Json.read(text.replaceAll("https?:(\\\\*/\\\\*/)moodle\\.example\\.test", host()));
    }

    private String host() {
        return moodle.url().replace("//", "$1");
    }

    static Map<String, JsonNode> byId(JsonNode list) {
        return list.valueStream()
                .collect(java.util.stream.Collectors.toMap(
                        each -> each.path("id").asText(), each -> each));
    }
}
