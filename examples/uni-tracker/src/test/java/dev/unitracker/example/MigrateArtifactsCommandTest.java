package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.folder.FolderArtifactStore;
import dev.unitracker.s3.server.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateArtifactsCommandTest {

    private static final S3Server SERVER = S3Server.shared();

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final String settings = "S3_BUCKET=" + SERVER.newBucket() + "\n"
            + "S3_ENDPOINT_URL=" + SERVER.endpoint() + "\n"
            + "S3_ACCESS_KEY_ID=" + SERVER.accessKey() + "\n"
            + "S3_SECRET_ACCESS_KEY=" + SERVER.secret() + "\n"
            + "S3_KEY_PREFIX=answers\n";

    @Test
    void answers_go_to_the_bucket_and_back_and_the_settings_follow() throws IOException {
        write(".env", settings + "# mine\n");
        keep("one", "two", "three");
        Map<String, String> before = files("data/raw");

        Played toBucket = migrate("--to", "s3");
        deleteAll("data/raw");
        Played back = migrate("--to", "local");

        assertThat(toBucket.err()).contains("copying: 3 of 3");
        assertThat(toBucket.out())
                .contains("3 to copy, 11 bytes")
                .contains("Copied and verified 3, 11 bytes; 0 were there already")
                .contains("Switched: .env now says ARTIFACT_STORAGE_BACKEND=s3")
                .contains("A watch that runs already goes on keeping answers there: start it anew.");
        assertThat(toBucket.status()).isZero();
        assertThat(back.out()).contains("Copied and verified 3").contains("ARTIFACT_STORAGE_BACKEND=local");
        assertThat(back.status()).isZero();
        assertThat(files("data/raw")).isEqualTo(before);
        assertThat(folder.resolve(".env")).hasContent(settings + "# mine\nARTIFACT_STORAGE_BACKEND=local\n");
    }

    @Test
    void a_dry_run_says_what_it_would_do_and_does_nothing() throws IOException {
        write(".env", settings);
        keep("one", "two");

        Played planned = migrate("--to", "s3", "--dry-run");
        Played again = migrate("--to", "s3", "--dry-run");

        assertThat(planned.status()).isZero();
        assertThat(planned.out()).contains("2 to copy, 6 bytes").contains("dry run");
        assertThat(again.out()).isEqualTo(planned.out());
        assertThat(folder.resolve(".env")).hasContent(settings);
    }

    @Test
    void a_dry_run_does_not_even_make_the_folder() throws IOException {
        write(".env", settings);
        keep("one");
        migrate("--to", "s3");
        Files.move(folder.resolve("data/raw"), folder.resolve("data/unplugged"));

        Played planned = migrate("--to", "local", "--dry-run");

        assertThat(planned.out()).contains("1 to copy");
        assertThat(folder.resolve("data/raw")).doesNotExist();
    }

    @Test
    void it_does_not_switch_away_from_a_folder_that_is_not_there() throws IOException {
        String elsewhere = settings + "RAW_STORAGE_PATH=not-mounted\n";
        write(".env", elsewhere);
        keep("one");

        Played planned = migrate("--to", "s3", "--dry-run");
        Played refused = migrate("--to", "s3");

        assertThat(planned.status()).isEqualTo(3);
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.err())
                .contains("Nothing is kept in the folder", "not-mounted", "nothing was switched")
                .contains("set ARTIFACT_STORAGE_BACKEND=s3 yourself");
        assertThat(folder.resolve(".env")).hasContent(elsewhere);
        assertThat(folder.resolve("not-mounted")).doesNotExist();
    }

    @Test
    void it_does_not_switch_away_from_a_bucket_that_holds_nothing() throws IOException {
        write(".env", settings + "ARTIFACT_STORAGE_BACKEND=s3\n");

        Played refused = migrate("--to", "local");

        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.err()).contains("Nothing is kept in the bucket");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_second_run_goes_on_where_the_first_ended() throws IOException {
        write(".env", settings);
        keep("one", "two");
        migrate("--to", "s3");
        write(".env", settings);
        keep("three");

        Played again = migrate("--to", "s3");

        assertThat(again.out()).contains("Copied and verified 1, 5 bytes; 2 were there already, and whole.");
    }

    @Test
    void once_switched_there_is_nothing_to_do() throws IOException {
        write(".env", settings);
        keep("one");
        migrate("--to", "s3");

        Played again = migrate("--to", "s3");

        assertThat(again.status()).isZero();
        assertThat(again.out()).contains("already; there is nothing to do");
    }

    @Test
    void a_damaged_answer_is_named_the_rest_is_copied_and_nothing_is_switched() throws IOException {
        write(".env", settings);
        String hash = keep("one", "two").get(0);
        write("data/raw/" + hash.substring(0, 2) + "/" + hash, "oNe");

        Played damaged = migrate("--to", "s3");

        assertThat(damaged.status()).isEqualTo(3);
        assertThat(damaged.out())
                .contains("Copied and verified 1")
                .contains(hash)
                .contains("Nothing was switched");
        assertThat(folder.resolve(".env")).hasContent(settings);
    }

    @Test
    void a_bucket_that_is_not_there_is_told_and_nothing_is_switched() throws IOException {
        String elsewhere = settings + "S3_BUCKET=no-such-bucket\n";
        write(".env", elsewhere);
        keep("one");

        Played refused = migrate("--to", "s3");
        Played planned = migrate("--to", "s3", "--dry-run");

        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.err()).contains("no such bucket").contains("Nothing was switched");
        assertThat(planned.err()).contains("no such bucket").contains("Nothing was copied: this was a dry run.");
        assertThat(folder.resolve(".env")).hasContent(elsewhere);
    }

    @Test
    void what_the_environment_says_is_left_to_whoever_said_it() throws IOException {
        write(".env", settings);
        environment.put("ARTIFACT_STORAGE_BACKEND", "local");
        keep("one");

        Played copied = migrate("--to", "s3");

        assertThat(copied.status()).isZero();
        assertThat(copied.out()).contains("set ARTIFACT_STORAGE_BACKEND=s3 in the environment");
        assertThat(folder.resolve(".env")).hasContent(settings);
    }

    @Test
    void without_a_file_of_settings_it_says_what_to_set() {
        settings.lines().map(line -> line.split("=", 2)).forEach(pair -> environment.put(pair[0], pair[1]));
        keep("one");

        Played copied = migrate("--to", "s3");

        assertThat(copied.status()).isZero();
        assertThat(copied.out()).contains("set ARTIFACT_STORAGE_BACKEND=s3 in the environment or in a file .env");
        assertThat(folder.resolve(".env")).doesNotExist();
    }

    @Test
    void wrong_settings_are_named() throws IOException {
        assertThat(refusedFor("S3_BUCKET=\n")).contains("S3_BUCKET is missing");
        assertThat(refusedFor("S3_BUCKET=a\n")).contains("S3_BUCKET");
        assertThat(refusedFor("S3_ENDPOINT_URL=minio\n")).contains("S3_ENDPOINT_URL");
        assertThat(refusedFor("S3_REGION=Ireland (EU)\n")).contains("S3_REGION");
        assertThat(refusedFor("S3_SECRET_ACCESS_KEY=\n")).contains("S3_SECRET_ACCESS_KEY is missing");
        assertThat(refusedFor("S3_ACCESS_KEY_ID=\n")).contains("S3_ACCESS_KEY_ID is missing");
        assertThat(refusedFor("ARTIFACT_STORAGE_BACKEND=tape\n")).contains("ARTIFACT_STORAGE_BACKEND", "'tape'");
    }

    @Test
    void the_file_of_settings_in_the_working_folder_is_read() throws IOException, InterruptedException {
        write(".env", "RAW_STORAGE_PATH=elsewhere\n");

        String out = OtherJvm.run(folder, List.of(), "migrate-artifacts", "--to", "local");

        assertThat(out).contains("kept in the folder elsewhere already");
    }

    @Test
    void a_wrong_target_is_told_and_help_helps() {
        Played nowhere = migrate();
        Played wrong = migrate("--to", "tape");
        Played help = migrate("--help");

        assertThat(nowhere.status()).isEqualTo(2);
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("--to must be local or s3");
        assertThat(help.out())
                .contains(
                        "--dry-run", "S3_SECRET_ACCESS_KEY", "Exit status", "ARTIFACT_STORAGE_BACKEND", "interrupted");
    }

    private String refusedFor(String line) throws IOException {
        write(".env", settings + line);
        Played refused = migrate("--to", "s3");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).startsWith("Wrong settings: ").doesNotContain(SERVER.secret());
        assertThat(refused.err().lines()).hasSize(1);
        return refused.err();
    }

    private Played migrate(String... options) {
        List<String> args = Stream.concat(Stream.of("migrate-artifacts"), Stream.of(options))
                .toList();
        return Played.of(folder, environment, args.toArray(String[]::new));
    }

    private List<String> keep(String... answers) {
        FolderArtifactStore store =
                FolderArtifactStore.in(folder.resolve("data/raw")).build();
        return Stream.of(answers)
                .map(answer -> store.keep(answer.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private void deleteAll(String name) throws IOException {
        for (String file : files(name).keySet()) {
            Files.delete(folder.resolve(file));
        }
    }

    private Map<String, String> files(String name) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> contents.put(folder.relativize(file).toString(), read(file)));
        }
        return contents;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
