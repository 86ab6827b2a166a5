package dev.unitracker.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.StoreException;
import dev.unitracker.folder.FolderArtifactStore;
import dev.unitracker.memory.InMemoryArtifactStore;
import dev.unitracker.spi.Artifact;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactMigrationTest {

    private static final Instant FAR_AHEAD = Instant.parse("2971-01-01T00:00:00Z");

    @TempDir
    Path temporary;

    private final ArtifactStore source = new InMemoryArtifactStore();
    private final CountingStore target = new CountingStore();

    @Test
    void everything_is_copied_and_counted() {
        String one = source.keep(bytes("one"));
        String three = source.keep(bytes("three"));

        ArtifactMigrationReport report = run();

        assertThat(report).isEqualTo(new ArtifactMigrationReport(2, 8, 0, List.of()));
        assertThat(report.complete()).isTrue();
        assertThat(target.find(one)).hasValue(bytes("one"));
        assertThat(target.find(three)).hasValue(bytes("three"));
    }

    @Test
    void an_empty_store_is_copied_at_once() {
        assertThat(run()).isEqualTo(new ArtifactMigrationReport(0, 0, 0, List.of()));
    }

    @Test
    void a_plan_counts_and_writes_nothing() {
        source.keep(bytes("one"));
        source.keep(bytes("three"));
        target.keep(bytes("one"));
        target.keep(bytes("of the target alone"));
        target.kept = 0;

        ArtifactMigrationPlan plan =
                ArtifactMigration.between(source, target).build().plan();

        assertThat(plan).isEqualTo(new ArtifactMigrationPlan(2, 8, 1, 1, 5));
        assertThat(target.kept).isZero();
    }

    @Test
    void what_is_there_and_whole_is_not_copied_again() {
        source.keep(bytes("one"));
        source.keep(bytes("three"));
        run();
        target.kept = 0;

        ArtifactMigrationReport again = run();

        assertThat(again).isEqualTo(new ArtifactMigrationReport(0, 0, 2, List.of()));
        assertThat(target.kept).isZero();
    }

    @Test
    void after_an_interruption_it_goes_on_where_it_was() {
        for (int number = 0; number < 10; number++) {
            source.keep(bytes("answer " + number));
        }
        target.keepsBeforeFailing = 4;
        assertThatThrownBy(this::run).isInstanceOf(StoreException.class).hasMessageContaining("unplugged");
        target.keepsBeforeFailing = Integer.MAX_VALUE;

        ArtifactMigrationReport again = run();

        assertThat(again.alreadyThere()).isEqualTo(4);
        assertThat(again.copied()).isEqualTo(6);
        assertThat(hashes(target)).containsExactlyInAnyOrderElementsOf(hashes(source));
    }

    @Test
    void progress_is_told_after_each_artifact() {
        source.keep(bytes("one"));
        source.keep(bytes("three"));
        List<Long> told = new ArrayList<>();

        ArtifactMigration.between(source, target)
                .progress(report -> told.add(report.artifacts()))
                .build()
                .run();

        assertThat(told).containsExactly(1L, 2L);
    }

    @Test
    void what_is_damaged_at_the_source_is_reported_and_does_not_stop_the_rest() throws IOException {
        ArtifactStore folder = FolderArtifactStore.in(temporary).build();
        List<String> hashes =
                List.of(folder.keep(bytes("one")), folder.keep(bytes("two")), folder.keep(bytes("three")));
        damage(hashes.get(1), "tvo");

        ArtifactMigrationReport report =
                ArtifactMigration.between(folder, target).build().run();

        assertThat(report.copied()).isEqualTo(2);
        assertThat(report.complete()).isFalse();
        assertThat(report.damaged()).singleElement().satisfies(damage -> {
            assertThat(damage.sha256()).isEqualTo(hashes.get(1));
            assertThat(damage.reason()).contains("is not what was kept");
        });
        assertThat(hashes(target)).containsExactlyInAnyOrder(hashes.get(0), hashes.get(2));
    }

    @Test
    void what_is_damaged_at_the_target_is_mended_even_if_it_has_the_right_size() throws IOException {
        FolderArtifactStore folder = FolderArtifactStore.in(temporary).build();
        String one = source.keep(bytes("one"));
        source.keep(bytes("three"));
        ArtifactMigration.between(source, folder).build().run();
        damage(one, "oNe");

        ArtifactMigrationReport again =
                ArtifactMigration.between(source, folder).build().run();

        assertThat(again).isEqualTo(new ArtifactMigrationReport(1, 3, 1, List.of()));
        assertThat(folder.find(one)).hasValue(bytes("one"));
    }

    @Test
    void a_copy_that_does_not_read_back_the_same_is_not_taken_for_one() {
        String one = source.keep(bytes("one"));
        target.breaking = true;

        ArtifactMigrationReport report = run();

        assertThat(report.copied()).isZero();
        assertThat(report.damaged())
                .containsExactly(
                        new ArtifactMigrationReport.Damage(one, "its copy was not the same when it was read back"));
    }

    @Test
    void what_vanishes_while_it_is_copied_is_reported() {
        String one = source.keep(bytes("one"));
        String two = source.keep(bytes("two"));
        List<String> inOrder = List.of(one, two).stream().sorted().toList();

        ArtifactMigrationReport report = ArtifactMigration.between(source, target)
                .progress(soFar -> source.remove(inOrder.get(1), FAR_AHEAD))
                .build()
                .run();

        assertThat(report.copied()).isEqualTo(1);
        assertThat(report.damaged())
                .extracting(ArtifactMigrationReport.Damage::sha256)
                .containsExactly(inOrder.get(1));
    }

    @Test
    void the_source_is_as_it_was() {
        String one = source.keep(bytes("one"));

        run();

        assertThat(source.find(one)).hasValue(bytes("one"));
        assertThat(hashes(source)).containsExactly(one);
    }

    private ArtifactMigrationReport run() {
        return ArtifactMigration.between(source, target).build().run();
    }

    private void damage(String hash, String content) throws IOException {
        Files.writeString(temporary.resolve(hash.substring(0, 2)).resolve(hash), content);
    }

    private static List<String> hashes(ArtifactStore store) {
        List<String> hashes = new ArrayList<>();
        store.each(artifact -> hashes.add(artifact.sha256()));
        return hashes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A store that counts what it is given, and fails or breaks it when it is told to. */
    private static final class CountingStore implements ArtifactStore {

        private final ArtifactStore inner = new InMemoryArtifactStore();
        int kept;
        int keepsBeforeFailing = Integer.MAX_VALUE;
        boolean breaking;

        @Override
        public String keep(byte[] content) {
            if (kept == keepsBeforeFailing) {
                throw new StoreException("the target was unplugged");
            }
            kept++;
            return breaking ? Sha256.of(content) : inner.keep(content);
        }

        @Override
        public Optional<byte[]> find(String sha256) {
            return inner.find(sha256);
        }

        @Override
        public void each(Consumer<Artifact> artifacts) {
            inner.each(artifacts);
        }

        @Override
        public boolean remove(String sha256, Instant unlessKeptSince) {
            return inner.remove(sha256, unlessKeptSince);
        }
    }
}
