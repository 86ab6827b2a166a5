package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.document.Document;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What teachers write above the activities of a section. A section is no item, but its text is one, as a label's is: a
 * section without a text says nothing to anybody.
 */
final class SectionTexts {

    /** What Moodle calls a section without a name, in the languages of most of its sites. */
    private static final Set<String> NAMELESS = Set.of(
            "",
            "general",
            "new section",
            "nueva sección",
            "nova seção",
            "nova secção",
            "nova secció",
            "nouvelle section",
            "neuer abschnitt");

    /** One word and a number: "Tema 3", "Topic 3", "3. Thema". */
    private static final Pattern NUMBERED = Pattern.compile("^(?:\\p{L}+ \\d+|\\d+\\.? \\p{L}+)");

    /** A week, as the formats by weeks write it. */
    private static final Pattern WEEK = Pattern.compile(
            "^(\\d{1,2}\\.? (de )?\\p{L}+\\.?|\\p{L}+ \\d{1,2}) [-–] (\\d{1,2}\\.? (de )?\\p{L}+\\.?|\\p{L}+ \\d{1,2})");

    /** The name of a picture or of what is embedded; or a bracket that its line does not close, and the rest of that line. */
    private static final Pattern MEDIA = Pattern.compile("\\[[^\\]\\n]*+\\]?+");

    private SectionTexts() {}

    /** Returns a sighting of the text of each section that has one, given the sections of a course. */
    static List<Sighting> sightings(long course, List<JsonNode> sections, Links links) {
        return sections.stream()
                .filter(section -> Json.number(section, "id") > 0 && saysSomething(section))
                .map(section -> sighting(course, section, links))
                .toList();
    }

    private static Sighting sighting(long course, JsonNode section, Links links) {
        long id = Json.number(section, "id");
        Document text = HtmlText.document(Json.text(section, "summary"));
        String name = HtmlText.title(Json.text(section, "name"));
        return Sighting.of(Keys.sectionText(id), ItemType.MATERIAL)
                .course(Keys.course(course))
                .placedIn(Keys.section(id))
                .title(isMadeUp(name) ? Titles.firstLine(text.text()) : name)
                .document(text)
                // The section's place on the page moves with every section before it.
                .url(links.course(course))
                .build();
    }

    /** Tells whether a section has a text that is more than decoration. */
    private static boolean saysSomething(JsonNode section) {
        String text = HtmlText.canonical(Json.text(section, "summary"));
        return MEDIA.matcher(text)
                .replaceAll(media -> media.group().endsWith("]") ? "" : Matcher.quoteReplacement(media.group()))
                .codePoints()
                .anyMatch(Character::isLetterOrDigit);
    }

    /** A name that Moodle makes up follows the language of the account and, by weeks, the start of the course. */
    private static boolean isMadeUp(String name) {
        return NAMELESS.contains(name.toLowerCase(Locale.ROOT))
                || NUMBERED.matcher(name).matches()
                || WEEK.matcher(name).matches();
    }
}
