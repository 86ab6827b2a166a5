package dev.unitracker.example.server;

import com.atlassian.oai.validator.model.SimpleRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes requests with one wrong value, or one that may be, for each parameter of each path of an OpenAPI document. */
final class BadInput {

    private static final List<String> METHODS = List.of("get", "post", "delete");

    /** Values that are written as they are, percent signs and all; those that no one can decode are wrong whatever they are for. */
    private static final List<String> WRITTEN = List.of(
            "%zz",
            "%",
            "%f",
            "%ff",
            "%ff%fe",
            "%c0%af",
            "%ed%a0%80",
            "%u0041",
            "%00",
            "a%00b",
            "%0d%0aX-A:%20b",
            "%7f",
            "%1b[31m");

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "-1",
            "0",
            "-0",
            "+5",
            "05",
            "1.5",
            "1e3",
            "0x10",
            "NaN",
            "Infinity",
            "99999999999",
            "999999999999999999999999",
            "-9223372036854775809",
            "true",
            "null",
            "[1]",
            "{\"a\":1}",
            "abc",
            "５",
            "١٢",
            "👋",
            "2026-13-45T99:00:00Z",
            "2026-11-30",
            "2026-11-30T21:00:00",
            "+292278994-08-17T07:12:55Z",
            "' OR 1=1 --",
            "1; drop table tracker_item",
            "1 union select null,null--",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "=cmd()",
            "${jndi:ldap://x}",
            "%s%n%x");

    private final JsonNode document;
    private final SplittableRandom random;
    private final Map<String, String> known;

    /**
     * Makes one.
     *
     * @param known a value that is right for each variable part of a path and each parameter that has to be given
     */
    BadInput(JsonNode document, Map<String, String> known, SplittableRandom random) {
        this.document = document;
        this.known = known;
        this.random = random;
    }

    /**
     * One request.
     *
     * @param method its method
     * @param target path and query as they are sent
     * @param readable the request as whoever decodes it reads it; empty if nobody can decode it, or a name is there twice
     */
    record Case(String method, String target, Optional<SimpleRequest> readable) {}

    /** Returns all cases. */
    List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> operation(
                                path.getKey(),
                                method.toUpperCase(Locale.ROOT),
                                path.getValue(),
                                path.getValue().get(method),
                                cases)));
        return cases;
    }

    private void operation(String path, String method, JsonNode shared, JsonNode own, List<Case> cases) {
        List<JsonNode> parameters = new ArrayList<>();
        shared.path("parameters").forEach(one -> parameters.add(resolved(one)));
        own.path("parameters").forEach(one -> parameters.add(resolved(one)));
        Request whole = new Request(method, path, parameters);
        // Under an account the other parameters are those of the same path without one.
        boolean ofAccount = path.startsWith(Route.OF_ACCOUNT);
        for (JsonNode parameter : parameters) {
            boolean inHeader = parameter.get("in").asText().equals("header");
            if (inHeader || (ofAccount && !parameter.get("name").asText().equals("account"))) {
                continue;
            }
            values(parameter).forEach(value -> cases.add(whole.with(parameter, encoded(value), value)));
            WRITTEN.forEach(value -> cases.add(whole.with(parameter, value, null)));
            if (parameter.get("in").asText().equals("query")) {
                cases.add(whole.without(parameter));
                cases.add(whole.twice(parameter));
            }
        }
        cases.add(whole.withUnknown());
    }

    private List<String> values(JsonNode parameter) {
        List<String> values = new ArrayList<>(VALUES);
        JsonNode schema = parameter.get("schema");
        if (schema.has("minimum")) {
            values.add(Long.toString(schema.get("minimum").asLong() - 1));
        }
        if (schema.has("maximum")) {
            values.add(Long.toString(schema.get("maximum").asLong() + 1));
        }
        for (int i = 0; i < 5; i++) {
            values.add(random.ints(1 + random.nextInt(40), 1, 0x2FFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
            values.add(Long.toString(random.nextLong()));
        }
        return values;
    }

    private JsonNode resolved(JsonNode parameter) {
        return parameter.has("$ref")
                ? document.at(parameter.get("$ref").asText().substring(1))
                : parameter;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A request that is right, but for what is made of it. */
    private final class Request {
        private final String method;
        private final String path;
        private final Map<String, JsonNode> parameters = new LinkedHashMap<>();

        Request(String method, String path, List<JsonNode> parameters) {
            this.method = method;
            this.path = path;
            parameters.forEach(
                    parameter -> this.parameters.put(parameter.get("name").asText(), parameter));
        }

        /** A value that nobody reads is null. */
        Case with(JsonNode wrong, String written, @Nullable String value) {
            String name = wrong.get("name").asText();
            boolean inPath = wrong.get("in").asText().equals("path");
            String target = inPath ? target(name, written) : target("", "");
            Map<String, String> query = given(name);
            String all = joined(query) + (inPath ? "" : (query.isEmpty() ? "" : "&") + name + "=" + written);
            return new Case(
                    method,
                    all.isEmpty() ? target : target + "?" + all,
                    value == null ? Optional.empty() : Optional.of(readable(target, query, inPath ? "" : name, value)));
        }

        Case without(JsonNode parameter) {
            Map<String, String> query = given(parameter.get("name").asText());
            String target = target("", "");
            return new Case(
                    method,
                    query.isEmpty() ? target : target + "?" + joined(query),
                    Optional.of(readable(target, query, "", "")));
        }

        Case twice(JsonNode parameter) {
            String name = parameter.get("name").asText();
            return new Case(method, target("", "") + "?" + name + "=1&" + name + "=1", Optional.empty());
        }

        Case withUnknown() {
            Map<String, String> query = given("");
            return new Case(
                    method,
                    target("", "") + "?" + joined(query) + (query.isEmpty() ? "" : "&") + "nobody_knows=1",
                    Optional.empty());
        }

        private SimpleRequest readable(String target, Map<String, String> query, String name, String value) {
            SimpleRequest.Builder builder = Judge.request(method, target);
            query.forEach(builder::withQueryParam);
            if (!name.isEmpty()) {
                builder.withQueryParam(name, value);
            }
            return builder.build();
        }

        private String target(String other, String written) {
            String target = path;
            for (String name : parameters.keySet()) {
                String value = name.equals(other) ? written : known.getOrDefault(name, "1");
                target = target.replace("{" + name + "}", value);
            }
            return target;
        }

        /** Returns what has to be given. */
        private Map<String, String> given(String without) {
            Map<String, String> query = new LinkedHashMap<>();
            parameters.forEach((name, parameter) -> {
                boolean inQuery = parameter.get("in").asText().equals("query");
                if (inQuery && parameter.path("required").asBoolean() && !name.equals(without)) {
                    query.put(name, known.getOrDefault(name, "1"));
                }
            });
            return query;
        }

        private String joined(Map<String, String> query) {
            return query.entrySet().stream()
                    .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                    .reduce((one, other) -> one + "&" + other)
                    .orElse("");
        }
    }
}
