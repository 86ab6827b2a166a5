package dev.unitracker.moodle.internal.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Downloaded;
import dev.unitracker.moodle.internal.client.FileTerms;
import dev.unitracker.moodle.internal.client.Json;
import dev.unitracker.moodle.internal.client.LookOfATest;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.moodle.internal.client.SiteAnswers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which clock it is by which the site is asked what moved since. */
class AskingTest {

    private final LookOfATest look = new LookOfATest();
    private final Instant started = look.request().startedAt();

    @ParameterizedTest
    @CsvSource({"PT48H, PT0S", "PT1S, PT0S", "PT0S, PT0S", "PT-1S, PT-1S", "PT-48H, PT-48H"})
    void a_server_that_is_ahead_hides_nothing_that_happens_from_now_on(String ahead, String mark) {
        Asking asking = Asking.begin(look, new Site(started.plus(Duration.parse(ahead))));

        assertThat(asking.serverTime()).isEqualTo(started.plus(Duration.parse(mark)));
    }

    @Test
    void where_the_server_does_not_tell_it_is_ours() {
        Asking asking = Asking.begin(look, new Site(null));

        assertThat(asking.serverTime()).isEqualTo(started);
    }

    /** A site that offers something and has a clock of its own. */
    private record Site(@Nullable Instant clock) implements SiteAnswers {

        @Override
        public Map<Call, Response> ask(List<Call> calls) {
            Map<Call, Response> answers = new LinkedHashMap<>();
            calls.forEach(call -> answers.put(
                    call,
                    new Response(
                            call,
                            Json.parse("{\"userid\":3,\"functions\":[{\"name\":\"core_enrol_get_users_courses\"}]}")
                                    .orElseThrow(),
                            null,
                            null)));
            return answers;
        }

        @Override
        public Downloaded download(String link, Path target, FileTerms terms) {
            throw new IllegalStateException("nothing is downloaded: " + link);
        }

        @Override
        public Optional<Instant> serverTime() {
            return Optional.ofNullable(clock);
        }

        @Override
        public boolean refusedSomething() {
            return false;
        }

        @Override
        public void withoutBatches() {
            // It is asked one by one as well.
        }

        @Override
        public void inLanguage(String language) {
            throw new IllegalStateException("it told no language: " + language);
        }
    }
}
