package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.spi.Store;
import dev.unitracker.store.jdbc.JdbcStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that work with raw answers, on the five steps of the demo. */
class ReplayCommandTest {

    private static final String ACCOUNT = "julia";

    @TempDir
    Path folder;

    private final MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo());
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void play() {
        moodle.start();
        environment.put("MOODLE_BASE_URL", moodle.url());
        environment.put("MOODLE_TOKEN", moodle.token());
        environment.put("ACCOUNT", ACCOUNT);
        for (int step = 0; step < 5; step++) {
            moodle.moveTo(step);
            run("sync", "--once", "--full");
            run("sync", "--once");
        }
        moodle.resetCounts();
    }

    @AfterEach
    void close() {
        moodle.close();
    }

    @Test
    void the_five_steps_give_what_is_stored_and_the_site_is_not_asked() {
        Played replay = run("replay");

        assertThat(replay.err()).contains("replaying look 000000010");
        assertThat(replay.out())
                .contains("Replayed 10 looks", "They are equal to what is stored.")
                .doesNotContain("difference");
        assertThat(replay.status()).isZero();
        assertThat(moodle.requests()).isZero();
    }

    @Test
    void half_a_surrogate_pair_in_the_name_of_a_file_makes_no_difference() {
        environment.put("ACCOUNT", "half");
        moodle.answer(
                Where.function("core_course_get_contents"), answer -> answer.replace("guia1.txt", "gu\\ud83dia1.txt"));
        run("sync", "--once", "--full");
        run("sync", "--once");

        assertThat(run("replay").out()).contains("They are equal to what is stored.");
    }

    @Test
    void what_comes_of_it_can_be_left_in_an_empty_database() {
        String url = "jdbc:h2:file:" + folder.resolve("rebuilt").toAbsolutePath();

        Played replay = run("replay", "--into", url);
        Played again = run("replay", "--into", url);

        assertThat(replay.status()).isZero();
        assertThat(count(JdbcStore.at(url).build())).isEqualTo(count(stored()));
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("give an empty one");
    }

    @Test
    void where_nothing_was_looked_at_there_is_nothing_to_replay() {
        environment.put("ACCOUNT", "nobody");

        Played replay = run("replay");

        assertThat(replay.status()).isZero();
        assertThat(replay.lines()).containsExactly("Nothing was looked at yet, so there is nothing to replay.");
        assertThat(run("replay", "--into", "jdbc:foo").err()).endsWith("jdbc:postgresql: or postgresql://\n");
    }

    @Test
    void another_result_is_named_and_has_status_5() {
        try (Store store = stored()) {
            store.inTransaction(ACCOUNT, session -> {
                var forged = session.ledger().after(1, 1);
                return session.ledger().append("forged", forged);
            });
        }

        Played replay = run("replay");

        assertThat(replay.status()).isEqualTo(5);
        assertThat(replay.out()).contains("The first difference: ledger entry ", "only in the store");
    }

    @Test
    void a_damaged_answer_is_named_with_status_1() throws IOException {
        for (Path file : files()) {
            Files.writeString(file, "damaged");
        }

        Played replay = run("replay");

        assertThat(replay.status()).isEqualTo(1);
        assertThat(replay.err()).contains("is not what was kept; restore it from a copy");
    }

    @Test
    void young_answers_are_not_pruned_and_the_replay_still_works() throws IOException {
        int before = files().size();

        Played prune = run("prune", "--older-than", "30");

        assertThat(prune.status()).isZero();
        assertThat(prune.out())
                .isEqualToIgnoringNewLines(
                        "Removed 0 raw answers (0.0 MB) and the lists of 0 looks; " + before + " answers are left.");
        assertThat(run("replay").status()).isZero();
    }

    @Test
    void too_short_an_age_is_refused() {
        Played prune = run("prune", "--older-than", "1");

        assertThat(prune.status()).isEqualTo(2);
        assertThat(prune.err()).contains("--older-than must be 2 days or more, not 1");
    }

    private Store stored() {
        return JdbcStore.inFile(folder.resolve("data/tracker")).build();
    }

    private static long count(Store store) {
        try (store) {
            return store.inTransaction(ACCOUNT, session -> session.ledger().last());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data/raw"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Played run(String... args) {
        return Played.at(moodle::now, folder, environment, args);
    }
}
