package dev.unitracker.llm;

import dev.unitracker.brief.Brief;
import dev.unitracker.brief.BriefRequest;
import dev.unitracker.spi.Sha256;
import dev.unitracker.words.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model is asked. All that comes from the source stands between two lines that do not occur in it.
 *
 * @param system the rules
 * @param user the material
 */
record Prompt(String system, String user) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** @param limit how many characters of the text are shown to the model */
    static Prompt of(BriefRequest request, int limit) {
        Brief outline = request.outline();
        Brief.CourseContext context = outline.courseContext();
        Map<String, String> values = new TreeMap<>();
        values.put("zone", request.zone().getId());
        values.put(
                "today",
                outline.making()
                        .generatedAt()
                        .atZone(request.zone())
                        .toLocalDate()
                        .toString());
        values.put("title", request.item().title());
        values.put("course", context == null ? "" : context.courseName());
        values.put("type", request.item().type().name());
        values.put("outline", outline.summaryShort() + "\n" + String.join("\n", outline.summaryBullets()));
        values.put("text", start(request.text(), limit));
        values.put("fence", fence(String.join("\n", values.values())));
        Language language = request.language();
        String name = language.locale().getDisplayLanguage(Locale.ENGLISH);
        return new Prompt(
                filled(resource("system", language), Map.of("language", name)),
                filled(resource("user", language), values));
    }

    /** Returns a line that is not in a text; who wrote the text cannot know it. */
    private static String fence(String text) {
        String hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        String fence = "=====" + hash.substring(0, 24) + "=====";
        return text.contains(fence) ? fence(text + fence) : fence;
    }

    /** Fills places in one go, so that what looks like a place within a value stays as it is. */
    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(place.group(1)))));
    }

    private static String start(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit));
    }

    /** Returns a text of the library; a model is asked in English for a language that there is none in. */
    private static String resource(String name, Language language) {
        String wanted = name + "." + language.locale().getLanguage() + ".txt";
        String other = name + "." + Language.ENGLISH.code() + ".txt";
        String file = Prompt.class.getResource(wanted) == null ? other : wanted;
        try (InputStream stream = Objects.requireNonNull(Prompt.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the library's own prompts cannot be read", e);
        }
    }
}
