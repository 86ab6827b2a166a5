package dev.unitracker.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.DamagedArtifactException;
import dev.unitracker.spi.Artifact;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class S3ArtifactStoreTest {

    private static final byte[] ANSWER = "answer".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SAME_LENGTH = "answeR".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = Sha256.of(ANSWER);

    private final String prefix = TestBucket.newPrefix();
    private final List<S3ArtifactStore> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(S3ArtifactStore::close);
    }

    @Test
    void an_object_is_named_by_its_hash_under_the_prefix() {
        open(TestBucket.at(prefix)).keep(ANSWER);

        assertThat(TestBucket.keys(prefix)).containsExactly(prefix + "/" + HASH.substring(0, 2) + "/" + HASH);
    }

    @Test
    void slashes_at_the_ends_of_a_prefix_do_not_matter() {
        open(TestBucket.at("/" + prefix + "/")).keep(ANSWER);

        assertThat(open(TestBucket.at(prefix)).find(HASH)).isPresent();
    }

    @Test
    void two_prefixes_are_two_stores_even_if_one_begins_like_the_other() {
        ArtifactStore shorter = open(TestBucket.at(prefix));
        ArtifactStore longer = open(TestBucket.at(prefix + "/ab"));
        longer.keep(ANSWER);

        assertThat(shorter.find(HASH)).isEmpty();
        assertThat(listed(shorter)).isEmpty();
        assertThat(listed(longer)).containsExactly(HASH);
    }

    @Test
    void objects_that_are_no_artifacts_are_not_listed() {
        ArtifactStore store = open(TestBucket.at(prefix));
        store.keep(ANSWER);
        TestBucket.put(prefix + "/README", ANSWER);
        TestBucket.put(prefix + "/" + HASH, ANSWER);
        TestBucket.put(prefix + "/00/" + HASH, ANSWER);
        TestBucket.put(prefix + "/" + HASH.substring(0, 2) + "/" + HASH + ".tmp", ANSWER);

        assertThat(listed(store)).containsExactly(HASH);
    }

    @Test
    void an_object_that_was_overwritten_is_not_taken_for_what_was_kept() {
        ArtifactStore store = open(TestBucket.at(prefix));
        store.keep(ANSWER);
        overwrite(SAME_LENGTH);

        assertThatThrownBy(() -> store.find(HASH))
                .isInstanceOf(DamagedArtifactException.class)
                .hasMessageContaining(HASH)
                .hasMessageContaining("restore it");
    }

    @Test
    void an_object_of_another_size_is_mended_when_the_same_is_kept_again() {
        ArtifactStore store = open(TestBucket.at(prefix));
        store.keep(ANSWER);
        overwrite(new byte[0]);

        store.keep(ANSWER);

        assertThat(store.find(HASH))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(ANSWER));
    }

    @Test
    void what_is_kept_again_within_a_day_is_not_written() {
        ArtifactStore store = open(TestBucket.at(prefix));
        store.keep(ANSWER);
        overwrite(SAME_LENGTH);

        open(TestBucket.at(prefix).clock(after(Duration.ofHours(23)))).keep(ANSWER);

        assertThatThrownBy(() -> store.find(HASH)).isInstanceOf(DamagedArtifactException.class);
    }

    @Test
    void what_is_kept_again_after_more_than_a_day_is_written_anew() {
        ArtifactStore store = open(TestBucket.at(prefix));
        store.keep(ANSWER);
        overwrite(SAME_LENGTH);

        open(TestBucket.at(prefix).clock(after(Duration.ofHours(25)))).keep(ANSWER);

        assertThat(store.find(HASH)).isPresent();
    }

    @Test
    void a_name_that_is_no_hash_is_refused() {
        ArtifactStore store = open(TestBucket.at(prefix));

        assertThatThrownBy(() -> store.find("../../secrets")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_whoever_asks_for_the_list_throws_is_not_changed() {
        ArtifactStore store = open(TestBucket.at(prefix));
        store.keep(ANSWER);
        IllegalStateException own = new IllegalStateException("enough");

        assertThatThrownBy(() -> store.each(artifact -> {
                    throw own;
                }))
                .isSameAs(own);
    }

    /** The server has the machine's clock; what counts is how far the store's is from it. */
    private InstantSource after(Duration time) {
        List<Artifact> kept = new ArrayList<>();
        open(TestBucket.at(prefix)).each(kept::add);
        return InstantSource.fixed(kept.get(0).keptAt().plus(time));
    }

    private void overwrite(byte[] content) {
        TestBucket.put(prefix + "/" + HASH.substring(0, 2) + "/" + HASH, content);
    }

    private static List<String> listed(ArtifactStore store) {
        List<String> listed = new ArrayList<>();
        store.each(artifact -> listed.add(artifact.sha256()));
        return listed;
    }

    private S3ArtifactStore open(S3ArtifactStoreBuilder settings) {
        S3ArtifactStore store = settings.build();
        opened.add(store);
        return store;
    }
}
