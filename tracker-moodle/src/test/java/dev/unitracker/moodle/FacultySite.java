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
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
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
            "core_calendar_get_calendar_events");

    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger requests = new AtomicInteger();
    private final int courses;
    private final int filesEach;
    private volatile long courseWithMore;
    private volatile long courseThatMoved;
    private volatile String brokenFile = "none";

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
            return answer(function, Long.parseLong(form.getOrDefault("courseid", "0")));
        }
        ObjectNode batch = Edits.object();
        ArrayNode responses = batch.putArray("responses");
        for (int i = 0; form.containsKey("requests[" + i + "][function]"); i++) {
            JsonNode arguments = Edits.read(form.getOrDefault("requests[" + i + "][arguments]", "{}"));
            String name = form.getOrDefault("requests[" + i + "][function]", "");
            String data = answer(name, arguments.path("courseid").asLong());
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
        return switch (function) {
            case "core_webservice_get_site_info" -> siteInfo();
            case "core_enrol_get_users_courses" -> courses();
            case "core_course_get_contents" -> contents(course);
            case "core_course_get_updates_since" -> updates(course);
            case "gradereport_user_get_grade_items" -> "{\"usergrades\":[{\"gradeitems\":[]}]}";
            case "mod_assign_get_assignments" -> "{\"courses\":" + courses() + "}";
            case "mod_quiz_get_quizzes_by_courses" -> "{\"quizzes\":[]}";
            case "mod_forum_get_forums_by_courses" -> "[]";
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
                .forEach(id -> list.addObject().put("id", id).put("fullname", "Materia " + id));
        return list.toString();
    }

    private String contents(long course) {
        ArrayNode sections = Edits.object().putArray("sections");
        ObjectNode folder = sections.addObject()
                .put("id", course)
                .putArray("modules")
                .addObject()
                .put("id", 100 + course)
                .put("instance", course)
                .put("modname", "folder")
                .put("name", "Material");
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
        return sections.toString();
    }

    private String updates(long course) {
        ObjectNode updates = Edits.object();
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
