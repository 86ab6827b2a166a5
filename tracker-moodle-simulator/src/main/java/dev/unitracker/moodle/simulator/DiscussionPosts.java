package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The posts of a discussion; where they were not recorded, the first post as the list of discussions shows it. */
final class DiscussionPosts implements Answering {
    private static final String DISCUSSIONS = "ws/mod_forum_get_forum_discussions/forumid=";

    @Override
    public JsonNode answer(Scene scene, String function, Arguments arguments) {
        long discussion = arguments.number("discussionid").orElseThrow(Refused::parameter);
        JsonNode answer = Recorded.find(scene, function, "discussionid", "", arguments)
                .orElseGet(() -> firstPostOnly(scene, discussion));
        return sorted(answer, arguments);
    }

    private static JsonNode sorted(JsonNode answer, Arguments arguments) {
        if (!arguments.has("sortby") && !arguments.has("sortdirection")) {
            return answer;
        }
        String field = switch (arguments.text("sortby").orElse("created")) {
            case "id" -> "id";
            case "created" -> "timecreated";
            case "modified" -> "timemodified";
            default -> throw Refused.parameter();
        };
        Comparator<JsonNode> order = Comparator.comparingLong(
                        (JsonNode post) -> post.path(field).asLong())
                .thenComparingLong(post -> post.path("id").asLong());
        boolean ascending =
                arguments.text("sortdirection").filter("ASC"::equals).isPresent();
        List<JsonNode> posts = answer.path("posts")
                .valueStream()
                .sorted(ascending ? order : order.reversed())
                .toList();
        return Recorded.with(answer, "posts", Json.array().addAll(posts));
    }

    private static JsonNode firstPostOnly(Scene scene, long discussion) {
        JsonNode forums =
                scene.json("ws/mod_forum_get_forums_by_courses/all.json").orElseThrow();
        for (JsonNode forum : forums) {
            Optional<JsonNode> listed = scene
                    .json(DISCUSSIONS + forum.path("id").asLong() + ".json")
                    .stream()
                    .flatMap(all -> all.path("discussions").valueStream())
                    .filter(each -> each.path("discussion").asLong() == discussion)
                    .findFirst();
            if (listed.isPresent()) {
                return answer(scene, forum, listed.get());
            }
        }
        throw Refused.noRecord("forum_discussions");
    }

    private static JsonNode answer(Scene scene, JsonNode forum, JsonNode discussion) {
        ObjectNode answer = Json.object();
        answer.putArray("posts").add(FirstPost.of(scene, forum, discussion));
        answer.set("forumid", forum.path("id"));
        answer.set("courseid", forum.path("course"));
        ObjectNode rating = answer.putObject("ratinginfo")
                .put("contextid", context(scene, forum))
                .put("component", "mod_forum")
                .put("ratingarea", "post")
                .putNull("canviewall")
                .putNull("canviewany");
        rating.putArray("scales");
        rating.putArray("ratings");
        answer.putArray("warnings");
        return answer;
    }

    private static long context(Scene scene, JsonNode forum) {
        return Courses.modules(scene, forum.path("course").asLong()).stream()
                .flatMap(modules -> modules)
                .filter(module -> module.path("id").equals(forum.path("cmid")))
                .mapToLong(module -> module.path("contextid").asLong())
                .findFirst()
                .orElse(0);
    }
}
