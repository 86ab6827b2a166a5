package dev.unitracker.model;

import dev.unitracker.model.FieldValue.Amount;
import dev.unitracker.model.FieldValue.Day;
import dev.unitracker.model.FieldValue.Moment;
import dev.unitracker.model.FieldValue.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads the canonical text of field values. */
final class FieldValueText {

    private static final int DAY_LENGTH = "2026-12-18".length();

    /** No longer than the longest moment and the longest amount. */
    private static final int LONGEST = 40;

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");

    private FieldValueText() {}

    static FieldValue read(String text) {
        if (text.length() > LONGEST || text.isEmpty() || !beginsLikeNumber(text.charAt(0))) {
            return new Words(text);
        }
        if (isAmount(text)) {
            return new Amount(text);
        }
        FieldValue date = date(text);
        // A date that is written otherwise than dates are written would be another value with the same meaning.
        return date.text().equals(text) ? date : new Words(text);
    }

    static boolean isAmount(String text) {
        return AMOUNT.matcher(text).matches();
    }

    private static boolean beginsLikeNumber(char first) {
        return (first >= '0' && first <= '9') || first == '-' || first == '+';
    }

    private static FieldValue date(String text) {
        try {
            if (text.length() == DAY_LENGTH) {
                return new Day(LocalDate.parse(text));
            }
            return text.endsWith("Z") ? new Moment(Instant.parse(text)) : new Words(text);
        } catch (DateTimeParseException e) {
            // A teacher may well write 30 February.
            return new Words(text);
        }
    }
}
