package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.document.Document;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code mod_…_get_…_by_courses} functions say: name and introduction of all activities of one module, in all
 * courses, in one answer. The contents of a course have the introduction only where the teacher shows it there.
 */
public final class ModuleList {

    /** The function that lists each module's activities; assignments, quizzes and forums have readers of their own. */
    public static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("bigbluebuttonbn", "mod_bigbluebuttonbn_get_bigbluebuttonbns_by_courses"),
            Map.entry("book", "mod_book_get_books_by_courses"),
            Map.entry("chat", "mod_chat_get_chats_by_courses"),
            Map.entry("choice", "mod_choice_get_choices_by_courses"),
            Map.entry("data", "mod_data_get_databases_by_courses"),
            Map.entry("feedback", "mod_feedback_get_feedbacks_by_courses"),
            Map.entry("folder", "mod_folder_get_folders_by_courses"),
            Map.entry("glossary", "mod_glossary_get_glossaries_by_courses"),
            Map.entry("h5pactivity", "mod_h5pactivity_get_h5pactivities_by_courses"),
            Map.entry("imscp", "mod_imscp_get_imscps_by_courses"),
            Map.entry("label", "mod_label_get_labels_by_courses"),
            Map.entry("lesson", "mod_lesson_get_lessons_by_courses"),
            Map.entry("lti", "mod_lti_get_ltis_by_courses"),
            Map.entry("page", "mod_page_get_pages_by_courses"),
            Map.entry("resource", "mod_resource_get_resources_by_courses"),
            Map.entry("scorm", "mod_scorm_get_scorms_by_courses"),
            Map.entry("survey", "mod_survey_get_surveys_by_courses"),
            Map.entry("url", "mod_url_get_urls_by_courses"),
            Map.entry("wiki", "mod_wiki_get_wikis_by_courses"),
            Map.entry("workshop", "mod_workshop_get_workshops_by_courses"));

    /** What stands around the name of the list in the name of a function; the name is in the plural, and irregular. */
    private static final Pattern FUNCTION = Pattern.compile("^mod_[a-z0-9]+_get_([a-z0-9]+)_by_courses");

    private static final Map<String, String> LISTS = FUNCTIONS.values().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), function -> FUNCTION.matcher(function).replaceFirst("$1")));

    private ModuleList() {}

    /** Returns the name of the list that one of the functions answers; null for another function. */
    public static @Nullable String listOf(String function) {
        return LISTS.get(function);
    }

    /** Returns a sighting of each activity in an answer. */
    public static List<Sighting> sightings(String modname, JsonNode answer, Links links) {
        List<Sighting> sightings = new ArrayList<>();
        for (JsonNode activity : activities(answer)) {
            if (Json.number(activity, "coursemodule") > 0) {
                sightings.add(sighting(modname, activity, links));
            }
        }
        return sightings;
    }

    /** Tells whether an answer shows an activity. */
    public static boolean shows(long cmid, JsonNode answer) {
        return activities(answer).stream().anyMatch(activity -> Json.number(activity, "coursemodule") == cmid);
    }

    private static List<JsonNode> activities(JsonNode answer) {
        List<JsonNode> activities = new ArrayList<>();
        answer.properties().forEach(field -> {
            if (!field.getKey().equals("warnings")) {
                activities.addAll(Json.list(field.getValue()));
            }
        });
        return activities;
    }

    private static Sighting sighting(String modname, JsonNode activity, Links links) {
        long course = Json.number(activity, "course");
        long cmid = Json.number(activity, "coursemodule");
        ItemType type = ModuleTypes.of(modname);
        Document body = body(modname, activity);
        Sighting.Builder sighting = Sighting.of(Keys.module(cmid), type)
                .course(Keys.course(course))
                .memo(CourseContents.INSTANCE, modname + " " + Json.number(activity, "id"))
                .textDate(Json.age(activity, "timemodified"));
        if (modname.equals("label")) {
            sighting.url(links.onCoursePage(course, cmid));
            sighting.title(
                    body.text().isEmpty()
                            ? HtmlText.title(Json.text(activity, "name"))
                            : Titles.firstLine(body.text()));
        } else {
            sighting.url(links.module(modname, cmid)).title(HtmlText.title(Json.text(activity, "name")));
        }
        boolean told = activity.has("intro") || activity.has("content");
        if (told && modname.equals("book")) {
            // A book's text is its chapters, which are read as files.
            sighting.state(Field.INTRODUCTION, body.text());
        } else if (told) {
            sighting.document(body);
        }
        String version = packageVersion(activity);
        if (!version.isEmpty()) {
            sighting.state(Field.FILE_VERSION, version);
        }
        return sighting.build();
    }

    /**
     * Returns what moves when another package takes the place of one that is played in the browser: the hash of a SCORM
     * package, the size of one of H5P. Empty where there is none, and of a SCORM package that is not open yet or any more.
     */
    private static String packageVersion(JsonNode activity) {
        long size = Json.list(activity.path("package")).stream()
                .mapToLong(file -> Json.number(file, "filesize"))
                .sum();
        return size > 0 ? size + " B" : Json.text(activity, "sha1hash");
    }

    private static Document body(String modname, JsonNode activity) {
        Document intro = HtmlText.document(Json.text(activity, "intro"));
        Document own = switch (modname) {
            case "page" -> HtmlText.document(Json.text(activity, "content"));
            case "url" -> Document.ofText(Json.text(activity, "externalurl").strip());
            default -> Document.empty();
        };
        return Document.joined(List.of(intro, own));
    }
}
