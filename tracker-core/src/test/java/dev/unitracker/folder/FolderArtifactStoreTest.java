package dev.unitracker.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.StoreException;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderArtifactStoreTest {

    private static final byte[] ANSWER = "answer".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temporary;

    private FolderArtifactStore store() {
        return FolderArtifactStore.in(temporary.resolve("deep/artifacts")).build();
    }

    @Test
    void a_file_is_named_by_its_hash_and_nothing_else_is_left() {
        String hash = store().keep(ANSWER);

        assertThat(files()).containsExactly(temporary.resolve("deep/artifacts/" + hash.substring(0, 2) + "/" + hash));
    }

    @Test
    void identical_bytes_are_one_file() {
        store().keep(ANSWER);
        store().keep(ANSWER.clone());

        assertThat(files()).hasSize(1);
    }

    @Test
    void a_corrupted_file_is_not_taken_for_what_was_kept() throws IOException {
        String hash = store().keep(ANSWER);
        Files.writeString(files().get(0), "answeR");

        assertThatThrownBy(() -> store().find(hash))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(hash);
    }

    @Test
    void a_file_that_was_cut_short_is_mended_when_the_same_is_kept_again() throws IOException {
        String hash = store().keep(ANSWER);
        Files.write(files().get(0), new byte[0]);

        store().keep(ANSWER);

        assertThat(store().find(hash))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(ANSWER));
    }

    @Test
    void what_is_kept_again_a_day_later_is_as_new() {
        Instant first = Instant.parse("2026-11-22T12:00:00Z");
        Instant later = first.plus(Duration.ofDays(2));
        String hash = at(first).keep(ANSWER);

        at(later).keep(ANSWER);

        assertThat(store().remove(hash, later)).isFalse();
        assertThat(store().remove(hash, later.plusSeconds(1))).isTrue();
    }

    @Test
    void what_is_kept_again_within_a_day_is_not_written() {
        Instant first = Instant.parse("2026-11-22T12:00:00Z");
        String hash = at(first).keep(ANSWER);

        at(first.plus(Duration.ofHours(23))).keep(ANSWER);

        assertThat(store().remove(hash, first.plusSeconds(1))).isTrue();
    }

    @Test
    void files_that_are_no_artifacts_are_not_listed() throws IOException {
        String hash = store().keep(ANSWER);
        Files.writeString(temporary.resolve("deep/artifacts/README"), "ours");
        Files.writeString(temporary.resolve("deep/artifacts/" + hash.substring(0, 2) + "/draft1.tmp"), "half");

        assertThat(listed(store())).containsExactly(hash);
    }

    /** A file system that is mounted there has such a folder, which only its administrator may read. */
    @Test
    void folders_of_others_are_not_entered() throws IOException {
        String hash = store().keep(ANSWER);
        Path others = Files.createDirectories(temporary.resolve("deep/artifacts/lost+found"));
        Files.writeString(others.resolve("0".repeat(64)), "theirs");
        Files.writeString(temporary.resolve("deep/artifacts/ff"), "named like one of ours");

        assertThat(listed(store())).containsExactly(hash);
    }

    @Test
    void what_a_crash_left_half_written_is_removed_a_day_later() throws IOException {
        String hash = store().keep(ANSWER);
        Instant crash = Instant.parse("2026-11-22T12:00:00Z");
        Path draft = temporary.resolve("deep/artifacts/" + hash.substring(0, 2) + "/draft1.tmp");
        Files.writeString(draft, "half");
        Files.setLastModifiedTime(draft, FileTime.from(crash));

        at(crash.plus(Duration.ofHours(23))).each(artifact -> {});
        assertThat(draft).exists();
        at(crash.plus(Duration.ofHours(25))).each(artifact -> {});
        assertThat(draft).doesNotExist();
    }

    @Test
    void a_removal_that_a_crash_cut_off_is_taken_back() throws IOException {
        String hash = store().keep(ANSWER);
        Path file = files().get(0);
        Files.move(file, file.resolveSibling(hash + ".aside"));

        store().each(artifact -> {});

        assertThat(files()).containsExactly(file);
        assertThat(store().find(hash)).isPresent();
    }

    @Test
    void a_removal_that_a_crash_cut_off_does_not_undo_what_was_kept_since() throws IOException {
        String hash = store().keep(ANSWER);
        Path file = files().get(0);
        Files.copy(file, file.resolveSibling(hash + ".aside"));

        store().each(artifact -> {});

        assertThat(files()).containsExactly(file);
    }

    /** Whoever keeps it found the file there, and then it was put aside. */
    @Test
    void what_is_removed_while_it_is_kept_is_there_in_the_end() throws Exception {
        Instant first = Instant.parse("2026-11-22T12:00:00Z");
        Instant later = first.plus(Duration.ofDays(3));
        String hash = at(first).keep(ANSWER);
        FolderArtifactStore keeping = FolderArtifactStore.in(temporary.resolve("deep/artifacts"))
                .clock(() -> {
                    at(later).remove(hash, later);
                    return later;
                })
                .build();

        keeping.keep(ANSWER);

        assertThat(store().find(hash)).isPresent();
        assertThat(store().remove(hash, later)).isFalse();
    }

    @Test
    void of_a_removal_and_a_keeping_at_once_the_keeping_wins() throws Exception {
        Instant first = Instant.parse("2026-11-22T12:00:00Z");
        Instant later = first.plus(Duration.ofDays(3));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 300; round++) {
            byte[] content = ("answer " + round).getBytes(StandardCharsets.UTF_8);
            String hash = at(first).keep(content);
            CyclicBarrier start = new CyclicBarrier(2);

            Future<String> kept = threads.submit(() -> {
                start.await();
                return at(later).keep(content);
            });
            start.await();
            store().remove(hash, later);
            kept.get();

            assertThat(store().find(hash)).isPresent();
        }
        threads.shutdown();
    }

    @Test
    void another_store_on_the_same_folder_finds_it() {
        String hash = store().keep(ANSWER);

        assertThat(FolderArtifactStore.in(temporary.resolve("deep/artifacts"))
                        .build()
                        .find(hash))
                .isPresent();
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused_at_once() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "no folder");

        assertThatThrownBy(
                        () -> FolderArtifactStore.in(file.resolve("artifacts")).build())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("artifacts");
    }

    @Test
    void what_cannot_be_written_leaves_nothing_half_written() throws IOException {
        ArtifactStore store = store();
        String hash = Sha256.of(ANSWER);
        Files.writeString(temporary.resolve("deep/artifacts/" + hash.substring(0, 2)), "in the way");

        assertThatThrownBy(() -> store.keep(ANSWER)).isInstanceOf(StoreException.class);
        assertThat(files()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc/passwd", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"})
    void a_name_that_is_no_hash_is_refused(String name) {
        assertThatThrownBy(() -> store().find(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> listed(ArtifactStore store) {
        List<String> listed = new ArrayList<>();
        store.each(artifact -> listed.add(artifact.sha256()));
        return listed;
    }

    private FolderArtifactStore at(Instant now) {
        return FolderArtifactStore.in(temporary.resolve("deep/artifacts"))
                .clock(() -> now)
                .build();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
