package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.model.DateRule;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.text.HtmlText;
import dev.unitracker.spi.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the {@code mod_forum_…} functions say of forums, discussions and replies. */
public final class Forums {

    /** The memo that moves when a discussion's replies do. */
    public static final String THREAD = "thread";

    private Forums() {}

    /**
     * A forum.
     *
     * @param course the course's id
     * @param id the forum's own id
     * @param news whether it is the course's news forum, whose discussions are announcements
     * @param discussions how many discussions it has
     */
    public record Forum(long course, long cmid, long id, String name, boolean news, long discussions, JsonNode json) {}

    /** A discussion. {@code replies} counts the posts behind the first. */
    public record Discussion(Forum forum, long id, long replies, JsonNode json) {

        /** Returns what moves when a reply is written, edited or deleted. */
        public String thread() {
            return replies + " " + Json.number(json, "timemodified");
        }

        /** Returns the files that are attached to the first post, each once. */
        public List<RemoteFile> attachments() {
            Map<String, RemoteFile> files = new LinkedHashMap<>();
            Json.list(json.path("attachments")).stream()
                    .map(RemoteFile::of)
                    .filter(file -> !file.name().isEmpty())
                    .forEach(file -> files.putIfAbsent(file.path() + file.name(), file));
            return List.copyOf(files.values());
        }
    }

    /** Returns all forums of all courses, each once. */
    public static List<Forum> read(JsonNode answer) {
        Set<Long> seen = new HashSet<>();
        return Json.list(answer).stream()
                .map(json -> new Forum(
                        Json.number(json, "course"),
                        Json.number(json, "cmid"),
                        Json.number(json, "id"),
                        HtmlText.title(Json.text(json, "name")),
                        Json.text(json, "type").equals("news"),
                        Json.number(json, "numdiscussions"),
                        json))
                .filter(forum -> forum.cmid() > 0 && seen.add(forum.cmid()))
                .toList();
    }

    /** Returns a sighting of each forum, without its discussions. */
    public static List<Sighting> sightings(List<Forum> forums, Links links) {
        return forums.stream().map(forum -> sighting(forum, links)).toList();
    }

    private static Sighting sighting(Forum forum, Links links) {
        Sighting.Builder sighting = Sighting.of(Keys.module(forum.cmid()), ItemType.FORUM)
                .course(Keys.course(forum.course()))
                .memo(CourseContents.INSTANCE, "forum " + forum.id())
                .title(forum.name())
                .url(links.module("forum", forum.cmid()))
                .body(HtmlText.canonical(Json.text(forum.json(), "intro")));
        if (forum.json().has("duedate")) {
            sighting.due(Json.instant(forum.json(), "duedate"), DateRule.ACTIVITY)
                    .state(Field.CUT_OFF_AT, Json.instant(forum.json(), "cutoffdate"));
        }
        return sighting.build();
    }

    /** Returns the discussions of one page of a forum. */
    public static List<Discussion> discussions(Forum forum, JsonNode answer) {
        return Json.list(answer.path("discussions")).stream()
                .map(json ->
                        new Discussion(forum, Json.number(json, "discussion"), Json.number(json, "numreplies"), json))
                .filter(discussion -> discussion.id() > 0)
                .toList();
    }

    /** Returns what a forum's page says of a discussion: its first post, and how many replies there are. */
    public static Sighting sighting(Discussion discussion, Links links) {
        JsonNode json = discussion.json();
        Forum forum = discussion.forum();
        return Sighting.of(
                        Keys.discussion(discussion.id()),
                        forum.news() ? ItemType.ANNOUNCEMENT : ItemType.FORUM_DISCUSSION)
                .course(Keys.course(forum.course()))
                .within(Keys.module(forum.cmid()))
                .title(HtmlText.title(Json.text(json, "name")))
                .body(body(json, Forums::name))
                .url(links.discussion(discussion.id()))
                .state(Field.PUBLISHED_AT, Json.instant(json, "created"))
                .state(Field.REPLIES, discussion.replies() == 0 ? null : Long.toString(discussion.replies()))
                .memo(THREAD, discussion.thread())
                .build();
    }

    /** Returns a sighting of each file that is attached to a discussion's first post. */
    public static List<Sighting> attachments(Discussion discussion, Links links) {
        return discussion.attachments().stream()
                .map(file -> FileSightings.listed(
                        Keys.attachment(discussion.id(), file.path(), file.name()),
                        Keys.discussion(discussion.id()),
                        discussion.forum().course(),
                        file,
                        links.discussion(discussion.id())))
                .toList();
    }

    private static String body(JsonNode post, Function<JsonNode, String> attachment) {
        List<String> parts = new ArrayList<>();
        parts.add(HtmlText.canonical(Json.text(post, "message")));
        Json.list(post.path("attachments")).stream()
                .map(file -> "[" + attachment.apply(file) + "]")
                .sorted()
                .forEach(parts::add);
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Returns what the posts of a discussion say of its replies: all of them, oldest first. */
    public static Sighting replies(Discussion discussion, JsonNode answer) {
        String text = Json.list(answer.path("posts")).stream()
                .filter(post -> Json.number(post, "parentid") > 0)
                .filter(post -> !post.path("isdeleted").asBoolean())
                .sorted(Comparator.comparing((JsonNode post) -> Json.number(post, "timecreated"))
                        .thenComparing(post -> Json.number(post, "id")))
                .map(Forums::reply)
                .collect(Collectors.joining("\n"));
        return Sighting.about(Keys.discussion(discussion.id()))
                .course(Keys.course(discussion.forum().course()))
                .state(Field.REPLY_TEXT, text)
                .memo(THREAD, discussion.thread())
                .build();
    }

    private static String reply(JsonNode post) {
        return Json.text(post.path("author"), "fullname") + ": " + body(post, Forums::nameAndSize);
    }

    private static String name(JsonNode file) {
        return Json.text(file, "filename");
    }

    /** What is attached to a reply is not read; of a file that takes another's place only the size tells. */
    private static String nameAndSize(JsonNode file) {
        long size = Json.number(file, "filesize");
        return size > 0 ? name(file) + ", " + size + " B" : name(file);
    }
}
