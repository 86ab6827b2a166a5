package dev.unitracker.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.internal.look.LiveArchive;
import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.spi.Answer;
import dev.unitracker.spi.Archive;
import dev.unitracker.spi.Archive.Questions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was asked together and failed, and was then asked one by one, is answered in a replay as it was. */
class KeptArchiveTest {

    private final InMemoryArtifactStore artifacts = new InMemoryArtifactStore();
    private final LiveArchive live = new LiveArchive(artifacts);

    @Test
    void what_is_asked_again_after_answers_broke_off_is_answered_as_it_was() {
        Questions<Integer> breaksOff = answers -> {
            answers.accept(1, Answer.words("one"));
            answers.accept(3, Answer.words("three, in a hurry"));
            throw new SourceUnavailableException("broken off");
        };
        assertThatThrownBy(() -> live.askTogether(requests(), breaksOff)).hasMessage("broken off");
        live.ask("two", () -> Answer.words("two"));
        live.ask("three", () -> Answer.words("three"));

        Archive replay = replay();

        assertThatThrownBy(() -> replay.askTogether(requests(), nobody())).hasMessage("broken off");
        assertThat(replay.ask("two", () -> Answer.words("not asked")).words()).isEqualTo("two");
        assertThat(replay.ask("three", () -> Answer.words("not asked")).words()).isEqualTo("three");
    }

    @Test
    void what_is_asked_again_after_an_answer_was_left_out_is_answered_as_it_was() {
        Questions<Integer> leavesOut = answers -> {
            answers.accept(1, Answer.words("one"));
            answers.accept(3, Answer.words("three"));
        };
        assertThatThrownBy(() -> live.askTogether(requests(), leavesOut))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("no answer to two");
        live.ask("two", () -> Answer.words("two"));

        Archive replay = replay();

        assertThatThrownBy(() -> replay.askTogether(requests(), nobody())).hasMessageContaining("no answer to two");
        assertThat(replay.ask("two", () -> Answer.words("not asked")).words()).isEqualTo("two");
    }

    private Archive replay() {
        return new KeptArchive("run", live.all(), artifacts);
    }

    private static Map<Integer, String> requests() {
        Map<Integer, String> requests = new LinkedHashMap<>();
        requests.put(1, "one");
        requests.put(2, "two");
        requests.put(3, "three");
        return requests;
    }

    private static Questions<Integer> nobody() {
        return answers -> {
            throw new AssertionError("a replay asks nobody");
        };
    }
}
