package dev.unitracker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.http.NoAnswerException.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDoorTest {

    private final TestServer server = new TestServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void an_answer_is_returned_whatever_its_status_is() throws Exception {
        server.says(404, "not here");

        HttpAnswer answer = server.door().build().ask(server.get("/a"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("not here");
        assertThat(answer).hasToString("HTTP 404, 8 bytes");
    }

    @Test
    void a_server_in_trouble_is_asked_again_after_waits_that_grow() throws Exception {
        server.says(503, "").says(429, "").says(200, "at last");

        HttpAnswer answer = server.door().build().ask(server.get("/a"));

        assertThat(answer.text()).isEqualTo("at last");
        assertThat(server.waits).hasSize(2);
        assertThat(server.waits.get(0)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
        assertThat(server.waits.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
    }

    @Test
    void the_last_answer_of_a_server_that_stays_in_trouble_is_returned() throws Exception {
        server.says(500, "1").says(500, "2").says(500, "3");

        HttpAnswer answer = server.door().build().ask(server.get("/a"));

        assertThat(answer.text()).isEqualTo("3");
        assertThat(server.server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void a_connection_that_breaks_off_is_made_again() throws Exception {
        server.says(new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build())
                .says(200, "whole");

        HttpAnswer answer = server.door()
                .client(new OkHttpClient.Builder()
                        .retryOnConnectionFailure(false)
                        .build())
                .build()
                .ask(server.get("/a"));

        assertThat(answer.text()).isEqualTo("whole");
        assertThat(server.waits).hasSize(1);
    }

    @Test
    void the_adapter_says_which_statuses_are_worth_another_try() throws Exception {
        server.says(409, "").says(500, "");

        HttpDoor door = server.door().retryOn(status -> status == 409).build();

        assertThat(door.ask(server.get("/a")).status()).isEqualTo(500);
        assertThat(server.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void it_waits_as_long_as_the_server_asks_but_never_longer_than_it_may() throws Exception {
        server.says(busy("7")).says(busy("600")).says(200, "");

        server.door().build().ask(server.get("/a"));

        assertThat(server.waits).containsExactly(Duration.ofSeconds(7), Duration.ofMinutes(1));
    }

    @Test
    void what_runs_before_each_try_is_counted() throws Exception {
        server.says(503, "").says(200, "");
        List<String> tries = new ArrayList<>();

        server.door().build().eachTry(() -> tries.add("try")).ask(server.get("/a"));

        assertThat(tries).hasSize(2);
    }

    @Test
    void the_budget_of_a_minute_is_that_of_all_doors_made_of_one() throws Exception {
        server.says(200, "").says(200, "").says(200, "");
        HttpDoor door = server.door().perMinute(2).build();

        door.ask(server.get("/a"));
        door.eachTry(() -> {}).ask(server.get("/b"));
        door.within(Duration.ofSeconds(9)).ask(server.get("/c"));

        assertThat(server.waits).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void a_server_in_trouble_gets_half_as_many_at_once() throws Exception {
        server.says(503, "").says(200, "").says(404, "");
        HttpDoor door = server.door().atOnce(4).build();

        door.ask(server.get("/a"));
        int afterTrouble = door.allowed();
        door.ask(server.get("/a"));
        int afterRefusal = door.allowed();
        door.holdOn(1);

        assertThat(List.of(afterTrouble, afterRefusal, door.allowed())).containsExactly(2, 2, 1);
    }

    @Test
    void what_fails_before_a_try_leaves_the_door_open_for_others() throws Exception {
        server.says(200, "through");
        HttpDoor door = server.door().atOnce(1).build();
        HttpDoor failing = door.eachTry(() -> {
            throw new IllegalStateException("on purpose");
        });

        assertThatThrownBy(() -> failing.ask(server.get("/a"))).isInstanceOf(IllegalStateException.class);

        assertThat(door.ask(server.get("/a")).text()).isEqualTo("through");
    }

    @Test
    void a_question_that_is_sent_once_is_not_sent_again_by_anybody() throws Exception {
        server.says(200, "")
                .says(new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        HttpDoor door = server.door().once().build();
        Request post = server.get("/a").newBuilder().post(json("{}")).build();
        door.ask(post);

        assertThatThrownBy(() -> door.ask(post)).isInstanceOf(NoAnswerException.class);

        assertThat(server.server.getRequestCount()).isEqualTo(2);
        assertThat(server.waits).isEmpty();
    }

    @Test
    void another_server_is_never_asked() {
        try (TestServer other = new TestServer()) {
            HttpDoor door = server.door().build();

            assertThatThrownBy(() -> door.ask(other.get("/a"))).isInstanceOf(IllegalArgumentException.class);

            assertThat(other.server.getRequestCount()).isZero();
        }
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() throws Exception {
        try (TestServer other = new TestServer()) {
            server.says(redirect("/b")).says(redirect(other.server.url("/b").toString()));
            HttpDoor door = server.door().build();

            assertThat(door.ask(server.get("/a")).redirect()).isTrue();
            assertThat(door.ask(server.get("/a")).redirect()).isTrue();
            assertThat(server.server.getRequestCount()).isEqualTo(2);
            assertThat(other.server.getRequestCount()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_answer_that_is_too_large_is_given_up_at_once(boolean lengthIsTold) {
        MockResponse.Builder answer = new MockResponse.Builder();
        server.says((lengthIsTold ? answer.body("12345") : answer.chunkedBody("12345", 2)).build());
        HttpDoor door = server.door().largestAnswer(4).build();

        assertThatThrownBy(() -> door.ask(server.get("/a")))
                .isInstanceOfSatisfying(
                        NoAnswerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE))
                .hasMessageContaining("its answer is too large");
        assertThat(server.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void an_answer_of_just_the_size_that_is_allowed_is_read() throws Exception {
        server.says(200, "1234");

        assertThat(server.door().largestAnswer(4).build().ask(server.get("/a")).text())
                .isEqualTo("1234");
    }

    @Test
    void a_packed_answer_is_unpacked_and_counted_as_it_unfolds() throws Exception {
        server.says(packed("x".repeat(5000))).says(packed("x".repeat(5000)));

        assertThat(server.door().build().ask(server.get("/a")).text()).hasSize(5000);
        assertThatThrownBy(() -> server.door().largestAnswer(4999).build().ask(server.get("/a")))
                .hasMessageContaining("too large");
    }

    @Test
    void a_file_is_saved_and_its_beginning_is_told(@TempDir Path folder) throws Exception {
        server.says(200, "x".repeat(3000));
        Path file = folder.resolve("file");

        HttpAnswer answer = server.door().build().save(server.get("/a"), file, 3000);

        assertThat(Files.readString(file)).isEqualTo("x".repeat(3000));
        assertThat(answer.text()).isEqualTo("x".repeat(1024));
    }

    @Test
    void a_file_that_is_too_large_is_given_up(@TempDir Path folder) {
        server.says(200, "x".repeat(3000));
        HttpDoor door = server.door().build();

        assertThatThrownBy(() -> door.save(server.get("/a"), folder.resolve("file"), 2999))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void a_file_that_cannot_be_written_is_no_fault_of_the_server(@TempDir Path folder) {
        server.says(200, "x");
        HttpDoor door = server.door().build();

        assertThatThrownBy(() -> door.save(server.get("/a"), folder, 10)).isInstanceOf(UncheckedIOException.class);
        assertThat(server.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void no_secret_is_in_what_is_thrown() {
        OkHttpClient talkative = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    throw new IOException("could not reach " + chain.request().url(), new IOException("s3cr3t!"));
                })
                .build();
        HttpDoor door = server.door()
                .client(talkative)
                .once()
                .secrets(Secrets.none().add("s3cr3t!"))
                .build();

        assertThatThrownBy(() -> door.ask(server.get("/s3cr3t!")))
                .isInstanceOf(NoAnswerException.class)
                .satisfies(e ->
                        assertThat(everything(e)).contains("could not reach").doesNotContain("s3cr3t!"));
    }

    @Test
    void what_is_asked_has_an_end_however_often_it_is_tried() {
        for (int i = 0; i < 100; i++) {
            server.says(503, "");
        }
        HttpDoor door = server.door()
                .retry(new RetryWaits(100, Duration.ofMinutes(1), Duration.ofMinutes(1)))
                .build();
        HttpDoor limited = door.allWithin(Duration.ofMinutes(10));

        assertThatThrownBy(() -> limited.ask(server.get("/a")))
                .isInstanceOfSatisfying(
                        NoAnswerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OUT_OF_TIME));
        int asked = server.server.getRequestCount();
        server.now = server.now.plus(Duration.ofMinutes(10));
        assertThatThrownBy(() -> limited.ask(server.get("/b")))
                .hasMessageContaining("the time for all that was to be asked is over");

        assertThat(asked).isLessThanOrEqualTo(20);
        assertThat(server.server.getRequestCount()).isEqualTo(asked);
        assertThat(server.waits.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofMinutes(10));
    }

    @Test
    void an_answer_that_never_ends_ends_when_the_time_for_all_does_or_when_its_own_does() {
        server.says(new MockResponse.Builder()
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .body("half of it")
                .build());
        server.says(new MockResponse.Builder()
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .body("half of it")
                .build());
        HttpDoor patient = server.door().once().build();

        assertThatThrownBy(() -> patient.allWithin(Duration.ofMillis(100)).ask(server.get("/a")))
                .isInstanceOfSatisfying(
                        NoAnswerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT));
        assertThatThrownBy(() -> patient.eachWithin(Duration.ofMillis(100)).ask(server.get("/a")))
                .isInstanceOfSatisfying(
                        NoAnswerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT));
    }

    @Test
    void a_door_that_is_broken_off_answers_nobody_any_more() throws Exception {
        server.says(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        HttpDoor door = server.door().build();
        HttpDoor waiting = door.within(Duration.ofMinutes(2));
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<?> asked = threads.submit(() -> waiting.ask(server.get("/a")));
        server.server.takeRequest();

        waiting.breakOff();

        assertThatThrownBy(() -> asked.get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(NoAnswerException.class)
                .hasMessageContaining("it was interrupted");
        assertThat(server.waits).isEmpty();
        threads.shutdownNow();
        server.says(200, "another");
        assertThatThrownBy(() -> waiting.ask(server.get("/b"))).hasMessageContaining("interrupted");
        assertThat(door.ask(server.get("/b")).text()).isEqualTo("another");
    }

    @Test
    void a_thread_that_is_interrupted_while_it_waits_asks_no_more_and_stays_interrupted() {
        server.says(503, "");
        HttpDoor door = server.door()
                .pause(time -> {
                    throw new InterruptedException("on purpose");
                })
                .build();

        assertThatThrownBy(() -> door.ask(server.get("/a")))
                .isInstanceOfSatisfying(
                        NoAnswerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void who_holds_on_waits_as_after_a_failed_try() throws Exception {
        server.door().build().holdOn(2);

        assertThat(server.waits)
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3)));
    }

    @Test
    void what_cannot_be_is_refused_at_once() {
        HttpDoorBuilder door = server.door();

        assertThatThrownBy(() -> door.perMinute(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> door.atOnce(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> door.readWithin(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryWaits(0, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MockResponse busy(String retryAfter) {
        return new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", retryAfter)
                .build();
    }

    private static MockResponse redirect(String to) {
        return new MockResponse.Builder().code(302).addHeader("Location", to).build();
    }

    private static MockResponse packed(String text) throws IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeUtf8(text);
        }
        return new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(packed)
                .build();
    }

    private static RequestBody json(String text) {
        return RequestBody.create(text, MediaType.get("application/json"));
    }

    private static String everything(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
