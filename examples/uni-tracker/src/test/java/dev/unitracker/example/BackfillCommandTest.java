package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language model writes briefs of what one look stored. */
class BackfillCommandTest {

    private static final String KEY = "nvapi-secret-0123456789";

    private static final String GOOD = """
            {"choices":[{"message":{"role":"assistant","content":"{\\"summary_short\\":\\"Resolver doce ejercicios de límites y subirlos en PDF.\\",\\"summary_bullets\\":[\\"Ejercicios 1 a 12 de la guía\\",\\"Entrega en PDF\\"],\\"key_dates\\":[],\\"key_requirements\\":[\\"PDF\\"],\\"risk_flags\\":[],\\"confidence\\":0.8}"}}]}""";

    @TempDir
    Path folder;

    private final MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo());
    private final MockWebServer model = new MockWebServer();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void look() throws IOException {
        moodle.start();
        model.start();
        environment.put("MOODLE_BASE_URL", moodle.url());
        environment.put("MOODLE_TOKEN", moodle.token());
        environment.put("NVIDIA_API_KEY", KEY);
        environment.put("NVIDIA_API_URL", model.url("/v1/chat/completions").toString());
        run("sync", "--once");
        moodle.resetCounts();
    }

    @AfterEach
    void close() {
        moodle.close();
        model.close();
    }

    @Test
    void the_model_writes_the_brief_of_one_item_and_the_site_is_not_asked() {
        answers(new MockResponse.Builder().body(GOOD).build());

        Played backfill = run("backfill", "--item", "module:5");

        assertThat(backfill.status()).isZero();
        assertThat(backfill.out())
                .contains("1 item: written 1")
                .contains("Resolver doce ejercicios de límites y subirlos en PDF.")
                .contains("- Ejercicios 1 a 12 de la guía");
        assertThat(model.getRequestCount()).isEqualTo(1);
        assertThat(moodle.requests()).isZero();
    }

    @Test
    void where_the_model_fails_the_brief_of_rules_is_shown_with_status_3_and_no_key() {
        answers(new MockResponse.Builder()
                .code(401)
                .body("{\"detail\":\"bad key " + KEY + "\"}")
                .build());

        Played backfill = run("backfill", "--item", "module:5");

        assertThat(backfill.status()).isEqualTo(3);
        assertThat(backfill.out()).contains("Tarea de Cálculo I: entregar antes del vie 27 nov 23:59");
        assertThat(backfill.out() + backfill.err()).doesNotContain(KEY);
    }

    @Test
    void a_model_that_writes_nothing_of_use_leaves_status_3() {
        answers(new MockResponse.Builder()
                .body("{\"choices\":[{\"message\":{\"content\":\"I would rather not.\"}}]}")
                .build());

        Played rejected = run("backfill", "--item", "module:5");
        Played cooling = run("backfill", "--item", "module:5");

        assertThat(rejected.out()).contains("1 item: rejected 1");
        assertThat(rejected.err()).contains("the commonest reason is: an answer without the JSON that was asked for");
        assertThat(rejected.status()).isEqualTo(3);
        assertThat(cooling.out()).contains("1 item: cooling 1");
        assertThat(cooling.status()).isEqualTo(3);
    }

    @Test
    void how_much_a_model_may_think_is_set_and_a_cut_off_answer_says_so() throws InterruptedException {
        environment.put("LLM_MAX_TOKENS", "123");
        answers(new MockResponse.Builder()
                .body("{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"\"}}]}")
                .build());

        Played cutOff = run("backfill", "--item", "module:5");

        assertThat(cutOff.err()).contains("the answer was cut off at 123 tokens; allow more");
        assertThat(String.valueOf(model.takeRequest().getBody())).contains("\"max_tokens\":123");
    }

    @Test
    void wrong_settings_are_named_and_nothing_is_asked() {
        assertThat(run("backfill", "--item", "module:4711").err()).contains("there is no item module:4711");
        assertThat(run("backfill", "--item", "module:5", "--weak-only").err()).contains("choose one of");
        environment.remove("NVIDIA_API_KEY");
        Played refused = run("backfill");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("NVIDIA_API_KEY is missing");
        assertThat(model.getRequestCount()).isZero();
    }

    private void answers(MockResponse response) {
        model.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return response;
            }
        });
    }

    private Played run(String... args) {
        return Played.at(moodle::now, folder, environment, args);
    }
}
