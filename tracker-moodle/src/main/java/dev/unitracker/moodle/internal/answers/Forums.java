package dev.unitracker.moodle.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.document.Document;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the {@code mod_forum_…} functions say of forums, discussions and replies. */
public final class Forums {

    /** The memo that moves when a discussion's replies do. */
    public static final String THREAD = "thread";

    private static final String WITHHELD = " withheld";

    private static final Shape SHOWN_POST = Shape.ofObject()
            .always(Form.TEXT, "message")
            .always(Form.TIME, "timecreated")
            .always(Form.OBJECT, "author")
            .within("author", Shape.ofObject().always(Form.TEXT, "fullname"));

    private Forums() {}

    /**
     * A forum.
     *
     * @param course the course's id
     * @param id the forum's own id
     * @param news whether it is the course's news forum, whose discussions are announcements
     * @param discussions how many discussions it has; 0 if the answer does not count them
     */
    public record Forum(long course, long cmid, long id, String name, boolean news, long discussions, JsonNode json) {

        /** Tells whether the answer counts its discussions. */
        public boolean counted() {
            return json.has("numdiscussions");
        }

        /** Tells whether it has one discussion that is the forum: of the same name, and its first post the introduction. */
        boolean isDiscussion() {
            return Json.text(json, "type").equals("single") && discussions <= 1;
        }

        private boolean isOfQuestions() {
            return Json.text(json, "type").equals("qanda");
        }
    }

    /** A discussion. {@code replies} counts the posts behind the first; it is 0 if the answer does not count them. */
    public record Discussion(Forum forum, long id, long replies, JsonNode json) {

        /** Tells whether the answer counts its replies. */
        public boolean counted() {
            return json.has("numreplies");
        }

        /** Returns the key of the item that it is. */
        public String key() {
            return forum.isDiscussion() ? Keys.module(forum.cmid()) : Keys.discussion(id);
        }

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
        // What is said in a forum of one discussion is said to students, as in any discussion.
        ItemType type = forum.isDiscussion() ? ItemType.FORUM_DISCUSSION : ItemType.FORUM;
        Sighting.Builder sighting = Sighting.of(Keys.module(forum.cmid()), type)
                .course(Keys.course(forum.course()))
                .memo(CourseContents.INSTANCE, "forum " + forum.id())
                .title(forum.name())
                .url(links.module("forum", forum.cmid()))
                .document(HtmlText.document(Json.text(forum.json(), "intro")));
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

    /**
     * Returns what a forum's page says of a discussion: its first post, and how many replies there are. Where the forum is
     * the discussion, it has told the first post already.
     */
    public static Sighting sighting(Discussion discussion, Links links) {
        Forum forum = discussion.forum();
        Sighting.Builder sighting = forum.isDiscussion()
                ? Sighting.about(discussion.key())
                : firstPost(discussion, links).within(Keys.module(forum.cmid()));
        sighting.course(Keys.course(forum.course()))
                .state(Field.PUBLISHED_AT, Json.instant(discussion.json(), "created"))
                .memo(THREAD, discussion.thread());
        if (discussion.counted()) {
            sighting.state(Field.REPLIES, discussion.replies() == 0 ? null : Long.toString(discussion.replies()));
        }
        return sighting.build();
    }

    private static Sighting.Builder firstPost(Discussion discussion, Links links) {
        JsonNode json = discussion.json();
        return Sighting.of(
                        discussion.key(), discussion.forum().news() ? ItemType.ANNOUNCEMENT : ItemType.FORUM_DISCUSSION)
                .title(HtmlText.title(Json.text(json, "name")))
                .document(body(json, Forums::name))
                .url(links.discussion(discussion.id()));
    }

    /** Returns a sighting of each file that is attached to a discussion's first post. */
    public static List<Sighting> attachments(Discussion discussion, Links links) {
        return discussion.attachments().stream()
                .map(file -> FileSightings.listed(
                        Keys.attachment(discussion.id(), file.path(), file.name()),
                        discussion.key(),
                        discussion.forum().course(),
                        file,
                        links.discussion(discussion.id())))
                .toList();
    }

    private static Document body(JsonNode post, Function<JsonNode, String> attachment) {
        List<Document> parts = new ArrayList<>();
        parts.add(HtmlText.document(Json.text(post, "message")));
        Json.list(post.path("attachments")).stream()
                .map(file -> "[" + attachment.apply(file) + "]")
                .sorted()
                .map(Document::ofText)
                .forEach(parts::add);
        return Document.joined(parts);
    }

    /**
     * Returns what the posts of a discussion say of its replies: all that the student may read, oldest first.
     *
     * @param student the student's user id
     */
    public static Sighting replies(Discussion discussion, JsonNode answer, long student) {
        List<JsonNode> posts = posts(answer);
        String text = posts.stream()
                .filter(Forums::isReply)
                .filter(post -> !Json.flag(post, "isdeleted") && !isWithheld(post))
                .sorted(Comparator.comparing((JsonNode post) -> Json.number(post, "timecreated"))
                        .thenComparing(post -> Json.number(post, "id")))
                .map(Forums::reply)
                .collect(Collectors.joining("\n"));
        return Sighting.about(discussion.key())
                .course(Keys.course(discussion.forum().course()))
                .state(Field.REPLY_TEXT, text)
                .memo(
                        THREAD,
                        awaited(discussion, posts, student) ? discussion.thread() + WITHHELD : discussion.thread())
                .build();
    }

    /** Returns how many replies the posts of a discussion hold, shown or not. */
    public static long countReplies(JsonNode answer) {
        return posts(answer).stream().filter(Forums::isReply).count();
    }

    /** Tells whether the posts of a discussion hold as many replies as it counts; more may have come since it was counted. */
    public static boolean hasAll(Discussion discussion, JsonNode answer) {
        return countReplies(answer) >= discussion.replies();
    }

    /** What an answer lists twice counts once. */
    private static List<JsonNode> posts(JsonNode answer) {
        Set<Long> seen = new HashSet<>();
        return Json.list(answer.path("posts")).stream()
                .filter(post -> seen.add(Json.number(post, "id")))
                .toList();
    }

    private static boolean isReply(JsonNode post) {
        return Json.number(post, "parentid") > 0;
    }

    /** Returns, in words, that a discussion's attachments are said to be there and are not; empty if all is well. */
    public static Optional<String> misfitOfAttachments(JsonNode discussion) {
        return Json.flag(discussion, "attachment")
                        && discussion.path("attachments").isEmpty()
                ? Optional.of("attachments holds nothing of what is attached")
                : Optional.empty();
    }

    /** Returns what a post lacks that the student is shown, in words; empty if it lacks nothing. */
    public static Optional<String> misfitOfPost(JsonNode post) {
        if (post.has("hasparent") && Json.flag(post, "hasparent") != (Json.number(post, "parentid") > 0)) {
            return Optional.of("parentid says otherwise than hasparent");
        }
        return Json.flag(post, "isdeleted") || isWithheld(post) ? Optional.empty() : SHOWN_POST.misfit(post);
    }

    /** Tells whether a state of replies, as it is remembered, lacks some that the student will be shown. */
    public static boolean lacksReplies(String thread) {
        return thread.endsWith(WITHHELD);
    }

    /** Instead of its text a site sends a sentence in the student's language. */
    private static boolean isWithheld(JsonNode post) {
        JsonNode capabilities = post.path("capabilities");
        return capabilities.has("view") && !Json.flag(capabilities, "view");
    }

    /**
     * In a forum of questions the answers are shown when the student's own is too old to be edited, half an hour as a rule
     * (mod/forum/lib.php, forum_user_can_see_post). Neither count nor time of the discussion moves then.
     */
    private static boolean awaited(Discussion discussion, List<JsonNode> posts, long student) {
        return discussion.forum().isOfQuestions()
                && posts.stream().anyMatch(Forums::isWithheld)
                && posts.stream().anyMatch(post -> Json.number(post.path("author"), "id") == student);
    }

    private static String reply(JsonNode post) {
        return Json.text(post.path("author"), "fullname") + ": "
                + body(post, Forums::nameAndSize).text();
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
