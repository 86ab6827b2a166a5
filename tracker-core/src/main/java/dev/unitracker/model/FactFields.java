package dev.unitracker.model;

import dev.unitracker.dates.Fact;
import dev.unitracker.dates.FactType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Facts as fields of an item. A fact has two: its value under {@code exam_at[segundo parcial]}, and the words that prove
 * it under {@code exam_at[segundo parcial].evidence}. So a moved exam is one field with a before and an after.
 */
public final class FactFields {

    private static final String EVIDENCE = ".evidence";
    private static final Pattern NUMBER = Pattern.compile("#\\d+$");

    private FactFields() {}

    /**
     * Returns the fields of some facts. Facts of one type and label are numbered from the second on, the earliest date
     * first: where in a text each of them stands plays no part.
     */
    public static SortedMap<String, String> encode(List<Fact> facts) {
        SortedMap<String, String> fields = new TreeMap<>();
        List<Fact> earliestFirst =
                facts.stream().sorted(Comparator.comparing(Fact::value)).toList();
        for (Fact fact : earliestFirst) {
            String key = freeKey(fact, fields);
            fields.put(key, fact.value());
            fields.put(key + EVIDENCE, evidence(fact));
        }
        return fields;
    }

    /** Returns the facts among an item's fields, in the order of their keys. */
    public static List<Fact> decode(Map<String, String> fields) {
        List<Fact> facts = new ArrayList<>();
        new TreeMap<>(fields).forEach((key, value) -> {
            String evidence = fields.get(key + EVIDENCE);
            FactType type = typeOf(key);
            if (type != null && evidence != null) {
                facts.add(decode(type, key, value, evidence));
            }
        });
        return facts;
    }

    /** Tells whether a key names a fact's value or its evidence. */
    public static boolean isFact(String key) {
        return typeOf(key) != null;
    }

    /** Tells whether a key names a fact's evidence. */
    public static boolean isEvidence(String key) {
        return isFact(key) && key.endsWith(EVIDENCE);
    }

    /** Returns the key of a fact's value without its number. */
    static String unnumbered(String key) {
        return NUMBER.matcher(key.substring(0, key.length() - 1)).replaceFirst("") + "]";
    }

    static Optional<Topic> topicOf(String key) {
        FactType type = typeOf(key);
        if (type == null) {
            return Optional.empty();
        }
        return Optional.of(key.endsWith(EVIDENCE) ? Topic.REFRESH : topicOf(type));
    }

    private static Topic topicOf(FactType type) {
        return switch (type) {
            case EXAM_AT -> Topic.EXAM;
            case CLASS_SESSION_AT, STARTS_AT, CLASSROOM -> Topic.SCHEDULE;
            // The text that states these changes with them; only the activity's own date is its deadline.
            case DUE_AT, GRADES_CLOSE_AT, DATE_MENTION -> Topic.CONTENT;
        };
    }

    private static String freeKey(Fact fact, Map<String, String> taken) {
        // A label that itself ends like a number is always given one, or its end would be taken for it.
        boolean endsLikeNumber = NUMBER.matcher(fact.label()).find();
        String key = key(fact, endsLikeNumber ? "#1" : "");
        for (int number = 2; taken.containsKey(key); number++) {
            key = key(fact, "#" + number);
        }
        return key;
    }

    private static String key(Fact fact, String number) {
        return fact.type().key() + "[" + fact.label() + number + "]";
    }

    private static String evidence(Fact fact) {
        String page = fact.page() == null ? "-" : fact.page().toString();
        return fact.confidence() + " " + fact.extractor() + " " + page + " " + fact.quote();
    }

    private static Fact decode(FactType type, String key, String value, String evidence) {
        String[] parts = evidence.split(" ", 4);
        String numbered = key.substring(key.indexOf('[') + 1, key.lastIndexOf(']'));
        String label = NUMBER.matcher(numbered).replaceFirst("");
        Integer page = parts[2].equals("-") ? null : Integer.valueOf(parts[2]);
        return new Fact(type, label, value, Double.parseDouble(parts[0]), parts[1], parts[3], page);
    }

    private static @Nullable FactType typeOf(String key) {
        int bracket = key.indexOf('[');
        if (bracket < 1) {
            return null;
        }
        for (FactType type : FactType.values()) {
            if (type.key().length() == bracket && key.startsWith(type.key())) {
                return type;
            }
        }
        return null;
    }
}
