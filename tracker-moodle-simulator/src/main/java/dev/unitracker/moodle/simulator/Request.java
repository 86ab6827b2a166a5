package dev.unitracker.moodle.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/** An HTTP request as PHP sees it: the path decoded, the fields of query and form merged. */
record Request(String method, String path, Map<String, String> fields, Arguments arguments, String body) {

    static Request of(RecordedRequest recorded) {
        String target = recorded.getTarget();
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String body =
                Optional.ofNullable(recorded.getBody()).map(ByteString::utf8).orElse("");
        Map<String, String> fields = new LinkedHashMap<>();
        addFields(fields, question < 0 ? "" : target.substring(question + 1));
        String type = Objects.requireNonNullElse(recorded.getHeaders().get("Content-Type"), "");
        if (type.startsWith("application/x-www-form-urlencoded")) {
            addFields(fields, body);
        }
        return new Request(recorded.getMethod(), decodedPath(path), fields, Arguments.ofForm(fields), body);
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    String required(String name) {
        return field(name).orElseThrow(() -> Refused.missing(name));
    }

    private static void addFields(Map<String, String> fields, String encoded) {
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                // Fields named name[] add up, all others replace each other.
                String unique = name.endsWith("[]") ? name.replace("[]", "[" + fields.size() + "]") : name;
                fields.put(unique, URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
    }

    private static String decodedPath(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
