package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.text.HtmlText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One grade as the student sees it. Moodle never tells whether a grade is out of a scale: it sends the outcome's id in
 * place of the scale's. The bare number is then the place of the grade in the scale, which means nothing to anybody, so
 * it counts only if what is shown says the same.
 *
 * @param text a number with a point, or the words that Moodle shows; empty if there is no grade
 * @param maximum the highest possible number; empty for words
 */
record GradeValue(String text, String maximum) {

    private static final GradeValue NONE = new GradeValue("", "");

    /** A number with the places that the teacher lets be shown; Moodle writes none between the thousands. */
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d{1,5})?");

    /** Moodle's forms: a number, a share, or either with a letter or the other beside it. */
    private static final Pattern NUMBERS_FIRST = Pattern.compile("-?\\d+(?:[.,]\\d{1,5})?( %)?( \\([^()]*\\))?");

    private static final Pattern NUMBERS_SECOND = Pattern.compile("^[^()\\d]* \\(-?\\d+(?:[.,]\\d{1,5})?( %)?\\)");

    /** A share is told as the number behind it, with the places that Moodle shows unless it is told otherwise. */
    private static final int USUAL_PLACES = 2;

    private static final int FIRST_OUTCOME = 1000;

    static GradeValue of(JsonNode item) {
        String shown = HtmlText.title(Json.text(item, "gradeformatted"));
        BigDecimal raw = decimal(item, "graderaw");
        if (shown.equals("-") || (shown.isEmpty() && raw == null)) {
            return NONE;
        }
        if (shown.isEmpty() && (item.hasNonNull("gradeformatted") || isPlace(item))) {
            return NONE;
        }
        boolean hasRange = item.hasNonNull("rangeformatted");
        String number = raw == null || isScale(item) || isOutcome(item) ? "" : number(raw, shown, hasRange);
        String maximum = Json.decimal(item, "grademax");
        return number.isEmpty() ? new GradeValue(shown, "") : new GradeValue(number, maximum == null ? "" : maximum);
    }

    private static @Nullable BigDecimal decimal(JsonNode item, String field) {
        String text = Json.decimal(item, field);
        return text == null ? null : new BigDecimal(text);
    }

    /** Outcomes and scales count their places from 1; what the student is not shown of them is a number to nobody. */
    private static boolean isPlace(JsonNode item) {
        BigDecimal least = decimal(item, "grademin");
        return isOutcome(item) || isScale(item) || (least != null && least.compareTo(BigDecimal.ONE) == 0);
    }

    /** Moodle numbers an activity's outcomes from 1000 on. */
    private static boolean isOutcome(JsonNode item) {
        return Json.number(item, "outcomeid") > 0 || Json.number(item, "itemnumber") >= FIRST_OUTCOME;
    }

    /** The range goes from the first name of a scale to its last; of a number it is the minimum and the maximum. */
    private static boolean isScale(JsonNode item) {
        BigDecimal least = decimal(item, "grademin");
        BigDecimal most = decimal(item, "grademax");
        String range = HtmlText.title(Json.text(item, "rangeformatted"));
        if (Json.number(item, "scaleid") > 0) {
            return true;
        }
        if (range.isEmpty() || least == null || most == null) {
            return false;
        }
        List<String> ends = numbers(range);
        return ends.size() != 2 || !isRounded(ends.get(0), least.abs()) || !isRounded(ends.get(1), most.abs());
    }

    /** Returns the grade as a number as precise as the student sees it; empty if what is shown is another. */
    private static String number(BigDecimal raw, String shown, boolean isKnownNumber) {
        if (shown.isEmpty()) {
            return plain(raw);
        }
        boolean known = NUMBERS_FIRST.matcher(shown).matches()
                || NUMBERS_SECOND.matcher(shown).matches();
        if (!known) {
            return "";
        }
        return numbers(shown).stream()
                .filter(number -> isRounded(number, raw.abs()))
                .findFirst()
                .map(number -> rounded(raw, places(number)))
                .orElseGet(() -> shown.contains("%") && isKnownNumber ? rounded(raw, USUAL_PLACES) : "");
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean isRounded(String shown, BigDecimal raw) {
        return new BigDecimal(shown.replace(',', '.')).compareTo(raw.setScale(places(shown), RoundingMode.HALF_UP))
                == 0;
    }

    private static int places(String number) {
        int point = Math.max(number.indexOf('.'), number.indexOf(','));
        return point < 0 ? 0 : number.length() - point - 1;
    }

    private static String rounded(BigDecimal raw, int places) {
        return plain(raw.setScale(places, RoundingMode.HALF_UP));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
