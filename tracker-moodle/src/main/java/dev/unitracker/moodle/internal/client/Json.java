package dev.unitracker.moodle.internal.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Moodle's JSON the way PHP writes it: numbers may come as texts, an absent time as 0, null or nothing at all, an
 * empty object as an empty list.
 */
public final class Json {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d+)?([eE][-+]?\\d{1,2})?");

    private static final long MOST = 1_000_000_000_000L;

    private static final Set<String> YES = Set.of("1", "true");

    private static final Set<String> NO = Set.of("0", "false", "");

    private static final String MARK = "\uFEFF";

    /** In seconds since 1970. */
    private static final long YEAR_10000 = 253_402_300_800L;

    private static final long BYTES_OF_A_CHARACTER = 4;
    private static final long BYTES_OF_A_VALUE = 80;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static {
        // A batch answers each function's JSON as one text inside its own; a large course is many megabytes.
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(64 * 1024 * 1024)
                        .build());
    }

    private Json() {}

    /**
     * Returns about how many bytes a text takes once it is read, or more than a number if it is more than that; a text that is no
     * JSON is read up to where it is none.
     */
    static long memory(String text, long most) {
        long memory = text.length() * BYTES_OF_A_CHARACTER;
        try (JsonParser parser = MAPPER.getFactory().createParser(text)) {
            while (memory <= most && parser.nextToken() != null) {
                memory += BYTES_OF_A_VALUE;
            }
        } catch (IOException e) {
            // Who reads it will see the same.
            return memory;
        }
        return memory;
    }

    /** Reads a text; empty if it is no JSON. */
    public static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(withoutMark(text));
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns a text without the byte order mark before it, which an editor left in one of the site's own files and which all
     * that the site sends then begins with; a browser drops it as well.
     */
    static String withoutMark(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** Returns a field's text, or empty text where there is none. */
    public static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    /** Returns a field's whole number, or 0 where there is none. */
    public static long number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNumber()
                ? value.asLong()
                : value.isBoolean() ? (value.asBoolean() ? 1 : 0) : toLong(value.asText(""));
    }

    private static long toLong(String text) {
        return WHOLE.matcher(text).matches() ? Long.parseLong(text) : 0;
    }

    /**
     * Returns a field's moment, given in seconds since 1970; null for 0 and where there is none.
     *
     * @throws DateTimeException if it {@linkplain #isTime is no time}: whoever reads it must not take it for none
     */
    public static @Nullable Instant instant(JsonNode node, String field) {
        if (!isTime(node, field)) {
            throw new DateTimeException(field + " is no time: " + text(node, field));
        }
        return known(node, field);
    }

    /** Returns a field's moment where it only says how old something is; null also if it is no time. */
    public static @Nullable Instant age(JsonNode node, String field) {
        return isTime(node, field) ? known(node, field) : null;
    }

    private static @Nullable Instant known(JsonNode node, String field) {
        long seconds = number(node, field);
        return seconds <= 0 ? null : Instant.ofEpochSecond(seconds);
    }

    /**
     * Tells whether a field is a whole number of seconds before the year 10000, or not there. Milliseconds are more than
     * that, and so is what overflowed somewhere.
     */
    public static boolean isTime(JsonNode node, String field) {
        return isTime(node.path(field));
    }

    /** Tells whether a value is one that {@link #isTime(JsonNode, String)} accepts. */
    public static boolean isTime(JsonNode value) {
        if (value.isNumber()) {
            return value.canConvertToLong() && value.asLong() < YEAR_10000;
        }
        String text = value.isTextual() ? value.asText().strip() : "";
        return text.isEmpty() || (WHOLE.matcher(text).matches() && Long.parseLong(text) < YEAR_10000);
    }

    /** Tells whether a field says yes: true, or 1 as a number or a text. */
    public static boolean flag(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? YES.contains(value.asText()) : value.asBoolean();
    }

    /** Tells whether a value says yes or no. */
    public static boolean isFlag(JsonNode value) {
        return value.isBoolean()
                || value.isIntegralNumber()
                || (value.isTextual() && (YES.contains(value.asText()) || NO.contains(value.asText())));
    }

    /** Tells whether a value is a whole number, or its digits, and no more than anything of a Moodle can be counted to. */
    public static boolean isWhole(JsonNode value) {
        boolean digits = value.isTextual() && WHOLE.matcher(value.asText()).matches();
        long number = digits ? toLong(value.asText()) : value.asLong();
        return (digits || (value.isIntegralNumber() && value.canConvertToLong())) && Math.abs(number) < MOST;
    }

    /** Tells whether a value is a number, or its digits. */
    public static boolean isDecimal(JsonNode value) {
        boolean digits = value.isNumber()
                || (value.isTextual() && DECIMAL.matcher(value.asText()).matches());
        return digits && Math.abs(value.asDouble()) < MOST;
    }

    /** Returns the elements of a list, empty where there is none. */
    public static List<JsonNode> list(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(elements::add);
        }
        return elements;
    }

    /** Returns a number with a point and without needless zeros; null where there is none. */
    public static @Nullable String decimal(JsonNode node, String field) {
        String text = text(node, field);
        if (!DECIMAL.matcher(text).matches()) {
            return null;
        }
        // Moodle computes grades in floating point; five places are what it stores.
        BigDecimal number =
                new BigDecimal(text).setScale(5, RoundingMode.HALF_UP).stripTrailingZeros();
        return number.signum() == 0 ? "0" : number.toPlainString();
    }
}
