package dev.unitracker.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A Moodle of as many courses as one likes, each with a folder of files, all alike. */
final class FacultySite implements AutoCloseable {

    private static final List<String> OFFERED = List.of(
            "tool_mobile_call_external_functions",
            "core_enrol_get_users_courses",
            "core_course_get_contents",
            "core_course_get_updates_since",
            "gradereport_user_get_grade_items",
            "mod_assign_get_assignments",
            "mod_quiz_get_quizzes_by_courses",
            "mod_forum_get_forums_by_courses",
            "mod_forum_get_forum_discussions",
            "mod_forum_get_discussion_posts",
            "mod_assign_get_submission_status",
            "core_calendar_get_calendar_events");

    /** What the ids of forums of questions begin with. */
    private static final long QUESTIONS = 300;

    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger requests = new AtomicInteger();
    private final int courses;
    private final int filesEach;
    private volatile long courseWithMore;
    private volatile long courseThatMoved;
    private volatile String brokenFile = "none";
    private volatile boolean withForums;
    private volatile boolean displayedInPercent;
    private final Set<Long> restricted = ConcurrentHashMap.newKeySet();
    private final Set<Long> emptied = ConcurrentHashMap.newKeySet();
    private final Map<Long, List<Long>> discussions = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    FacultySite(int courses, int filesEach) {
        this.courses = courses;
        this.filesEach = filesEach;
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.incrementAndGet();
                return new MockResponse.Builder().body(answer(request)).build();
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has each course announcements, a forum of questions, and a grade. */
    FacultySite withForums() {
        withForums = true;
        LongStream.rangeClosed(2, courses + 1L).forEach(course -> {
            discussions.put(course, List.of(1000 + course, 2000 + course));
            discussions.put(QUESTIONS + course, List.of(3000 + course));
        });
        return this;
    }

    /** Restricts a course's folder, of which no update tells. */
    void restrict(long course) {
        restricted.add(course);
    }

    /** Removes a course's folder, of which no update tells. */
    void removeFolder(long course) {
        emptied.add(course);
    }

    /** Shows an announcement whose hour has come: the site's own count of them was kept from before. */
    void announce(long course) {
        discussions.merge(course, List.of(4000 + course), FacultySite::joined);
    }

    /** Moves an announcement of a course to its questions. */
    void moveDiscussion(long course) {
        discussions.put(course, List.of(2000 + course));
        discussions.merge(QUESTIONS + course, List.of(1000 + course), FacultySite::joined);
    }

    private static List<Long> joined(List<Long> one, List<Long> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Has all grades shown in percent. */
    void displayInPercent() {
        displayedInPercent = true;
    }

    /** Returns how often each question was asked, by function and course or forum, and begins anew. */
    Map<String, Integer> counts() {
        Map<String, Integer> counted = new TreeMap<>(counts);
        counts.clear();
        return counted;
    }

    String url() {
        return server.url("/").toString().replaceFirst("/$", "");
    }

    int requests() {
        return requests.getAndSet(0);
    }

    /** Adds a file to a course. */
    void move(long course) {
        courseWithMore = course;
        courseThatMoved = course;
    }

    /** Lets time pass: nothing moved lately. */
    void rest() {
        courseThatMoved = 0;
    }

    void breakFile(String name) {
        brokenFile = name;
    }

    private String answer(RecordedRequest request) {
        Map<String, String> form = form(request);
        if (request.getTarget().contains("pluginfile")) {
            return request.getTarget().endsWith(brokenFile)
                    ? "{\"error\":\"no\",\"errorcode\":\"filenotfound\"}"
                    : "text";
        }
        String function = form.getOrDefault("wsfunction", "");
        if (!function.startsWith("tool_mobile")) {
            String course = form.getOrDefault("courseid", form.getOrDefault("forumid", "0"));
            return answer(function, Long.parseLong(course));
        }
        ObjectNode batch = Edits.object();
        ArrayNode responses = batch.putArray("responses");
        for (int i = 0; form.containsKey("requests[" + i + "][function]"); i++) {
            JsonNode arguments = Edits.read(form.getOrDefault("requests[" + i + "][arguments]", "{}"));
            String name = form.getOrDefault("requests[" + i + "][function]", "");
            String data = answer(
                    name,
                    arguments.path("courseid").asLong(arguments.path("forumid").asLong()));
            responses.addObject().put("error", false).put("data", data);
        }
        return batch.toString();
    }

    private static Map<String, String> form(RecordedRequest request) {
        Map<String, String> form = new TreeMap<>();
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        for (String field : body.split("&", -1)) {
            String[] parts = field.split("=", 2);
            form.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private String answer(String function, long course) {
        counts.merge(function + " " + course, 1, Integer::sum);
        return switch (function) {
            case "core_webservice_get_site_info" -> siteInfo();
            case "core_enrol_get_users_courses" -> courses();
            case "core_course_get_contents" -> contents(course);
            case "core_course_get_updates_since" -> updates(course);
            case "gradereport_user_get_grade_items" -> "{\"usergrades\":[{\"gradeitems\":[" + grade(course) + "]}]}";
            case "mod_assign_get_assignments" -> "{\"courses\":" + courses() + "}";
            case "mod_quiz_get_quizzes_by_courses" -> "{\"quizzes\":[]}";
            case "mod_forum_get_forums_by_courses" -> forums();
            case "mod_forum_get_forum_discussions" -> discussions(course);
            default -> "{\"events\":[]}";
        };
    }

    private static String siteInfo() {
        ObjectNode info = Edits.object().put("userid", 3).put("downloadfiles", 1);
        ArrayNode functions = info.putArray("functions");
        OFFERED.forEach(name -> functions.addObject().put("name", name));
        return info.toString();
    }

    private String courses() {
        ArrayNode list = Edits.object().putArray("courses");
        LongStream.rangeClosed(2, courses + 1L)
                .forEach(id -> list.addObject()
                        .put("id", id)
                        .put("shortname", "M" + id)
                        .put("fullname", "Materia " + id)
                        .putArray("assignments"));
        return list.toString();
    }

    private String grade(long course) {
        return withForums
                ? "{\"id\":" + course + ",\"itemtype\":\"manual\",\"itemname\":\"Concepto\",\"graderaw\":8,"
                        + "\"grademin\":0,\"grademax\":10,\"gradeformatted\":\""
                        + (displayedInPercent ? "80 %" : "8") + "\"}"
                : "";
    }

    private String forums() {
        ArrayNode forums = Edits.object().putArray("forums");
        if (withForums) {
            LongStream.rangeClosed(2, courses + 1L).forEach(course -> {
                forum(forums, course, course, "news").put("numdiscussions", 2);
                forum(forums, course, QUESTIONS + course, "general").put("numdiscussions", 1);
            });
        }
        return forums.toString();
    }

    private static ObjectNode forum(ArrayNode forums, long course, long id, String type) {
        return forums.addObject()
                .put("id", id)
                .put("course", course)
                .put("cmid", 500 + id)
                .put("name", "Foro " + id)
                .put("intro", "")
                .put("type", type);
    }

    private String discussions(long forum) {
        ObjectNode answer = Edits.object();
        ArrayNode list = answer.putArray("discussions");
        discussions
                .getOrDefault(forum, List.of())
                .forEach(id -> list.addObject()
                        .put("id", id)
                        .put("discussion", id)
                        .put("name", "Aviso " + id)
                        .put("message", "Mensaje " + id)
                        .put("created", 1795000000)
                        .put("timemodified", 1795000000)
                        .put("numreplies", 0));
        return answer.toString();
    }

    private String contents(long course) {
        ArrayNode sections = Edits.object().putArray("sections");
        ArrayNode modules = sections.addObject()
                .put("id", course)
                .put("name", "General")
                .put("summary", "")
                .putArray("modules");
        if (withForums) {
            addForum(modules, course);
            addForum(modules, QUESTIONS + course);
        }
        if (!emptied.contains(course)) {
            addFolder(modules, course);
        }
        return sections.toString();
    }

    private static void addForum(ArrayNode modules, long id) {
        modules.addObject()
                .put("id", 500 + id)
                .put("instance", id)
                .put("modname", "forum")
                .put("uservisible", true)
                .put("name", "Foro " + id);
    }

    private void addFolder(ArrayNode modules, long course) {
        ObjectNode folder = modules.addObject()
                .put("id", 100 + course)
                .put("instance", course)
                .put("modname", "folder")
                .put("uservisible", true)
                .put("name", "Material");
        if (restricted.contains(course)) {
            folder.put("uservisible", false).put("availabilityinfo", "Desde el <strong>8 de diciembre</strong>");
            return;
        }
        ArrayNode files = folder.putArray("contents");
        for (int i = 0; i < filesEach + (course == courseWithMore ? 1 : 0); i++) {
            files.addObject()
                    .put("type", "file")
                    .put("filename", "f" + course + "-" + i + ".txt")
                    .put("filepath", "/")
                    .put("filesize", 4)
                    .put("timemodified", 1795000000)
                    .put("fileurl", url() + "/webservice/pluginfile.php/1/f" + course + "-" + i + ".txt");
        }
    }

    private String updates(long course) {
        ObjectNode updates = Edits.object();
        updates.putArray("warnings");
        ArrayNode instances = updates.putArray("instances");
        if (course == courseThatMoved) {
            instances
                    .addObject()
                    .put("id", 100 + course)
                    .putArray("updates")
                    .addObject()
                    .put("name", "contentfiles");
        }
        return updates.toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
