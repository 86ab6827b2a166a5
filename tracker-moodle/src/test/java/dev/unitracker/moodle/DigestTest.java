package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Tracker;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.words.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The digest after each of the five steps, as a student reads it; the texts were read before they were pinned. */
class DigestTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void each_step_has_its_digest(Language language) throws IOException {
        StringBuilder digests = new StringBuilder();
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo()).start()) {
            Tracker tracker = Tracker.of(new InMemoryStore(), ZoneId.of("America/Argentina/Buenos_Aires"), language)
                    .collector(Student.collector(moodle, site -> site.token(moodle.token())))
                    .clock(moodle::now)
                    .build();
            for (int step = 0; step < 5; step++) {
                moodle.moveTo(step);
                tracker.syncFully();
                tracker.syncFully();
                String text =
                        tracker.account().digest(Duration.ofDays(1)).text().replace(moodle.url(), "SITE");
                digests.append("--- step ")
                        .append(step)
                        .append('\n')
                        .append(text)
                        .append('\n');
            }
        }

        assertThat(digests.toString()).isEqualTo(pinned("digests-" + language.code() + ".txt"));
    }

    private static String pinned(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(DigestTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
