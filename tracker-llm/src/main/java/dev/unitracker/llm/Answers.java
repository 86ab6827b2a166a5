package dev.unitracker.llm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the JSON object in what models answer: plain, fenced, after thoughts or between sentences, in one or more parts. */
final class Answers {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern THOUGHTS = Pattern.compile("<(/?)think(?:ing)?>");

    private static final int OBJECTS_TRIED = 500;

    private Answers() {}

    /** Returns the words of an answer of the server; empty if it is none. */
    static Optional<String> content(String body) {
        return parse(body)
                .map(answer ->
                        text(answer.path("choices").path(0).path("message").path("content")));
    }

    /** Tells whether the server ended the answer before the model did, because it was allowed no more. */
    static boolean isCutOff(String body) {
        return parse(body)
                .map(answer ->
                        answer.path("choices").path(0).path("finish_reason").asText())
                .filter("length"::equals)
                .isPresent();
    }

    /**
     * Returns the last object in some words that has a field; empty if there is none. One that stands before it may be a
     * quotation of what the model was asked about.
     */
    static Optional<JsonNode> object(String words, String field) {
        String said = withoutThoughts(words);
        JsonNode last = null;
        int next = said.indexOf('{');
        for (int tried = 0; next >= 0 && tried < OBJECTS_TRIED; tried++) {
            Optional<Found> found =
                    first(said.substring(next)).filter(value -> value.node().has(field));
            last = found.isPresent() ? found.get().node() : last;
            next = said.indexOf('{', next + found.map(Found::length).orElse(1));
        }
        return Optional.ofNullable(last);
    }

    /** Some models leave out where their thoughts begin: then all before their end is thoughts. */
    private static String withoutThoughts(String words) {
        StringBuilder said = new StringBuilder(words.length());
        Matcher mark = THOUGHTS.matcher(words);
        boolean thinking = false;
        int from = 0;
        while (mark.find()) {
            boolean end = !mark.group(1).isEmpty();
            if (!end && !thinking) {
                said.append(words, from, mark.start());
                from = mark.start();
            } else if (end) {
                said.setLength(thinking ? said.length() : 0);
                said.append(' ');
                from = mark.end();
            }
            thinking = !end;
        }
        return said.append(words, from, words.length()).toString();
    }

    /**
     * A value that a text begins with.
     *
     * @param length how much of the text it takes
     */
    private record Found(JsonNode node, int length) {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** Content is a text, or a list of parts with a text each. */
    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.isTextual() ? content.asText() : "";
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part ->
                text.append(part.isTextual() ? part.asText() : part.path("text").asText("")));
        return text.toString();
    }

    private static Optional<JsonNode> parse(String json) {
        try {
            return Optional.ofNullable(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Returns the value that a text begins with, whatever follows it. */
    private static Optional<Found> first(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode node = MAPPER.readTree(parser);
            int length = (int) parser.currentLocation().getCharOffset();
            return node == null ? Optional.empty() : Optional.of(new Found(node, Math.max(1, length)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
