package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The first post of a discussion, in the form of the list of posts. */
final class FirstPost {
    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");

    private FirstPost() {}

    static JsonNode of(Scene scene, JsonNode forum, JsonNode discussion) {
        ObjectNode post = Json.object();
        post.set("id", discussion.path("id"));
        post.set("subject", discussion.path("subject"));
        post.put("replysubject", "Re: " + discussion.path("subject").asText());
        post.set("message", discussion.path("message"));
        post.set("messageformat", discussion.path("messageformat"));
        String profile = scene.url() + "/user/view.php?id="
                + discussion.path("userid").asText() + "&course="
                + forum.path("course").asText();
        post.set("author", author(discussion, profile));
        post.set("discussionid", discussion.path("discussion"));
        post.put("hasparent", false).putNull("parentid");
        post.set("timecreated", discussion.path("created"));
        post.set("timemodified", discussion.path("modified"));
        post.putNull("unread").put("isdeleted", false).put("isprivatereply", false);
        post.put("haswordcount", false).putNull("wordcount").putNull("charcount");
        post.set("capabilities", capabilities(discussion));
        post.set("urls", urls(scene, discussion));
        post.putArray("attachments");
        post.putArray("messageinlinefiles");
        post.putArray("tags");
        post.set("html", html(discussion, profile));
        return post;
    }

    private static JsonNode author(JsonNode discussion, String profile) {
        ObjectNode author = Json.object();
        author.set("id", discussion.path("userid"));
        author.set("fullname", discussion.path("userfullname"));
        author.put("isdeleted", false).putArray("groups");
        author.putObject("urls")
                .put("profile", profile)
                .put("profileimage", discussion.path("userpictureurl").asText().replaceFirst("/f2$", "/f1"));
        return author;
    }

    private static JsonNode capabilities(JsonNode discussion) {
        ObjectNode capabilities = Json.object()
                .put("view", true)
                .put("edit", false)
                .put("delete", false)
                .put("split", false);
        capabilities.set("reply", discussion.path("canreply"));
        return capabilities
                .put("selfenrol", false)
                .put("export", false)
                .put("controlreadstatus", false)
                .put("canreplyprivately", false);
    }

    private static JsonNode urls(Scene scene, JsonNode discussion) {
        String post = discussion.path("id").asText();
        String page = scene.url() + "/mod/forum/discuss.php?d="
                + discussion.path("discussion").asText();
        ObjectNode urls = Json.object()
                .put("view", page + "#p" + post)
                .put("viewisolated", page + "&parent=" + post)
                .putNull("viewparent")
                .putNull("edit")
                .putNull("delete")
                .putNull("split");
        if (discussion.path("canreply").asBoolean()) {
            urls.put("reply", scene.url() + "/mod/forum/post.php?reply=" + post + "#mformforum");
        } else {
            urls.putNull("reply");
        }
        return urls.putNull("export")
                .putNull("markasread")
                .putNull("markasunread")
                .put("discuss", page);
    }

    private static JsonNode html(JsonNode discussion, String profile) {
        OffsetDateTime created = Instant.ofEpochSecond(
                        discussion.path("created").asLong())
                .atZone(ZONE)
                .toOffsetDateTime();
        String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(created);
        return Json.object()
                .putNull("rating")
                .putNull("taglist")
                .put(
                        "authorsubheading",
                        "de <a href=\"" + profile + "\">"
                                + discussion.path("userfullname").asText() + "</a> - <time datetime=\"" + time + "\">"
                                + time + "</time>");
    }
}
