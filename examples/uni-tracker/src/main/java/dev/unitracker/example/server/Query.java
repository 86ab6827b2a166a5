package dev.unitracker.example.server;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query of an address, read strictly, so that nobody gets an answer to something else than was asked: each name once, only names
 * that the path has, text that is UTF-8 without control characters. Immutable.
 */
final class Query {

    private static final int SHOWN = 40;

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Reads a query.
     *
     * @param raw as it stands behind the question mark; null if there is none
     * @param known what may be asked for
     * @throws Refusal if it cannot be read, or if it holds a name twice or an unknown one
     */
    static Query of(@Nullable String raw, List<Parameter<?>> known) {
        Set<String> names = known.stream().map(Parameter::name).collect(Collectors.toSet());
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = PercentText.ofQuery(equals < 0 ? pair : pair.substring(0, equals));
                String value = PercentText.ofQuery(equals < 0 ? "" : pair.substring(equals + 1));
                check(name, value, names);
                if (values.put(name, value) != null) {
                    throw Refusal.wrong(name + " is there twice");
                }
            }
        }
        return new Query(values);
    }

    private static void check(String name, String value, Set<String> names) {
        if (!names.contains(name)) {
            String shown = name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
            throw Refusal.wrong("there is no parameter '" + shown + "' here"
                    + (names.isEmpty()
                            ? ""
                            : "; there is " + names.stream().sorted().collect(Collectors.joining(", "))));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.wrong(name + " must not hold control characters");
        }
    }

    /** Returns the text of a parameter; empty if it is not there. */
    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns all texts by name, in the order in which they were written. Unmodifiable. */
    Map<String, String> values() {
        return values;
    }
}
