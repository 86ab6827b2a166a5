package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Where;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that watches and is told to end by a signal. */
class WatchSignalTest {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_look_that_is_under_way_is_finished_and_the_database_is_closed() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Map<String, String> environment = new HashMap<>();
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo())) {
            moodle.answer(Where.function("core_course_get_contents").with("courseid", 2), text -> {
                asked.countDown();
                RunningCommand.await(goOn);
                return text;
            });
            moodle.start();
            environment.put("MOODLE_BASE_URL", moodle.url());
            environment.put("MOODLE_TOKEN", moodle.token());
            environment.put("DAILY_DIGEST_HOUR", "off");
            Path errors = folder.resolve("errors");
            Process watch = RunningCommand.inProcess(folder, environment, errors, "watch");
            List<String> lines = new ArrayList<>();
            try (RunningCommand out = new RunningCommand(watch.getInputStream(), lines)) {
                RunningCommand.await(asked);
                watch.toHandle().destroy();
                out.readUntil("Ending");
                goOn.countDown();
                out.readUntil("Stopped.");
                assertThat(watch.waitFor(1, TimeUnit.MINUTES)).isTrue();
            } finally {
                goOn.countDown();
                watch.destroyForcibly();
            }

            assertThat(lines).anyMatch(line -> line.contains(" full look: 81 items, 0 changes, "));
            assertThat(watch.exitValue()).isEqualTo(TERMINATED);
            assertThat(Files.readString(errors)).isEmpty();
            assertThat(Played.at(moodle::now, folder, environment, "digest").out())
                    .contains("(5 materias)");
        }
    }
}
