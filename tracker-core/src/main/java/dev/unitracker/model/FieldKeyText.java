package dev.unitracker.model;

import dev.unitracker.dates.FactType;
import dev.unitracker.model.FieldKey.Named;
import dev.unitracker.model.FieldKey.OfFact;
import dev.unitracker.model.FieldKey.Other;
import dev.unitracker.model.FieldKey.OtherDate;
import dev.unitracker.model.FieldKey.Part;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and writes the text of field keys: {@code name}, {@code name[label]}, {@code name[label#2]}, {@code name[label].evidence}. */
final class FieldKeyText {

    static final String DATE = "date";

    private static final String EVIDENCE = ".evidence";
    private static final int MOST_DIGITS = 9;

    private static final Map<String, FieldKey> NAMED =
            Arrays.stream(Field.values()).collect(Collectors.toUnmodifiableMap(Field::key, Named::new));
    private static final Map<String, FactType> FACTS =
            Arrays.stream(FactType.values()).collect(Collectors.toUnmodifiableMap(FactType::key, Function.identity()));

    private FieldKeyText() {}

    static FieldKey read(String text) {
        FieldKey named = NAMED.get(text);
        if (named != null) {
            return named;
        }
        FieldKey labelled = text.endsWith("]" + EVIDENCE)
                ? fact(text.substring(0, text.length() - EVIDENCE.length()), Part.EVIDENCE)
                : labelled(text);
        // A text that is written otherwise than keys are written would be two keys at once.
        return labelled == null || !labelled.text().equals(text) ? new Other(text) : labelled;
    }

    private static @Nullable FieldKey labelled(String text) {
        Optional<String> label = label(text);
        return label.isPresent() && text.startsWith(DATE + "[") ? new OtherDate(label.get()) : fact(text, Part.VALUE);
    }

    private static @Nullable FieldKey fact(String text, Part part) {
        String label = label(text).orElse("[");
        FactType type = label.indexOf('[') >= 0 || label.indexOf(']') >= 0
                ? null
                : FACTS.get(text.substring(0, text.indexOf('[')));
        if (type == null) {
            return null;
        }
        int mark = numberMark(label);
        return mark < 0
                ? new OfFact(type, label, 1, part)
                : new OfFact(type, label.substring(0, mark), number(label, mark), part);
    }

    /** Returns what stands in the square brackets of a text that ends with them. */
    static Optional<String> label(String text) {
        int bracket = text.indexOf('[');
        return bracket < 1 || !text.endsWith("]")
                ? Optional.empty()
                : Optional.of(text.substring(bracket + 1, text.length() - 1));
    }

    static String labelled(String name, String label) {
        return name + "[" + label + "]";
    }

    static String ofFact(OfFact fact) {
        String value = labelled(fact.name(), numbered(fact));
        return switch (fact.part()) {
            case VALUE -> value;
            case EVIDENCE -> value + EVIDENCE;
        };
    }

    /** Returns a fact's label with its number. The first one has none, unless the label's own end would be taken for one. */
    static String numbered(OfFact fact) {
        boolean plain = fact.number() == 1 && numberMark(fact.named()) < 0;
        return plain ? fact.named() : fact.named() + "#" + fact.number();
    }

    /** Returns where the number at the end of a label begins, at its {@code #}; -1 if there is none. */
    private static int numberMark(String label) {
        int digits = label.length();
        while (digits > 0 && label.charAt(digits - 1) >= '0' && label.charAt(digits - 1) <= '9') {
            digits--;
        }
        return digits < label.length() && digits > 0 && label.charAt(digits - 1) == '#' ? digits - 1 : -1;
    }

    /** Returns a number; 1, which is written otherwise, for one that no fact ever has. */
    private static int number(String label, int mark) {
        String digits = label.substring(mark + 1);
        return digits.length() > MOST_DIGITS ? 1 : Math.max(1, Integer.parseInt(digits));
    }
}
