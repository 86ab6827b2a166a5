package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of the older API: every path after the third recorded step, every field with its type. */
class HttpApiTest {

    private static final int STEP = 3;

    private static final Fields ITEM = Fields.of("""
            id int, course_id int?, item_type text, title text, body_text text?, published_at instant?, starts_at instant?,
            due_at instant?, primary_url text?, review_status text, review_reason text?, completion_state text,
            source_completion_state text, completion_override_state text?, updated_at instant, meaningful_key text?,
            meaningful_change bool?, change_kind text?, status text, due_source object?, grade object?, availability object,
            changes_seq int""");

    private static final Fields COURSE = Fields.of(
            "id int, external_id text, display_name text, shortname text?, course_url text?, updated_at instant");

    private static final Fields BRIEF = Fields.of("""
            brief_id int?, origin text, model text?, generated_at instant?, summary_short text, summary_bullets texts,
            key_dates list, key_requirements texts, risk_flags texts, course_context object, confidence share, source_refs list,
            item object""");

    private static final Fields CHANGE = Fields.of("""
            number int, item_id int, source_key text, kind text, meaningful bool, fields list, seen_at instant, title text,
            course_id int?, url text?, evidence list""");

    private static final Fields NOTIFICATION = Fields.of(
            "id int, severity text, kind text, scheduled_for instant, sent_at instant?, delivery_error text?");

    private static final Fields ARTIFACT = Fields.of("""
            source_object_id text, parent_source_object_id text?, filename text, filepath text, item_id int, item_type text,
            mime_type text?, source_url text?, file_artifact_id text?, extracted_text_artifact_id text?, storage_path text?,
            size_bytes int?, downloaded bool, extracted_text text?, extraction_status text""");

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.upTo(STEP, folder);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/accounts/ana"})
    void items_have_all_their_fields(String account) {
        ITEM.checkEach(served.get(account + "/items?limit=1000").json());
        ITEM.check(served.get(account + "/items/" + anAssignment()).json());
    }

    @Test
    void items_come_newest_first_and_those_of_a_course_or_a_type_by_themselves() {
        JsonNode all = served.get("/items?limit=1000").json();
        long course = served.get("/courses").json().get(0).get("id").asLong();

        assertThat(numbers(all))
                .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .hasSizeGreaterThan(80);
        assertThat(served.get("/items?limit=1000&course_id=" + course).json())
                .isNotEmpty()
                .allMatch(item -> item.get("course_id").asLong() == course);
        assertThat(served.get("/items?item_type=assignment").json())
                .isNotEmpty()
                .allMatch(item -> item.get("item_type").asText().equals("assignment"));
        assertThat(served.get("/items?course_id=999999").json()).isEmpty();
        assertThat(numbers(served.get("/items?offset=5&limit=3").json()))
                .isEqualTo(numbers(all).subList(5, 8));
        assertThat(served.get("/items?offset=5000").json()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/accounts/ana"})
    void courses_have_all_their_fields_and_come_by_display_name(String account) {
        JsonNode courses = served.get(account + "/courses").json();

        COURSE.checkEach(courses);
        assertThat(courses)
                .hasSize(5)
                .allMatch(course -> course.get("shortname").isTextual());
        assertThat(texts(courses, "display_name")).isSorted();
    }

    @Test
    void a_course_is_shown_with_all_that_is_in_it() {
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode course : served.get("/courses").json()) {
            JsonNode snapshot =
                    served.get("/courses/" + course.get("id") + "/snapshot").json();

            COURSE.check(snapshot.get("course"));
            snapshot.get("items").forEach(items::add);
            assertThat(snapshot.get("items"))
                    .allMatch(item -> item.get("course_id").equals(course.get("id")));
            assertThat(snapshot.get("items")).noneMatch(item -> item.get("id").equals(course.get("id")));
        }
        items.forEach(ITEM::check);
        assertThat(items).hasSizeGreaterThan(50);
    }

    @Test
    void briefs_have_all_their_fields() {
        JsonNode items = served.get("/items?limit=1000").json();
        List<JsonNode> briefs = new ArrayList<>();
        for (JsonNode item : items) {
            briefs.add(served.get("/items/" + item.get("id") + "/brief").json());
        }

        briefs.forEach(BRIEF::check);
        briefs.forEach(brief -> ITEM.check(brief.get("item")));
        briefs.forEach(brief ->
                Fields.of("course_id int?, course_name text?, item_type text").check(brief.get("course_context")));
        assertThat(briefs).anyMatch(brief -> brief.get("key_dates").size() > 1);
        briefs.forEach(brief -> brief.get("key_dates")
                .forEach(date -> Fields.of(
                                "type text, iso_datetime instant?, value text, label text, matched_text text?")
                        .check(date)));
        briefs.forEach(brief ->
                Fields.of("type text, item_id int, title text, url text?").checkEach(brief.get("source_refs")));
    }

    @Test
    void a_course_has_a_brief_with_those_of_its_items() {
        for (JsonNode course : served.get("/courses").json()) {
            JsonNode brief =
                    served.get("/courses/" + course.get("id") + "/brief").json();

            Fields.of("course object, summary_short text, origin text, items list")
                    .check(brief);
            COURSE.check(brief.get("course"));
            assertThat(brief.get("origin").asText()).isEqualTo("fallback");
            brief.get("items").forEach(BRIEF::check);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/accounts/ana"})
    void the_provenance_of_items_has_all_its_fields(String account) {
        List<JsonNode> all = new ArrayList<>();
        served.get("/items?limit=1000")
                .json()
                .forEach(item -> all.add(served.get(account + "/items/" + item.get("id") + "/provenance")
                        .json()));

        all.forEach(one -> ITEM.check(one.get("item")));
        all.forEach(one -> one.get("facts")
                .forEach(
                        Fields.of(
                                        "fact_type text, value_json object, confidence share, extractor_type text, source_span text?")
                                ::check));
        all.forEach(one -> one.get("notifications").forEach(NOTIFICATION::check));
        all.forEach(one -> CHANGE.checkEach(one.get("changes")));
        all.forEach(one -> one.get("artifacts").forEach(Fields.of("request text, artifact text?")::check));
        assertThat(all).anyMatch(one -> !one.get("facts").isEmpty());
        assertThat(all).anyMatch(one -> !one.get("notifications").isEmpty());
        assertThat(all).anyMatch(one -> !one.get("artifacts").isEmpty());
        assertThat(all).allMatch(one -> one.has("llm_jobs"));
    }

    @Test
    void the_content_of_items_has_all_its_fields() {
        List<JsonNode> files = new ArrayList<>();
        served.get("/items?limit=1000").json().forEach(item -> {
            JsonNode content =
                    served.get("/items/" + item.get("id") + "/content").json();
            ITEM.check(content.get("item"));
            content.get("artifacts").forEach(files::add);
        });

        files.forEach(ARTIFACT::check);
        assertThat(files)
                .anyMatch(file -> file.get("downloaded").asBoolean()
                        && file.get("file_artifact_id").isTextual()
                        && file.get("extracted_text").isTextual()
                        && file.get("extraction_status").asText().equals("extracted")
                        && file.get("mime_type").asText().equals("application/pdf")
                        && file.get("size_bytes").asLong() > 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/accounts/ana"})
    void what_changed_since_a_moment_is_compared_with_what_was_before(String account) {
        Instant before = served.clock().instant().minus(Duration.ofMinutes(1));
        JsonNode changed =
                served.get(account + "/changes/since?since=" + before).json();

        ITEM.checkEach(changed);
        assertThat(changed)
                .allMatch(item -> item.get("meaningful_key").isTextual()
                        && item.get("meaningful_change").isBoolean()
                        && item.get("change_kind").isTextual());
        assertThat(texts(changed, "updated_at")).isSorted();
        assertThat(served.get(account + "/changes/since?since="
                                + served.clock().instant().plusSeconds(1))
                        .json())
                .isEmpty();
    }

    @Test
    void a_poller_that_goes_on_from_the_newest_updated_at_gets_on() {
        Instant since = Instant.parse("2000-01-01T00:00:00Z");
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            JsonNode rows = served.get("/changes/since?limit=10&since=" + since).json();
            Instant newest =
                    Instant.parse(rows.get(rows.size() - 1).get("updated_at").asText());
            numbers(rows).stream().filter(number -> !seen.contains(number)).forEach(seen::add);
            if (newest.equals(since)) {
                break;
            }
            since = newest;
        }

        assertThat(seen)
                .hasSameElementsAs(numbers(served.get("/items?limit=1000").json()));
    }

    @Test
    void what_changed_lately_has_all_fields() {
        ITEM.checkEach(served.get("/changes/recent").json());
        ITEM.checkEach(
                served.get("/accounts/ana/changes/recent?window_hours=8784").json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/accounts/ana"})
    void the_ledger_is_read_from_a_number_on(String account) {
        JsonNode first = served.get(account + "/changes?limit=20").json();
        JsonNode second = served.get(account + "/changes?after=20&limit=1000").json();
        long last = second.get("next_after").asLong();

        Fields.of("changes list, next_after int, has_more bool").check(first);
        CHANGE.checkEach(first.get("changes"));
        first.get("changes")
                .forEach(change -> change.get("fields")
                        .forEach(field -> Fields.of("field text, before text?, after text?")
                                .check(field)));
        assertThat(first.get("has_more").asBoolean()).isTrue();
        assertThat(first.get("next_after").asLong()).isEqualTo(20);
        assertThat(second.get("has_more").asBoolean()).isFalse();
        assertThat(last).isEqualTo(served.account().version().ledger());
        assertThat(served.get(account + "/changes?after=" + last)
                        .json()
                        .get("next_after")
                        .asLong())
                .isEqualTo(last);
    }

    @Test
    void deadlines_and_risks_are_items_soonest_first() {
        JsonNode deadlines = served.get("/deadlines/upcoming?days=366").json();
        JsonNode risks = served.get("/risks?days=366").json();

        ITEM.checkEach(deadlines);
        ITEM.and("risk object").checkEach(risks);
        assertThat(texts(deadlines, "due_at")).isSorted();
        assertThat(deadlines)
                .allMatch(item -> !item.get("completion_state").asText().equals("completed"));
        assertThat(served.get("/accounts/ana/deadlines/upcoming").json().size()).isLessThanOrEqualTo(deadlines.size());
        ITEM.checkEach(served.get("/accounts/ana/risks?days=100").json());
    }

    @Test
    void beside_each_moment_stands_the_same_one_in_the_students_zone() {
        JsonNode item = served.get("/deadlines/upcoming?days=366").json().get(0);

        assertThat(item.at("/due_at_local/zone").asText()).isEqualTo("America/Argentina/Buenos_Aires");
        assertThat(OffsetDateTime.parse(item.at("/due_at_local/time").asText()).toInstant())
                .isEqualTo(Instant.parse(item.get("due_at").asText()));
        assertThat(item.at("/due_at_local/time").asText()).endsWith("-03:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/accounts/ana"})
    void health_tells_how_it_is(String account) {
        JsonNode health = served.get(account + "/health").json();
        JsonNode details = served.get(account + "/health/details").json();

        Fields.of("status text, environment text").check(health);
        assertThat(health.get("status").asText()).isEqualTo("ok");
        assertThat(health.get("environment").asText()).isEqualTo("test");
        Fields.of("source_auth_health object, recent_runs list, stale_collectors texts, artifact_storage object")
                .check(details.get("details"));
        Fields.of("collector_name text, status text, started_at instant, finished_at instant, error text?")
                .checkEach(details.at("/details/recent_runs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/accounts/ana"})
    void collectors_are_named_in_order_before_they_are_run(String account) {
        JsonNode names = served.get(account + "/sync/collectors").json();

        assertThat(names).hasSize(9).allMatch(JsonNode::isTextual);
        assertThat(StreamSupport.stream(names.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList())
                .isSorted()
                .contains("moodle_forums");
        assertThat(served.get(account + "/freshness").json().get("parts")).hasSize(9);
    }

    @Test
    void a_digest_is_made_and_not_sent() {
        JsonNode digest = served.get("/notifications/digest?window_hours=100").json();

        Fields.of("digest text").check(digest);
        assertThat(digest.get("digest").asText()).contains("materias");
    }

    @Test
    void the_student_says_that_something_is_done_and_takes_it_back() {
        long item = anAssignment();
        String before = served.get("/items/" + item).text("/completion_state");

        JsonNode done = served.ask("POST", "/items/" + item + "/done").json();
        JsonNode open =
                served.ask("DELETE", "/accounts/ana/items/" + item + "/done").json();

        ITEM.check(done);
        assertThat(done.get("completion_state").asText()).isEqualTo("completed");
        assertThat(done.get("completion_override_state").asText()).isEqualTo("completed");
        assertThat(open.get("completion_override_state").isNull()).isTrue();
        assertThat(open.get("completion_state").asText()).isEqualTo(before);
    }

    @Test
    void the_student_knows_of_alerts_for_one_recipient_or_all() {
        long item = alerted();

        assertThat(served.ask("POST", "/items/" + item + "/acknowledge?recipient=telegram%2F42")
                        .body())
                .isEqualTo("{\"ok\":true,\"acknowledged\":true}");
        assertThat(acknowledged(item)).containsOnly("42");
        assertThat(served.ask("POST", "/items/" + item + "/acknowledge?recipient=nobody")
                        .body())
                .isEqualTo("{\"ok\":true,\"acknowledged\":false}");
        assertThat(served.ask("POST", "/accounts/ana/items/" + item + "/acknowledge")
                        .json()
                        .get("ok")
                        .asBoolean())
                .isTrue();
        assertThat(acknowledged(item)).contains("42", "43");
        assertThat(served.ask("POST", "/changes/1/acknowledge").json().get("ok").asBoolean())
                .isTrue();
        assertThat(served.ask("POST", "/items/" + item + "/snooze?hours=2")
                        .json()
                        .get("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void what_is_due_is_sent_when_somebody_says_so() {
        Fields.of("sent int, skipped int, failed int")
                .check(served.ask("POST", "/notifications/dispatch").json());
    }

    @Test
    void one_part_is_looked_at_when_somebody_says_so() {
        JsonNode run = served.ask("POST", "/sync/run/moodle_forums").json();

        Fields.of("collector text, status text, stats object").check(run);
        assertThat(run.get("status").asText()).isEqualTo("complete");
        assertThat(served.ask("POST", "/sync/run/moodle_dances").status()).isEqualTo(404);
        assertThat(served.ask("POST", "/accounts/bea/sync/run/moodle_forums").status())
                .isEqualTo(404);
    }

    @Test
    void a_second_look_at_the_same_time_is_refused() {
        List<RawHttp.Answered> second = new ArrayList<>();
        served.moodle().answer(Where.function("core_webservice_get_site_info"), text -> {
            if (second.isEmpty()) {
                second.add(served.asked("POST", "/sync/run/moodle_forums"));
            }
            return text;
        });
        served.moodle().answer(Where.function("mod_forum_get_forums_by_courses"), text -> {
            if (second.isEmpty()) {
                second.add(served.asked("POST", "/sync/run/moodle_forums"));
            }
            return text;
        });

        assertThat(served.ask("POST", "/sync/run/moodle_forums").status()).isEqualTo(200);

        assertThat(second).hasSize(1);
        assertThat(second.get(0).status()).isEqualTo(409);
        assertThat(second.get(0).text("/detail")).contains("going on");
    }

    @Test
    void what_there_is_not_is_404_and_says_so() {
        for (String path : List.of(
                "/items/999999",
                "/items/999999/brief",
                "/courses/999999/snapshot",
                "/accounts/bea/items",
                "/accounts/bea/health",
                "/nowhere")) {
            RawHttp.Answered answered = served.asked("GET", path);

            assertThat(answered.status()).as(path).isEqualTo(404);
            assertThat(answered.text("/detail")).as(path).isNotBlank();
        }
    }

    @Test
    void whatever_answers_get_answers_head_with_the_same_headers_and_no_body() {
        RawHttp.Answered head = served.asked("HEAD", "/items?limit=2");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("X-Has-More")).contains("true");
        assertThat(head.header("ETag")).isEqualTo(served.get("/items?limit=2").header("ETag"));
        assertThat(served.asked("HEAD", "/items/999999").status()).isEqualTo(404);
    }

    @Test
    void long_answers_are_zipped_for_who_can_read_that() {
        RawHttp.Answered zipped = served.get("/items", "Accept-Encoding: gzip");

        assertThat(zipped.header("Content-Encoding")).contains("gzip");
        assertThat(zipped.header("Vary")).contains("Accept-Encoding");
        assertThat(zipped.json()).isEqualTo(served.get("/items").json());
    }

    @Test
    void every_answer_is_json_that_no_browser_takes_for_anything_else() {
        RawHttp.Answered answered = served.get("/items", "Accept: text/html");

        assertThat(answered.header("Content-Type")
                        .orElseThrow()
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", ""))
                .isEqualTo("application/json;charset=utf-8");
        assertThat(answered.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answered.header("Server")).isEmpty();
    }

    @Test
    void a_part_that_could_not_be_looked_at_is_named_by_every_list() {
        served.moodle().failOnce(Where.function("mod_forum_get_forums_by_courses"), Failure.error("nopermission"));
        served.ask("POST", "/sync/run/moodle_forums");
        RawHttp.Answered missed = served.get("/courses");
        served.ask("POST", "/sync/run/moodle_forums");
        RawHttp.Answered seen = served.get("/courses");

        assertThat(missed.header("X-Not-Looked-At")).contains("moodle_forums");
        assertThat(missed.header("X-Looked-At").map(Instant::parse)).isPresent();
        assertThat(missed.json()).isEqualTo(seen.json());
        assertThat(seen.header("X-Not-Looked-At")).contains("");
    }

    private static long anAssignment() {
        return served.get("/items?item_type=assignment&limit=1")
                .json()
                .get(0)
                .get("id")
                .asLong();
    }

    /** Returns an item about which somebody was sent an alert that asks to be acknowledged. */
    private static long alerted() {
        for (long number : numbers(served.get("/items?limit=1000").json())) {
            JsonNode told =
                    served.get("/items/" + number + "/provenance").json().get("notifications");
            for (JsonNode one : told) {
                if (one.get("kind").asText().equals("urgent")) {
                    return number;
                }
            }
        }
        throw new AssertionError("nobody was alerted of anything");
    }

    private static List<String> acknowledged(long item) {
        return StreamSupport.stream(
                        served.get("/items/" + item + "/provenance")
                                .json()
                                .get("notifications")
                                .spliterator(),
                        false)
                .filter(one -> one.get("acknowledged").asBoolean())
                .map(one -> one.get("recipient").asText())
                .toList();
    }

    private static List<Long> numbers(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get("id").asLong())
                .toList();
    }

    private static List<String> texts(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(field).asText())
                .toList();
    }
}
