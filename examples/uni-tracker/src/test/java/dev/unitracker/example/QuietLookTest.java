package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietLookTest {

    @TempDir
    Path folder;

    @Test
    void a_look_with_nothing_changed_writes_no_row_but_the_runs_own_and_no_file() throws SQLException, IOException {
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo()).start()) {
            Map<String, String> environment = Map.of("MOODLE_BASE_URL", moodle.url(), "MOODLE_TOKEN", moodle.token());
            Played.at(moodle::now, folder, environment, "sync", "--once");
            List<String> rows = rowsWithoutRuns();
            // What moved is asked from the second look on; the answer "nothing" is kept once, like any other.
            Played.at(moodle::now, folder, environment, "sync", "--once");
            List<String> files = artifacts();

            moodle.resetCounts();
            Played quiet = Played.at(moodle::now, folder, environment, "sync", "--once");
            int quietRequests = moodle.requests();
            moodle.resetCounts();
            Played full = Played.at(moodle::now, folder, environment, "sync", "--once", "--full");
            int fullRequests = moodle.requests();

            assertThat(List.of(quiet.status(), full.status())).containsOnly(0);
            List<String> added = rowsWithoutRuns();
            added.removeAll(rows);
            assertThat(added).isEmpty();
            assertThat(artifacts()).isEqualTo(files);
            assertThat(quietRequests).isLessThanOrEqualTo(4);
            assertThat(fullRequests).isLessThanOrEqualTo(8);
        }
    }

    private List<String> artifacts() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data/raw"))) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private List<String> rowsWithoutRuns() throws SQLException {
        List<String> rows = new ArrayList<>();
        String url = "jdbc:h2:file:" + folder.resolve("data/tracker").toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet script = statement.executeQuery("script simple")) {
            while (script.next()) {
                String line = script.getString(1);
                if (line.startsWith("INSERT INTO") && !isOfTheRun(line.toLowerCase(Locale.ROOT))) {
                    rows.add(line);
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(300);
        rows.sort(null);
        return rows;
    }

    /** Beside the run there is the account's lock, which whoever writes takes. */
    private static boolean isOfTheRun(String line) {
        return line.contains("tracker_run") || line.contains("tracker_account");
    }
}
