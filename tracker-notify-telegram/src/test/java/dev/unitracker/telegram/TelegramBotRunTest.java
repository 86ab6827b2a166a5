package dev.unitracker.telegram;

import static dev.unitracker.telegram.BotApiSimulator.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramBotRunTest {

    private final Conversation conversation = new Conversation();
    private final BotApiSimulator telegram = conversation.telegram;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Duration> waits = new ArrayList<>();

    @AfterEach
    void close() throws InterruptedException {
        threads.shutdownNow();
        conversation.close();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }

    @Test
    void a_bot_that_waits_for_something_can_be_stopped_at_once() throws Exception {
        telegram.updates().keepWaiting();
        TelegramBot bot = conversation.bot();
        Future<?> running = threads.submit(bot::run);
        telegram.updates().awaitReceiver(1);

        bot.stop();

        assertThat(running.get(20, TimeUnit.SECONDS)).isNull();
        assertThat(bot.trouble()).isEmpty();
    }

    @Test
    void a_bot_that_runs_answers_as_things_happen() throws Exception {
        telegram.updates().keepWaiting();
        TelegramBot bot = conversation.bot();
        Future<?> running = threads.submit(bot::run);
        telegram.updates().awaitReceiver(1);

        telegram.write(ANA, "/start");
        telegram.updates().awaitReceiver(2);
        telegram.write(ANA, "/help");
        telegram.updates().awaitReceiver(3);
        bot.stop();

        running.get(20, TimeUnit.SECONDS);
        assertThat(conversation.ana().messages).hasSize(2);
    }

    @Test
    void who_comes_second_throws_the_first_out_who_says_so() throws Exception {
        telegram.updates().keepWaiting();
        TelegramBot first = conversation.bot();
        TelegramBot second = conversation.bot();
        Future<Integer> firstRound = threads.submit(first::poll);
        telegram.updates().awaitReceiver(1);

        Future<Integer> secondRound = threads.submit(second::poll);

        assertThatThrownBy(() -> firstRound.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("another program receives what is written to this bot");
        assertThat(first.trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).contains("another program"));
        telegram.write(ANA, "/start");
        assertThat(secondRound.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void after_failures_it_waits_longer_each_time_and_as_long_as_it_is_asked_to() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            for (int i = 0; i < 12; i++) {
                server.enqueue(answer(502, "<html>Bad Gateway</html>"));
            }
            server.enqueue(answer(200, "{\"ok\":true,\"result\":[]}"));
            server.enqueue(
                    answer(
                            429,
                            "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 77\",\"parameters\":{\"retry_after\":77}}"));
            server.enqueue(answer(500, "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}"));

            running(server, 14);
        }

        assertThat(waits.subList(0, 12))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L, 300L);
        assertThat(waits.subList(12, 14)).extracting(Duration::toSeconds).containsExactly(77L, 2L);
    }

    @Test
    void the_request_that_waits_says_for_how_long_and_what_it_wants() {
        conversation.builder().pollFor(Duration.ofSeconds(7)).build().poll();

        assertThat(telegram.calls("getUpdates").get(0).parameters().toString())
                .isEqualTo("{\"timeout\":7,\"allowed_updates\":[\"message\",\"callback_query\"]}");
    }

    @Test
    void an_error_ends_no_bot() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(answer(
                    200,
                    "{\"ok\":true,\"result\":[{\"update_id\":1,\"message\":{\"message_id\":1,\"text\":\"/start\","
                            + "\"from\":{\"id\":77},\"chat\":{\"id\":77,\"type\":\"private\"}}}]}"));
            server.enqueue(answer(502, ""));
            TelegramBot[] bot = new TelegramBot[1];
            bot[0] = bot(server)
                    .strangers(chat -> {
                        throw new StackOverflowError("on purpose");
                    })
                    .waiter(time -> {
                        waits.add(time);
                        if (waits.size() == 2) {
                            bot[0].stop();
                        }
                    })
                    .build();

            bot[0].run();

            assertThat(waits).hasSize(2);
        }
    }

    @Test
    void a_wrong_token_is_said_to_be_one() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(answer(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}"));

            assertThatThrownBy(() -> bot(server).build().poll())
                    .isInstanceOf(LoginRefusedException.class)
                    .hasMessageContaining("@BotFather");
        }
    }

    @Test
    void an_interrupted_thread_stops_and_stays_interrupted() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(answer(502, ""));
            TelegramBot bot = bot(server)
                    .waiter(time -> {
                        throw new InterruptedException("on purpose");
                    })
                    .build();

            bot.run();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    /** Runs a bot until it has waited so often. */
    private void running(MockWebServer server, int times) {
        TelegramBot[] bot = new TelegramBot[1];
        bot[0] = bot(server)
                .waiter(time -> {
                    waits.add(time);
                    if (waits.size() == times) {
                        bot[0].stop();
                    }
                })
                .build();
        bot[0].run();
    }

    private TelegramBot.Builder bot(MockWebServer server) {
        TelegramNotifier notifier = TelegramNotifier.to(ANA, BotApiSimulator.TOKEN)
                .baseUrl(server.url("/").toString())
                .build();
        return TelegramBot.answering(conversation.tracker.account(), notifier);
    }

    private static MockResponse answer(int code, String body) {
        return new MockResponse.Builder().code(code).body(body).build();
    }
}
