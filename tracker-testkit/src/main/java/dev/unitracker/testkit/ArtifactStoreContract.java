package dev.unitracker.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.unitracker.spi.Artifact;
import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ArtifactStore} promises, as tests. Whoever writes one extends this class and says how to open an empty
 * one. No clock is asked: ages are compared with the years 1971 and 2971.
 */
public abstract class ArtifactStoreContract {

    private static final Instant LONG_AGO = Instant.parse("1971-01-01T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("2971-01-01T00:00:00Z");

    private static final byte[] ANSWER = "{\"answer\":1}".getBytes(StandardCharsets.UTF_8);

    /** Returns the store under test, empty, and the same one each time it is asked within a test. */
    protected abstract ArtifactStore store();

    /**
     * Returns how many artifacts are more than the store lists at once. Default: 1,100, which is more than an S3 server lists.
     * Whoever overrides this opens the store with pages of fewer.
     */
    protected int moreThanAPage() {
        return 1_100;
    }

    @Test
    void what_is_kept_is_found_by_its_hash() {
        String hash = store().keep(ANSWER);

        assertThat(hash).isEqualTo(Sha256.of(ANSWER));
        assertThat(store().find(hash))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(ANSWER));
    }

    @Test
    void the_hash_is_the_worlds_sha_256() {
        String hash = store().keep(new byte[0]);

        assertThat(hash).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(store().find(hash))
                .hasValueSatisfying(found -> assertThat(found).isEmpty());
    }

    @Test
    void identical_bytes_have_one_name() {
        String first = store().keep(ANSWER);
        String second = store().keep(ANSWER.clone());

        assertThat(second).isEqualTo(first);
    }

    @Test
    void what_was_never_kept_is_not_found() {
        Optional<byte[]> found = store().find(Sha256.of(ANSWER));

        assertThat(found).isEmpty();
    }

    @Test
    void nobody_can_change_what_is_kept() {
        byte[] given = ANSWER.clone();
        String hash = store().keep(given);

        given[0] = 'x';
        store().find(hash).orElseThrow()[1] = 'x';

        assertThat(store().find(hash).orElseThrow()).isEqualTo(ANSWER);
    }

    @Test
    void many_can_keep_the_same_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<String>> keeping = IntStream.range(0, 64)
                .<Callable<String>>mapToObj(
                        number -> () -> store().keep(("answer " + number % 4).getBytes(StandardCharsets.UTF_8)))
                .toList();

        List<Future<String>> hashes = threads.invokeAll(keeping);

        threads.shutdown();
        for (Future<String> hash : hashes) {
            assertThat(store().find(hash.get())).isPresent();
        }
    }

    @Test
    void all_that_is_kept_is_listed_once_with_its_size() {
        String empty = store().keep(new byte[0]);
        String answer = store().keep(ANSWER);
        store().keep(ANSWER);

        assertThat(listed())
                .extracting(Artifact::sha256, Artifact::bytes)
                .containsExactlyInAnyOrder(tuple(empty, 0L), tuple(answer, (long) ANSWER.length));
        assertThat(listed()).allMatch(artifact -> artifact.keptAt().isAfter(LONG_AGO));
    }

    @Test
    void more_than_a_page_is_listed_whole() {
        List<String> hashes = IntStream.range(0, moreThanAPage())
                .mapToObj(number -> store().keep(("answer " + number).getBytes(StandardCharsets.UTF_8)))
                .toList();

        assertThat(listed()).extracting(Artifact::sha256).containsExactlyInAnyOrderElementsOf(hashes);
    }

    @Test
    void what_was_last_kept_before_a_moment_is_removed() {
        String hash = store().keep(ANSWER);

        boolean removed = store().remove(hash, FAR_AHEAD);

        assertThat(removed).isTrue();
        assertThat(store().find(hash)).isEmpty();
        assertThat(listed()).isEmpty();
    }

    @Test
    void what_was_kept_since_is_not_removed() {
        String hash = store().keep(ANSWER);

        boolean removed = store().remove(hash, LONG_AGO);

        assertThat(removed).isFalse();
        assertThat(store().find(hash)).isPresent();
    }

    @Test
    void what_is_not_there_cannot_be_removed() {
        assertThat(store().remove(Sha256.of(ANSWER), FAR_AHEAD)).isFalse();
    }

    @Test
    void what_was_removed_can_be_kept_again() {
        String hash = store().keep(ANSWER);
        store().remove(hash, FAR_AHEAD);

        store().keep(ANSWER);

        assertThat(store().find(hash)).isPresent();
    }

    private List<Artifact> listed() {
        List<Artifact> listed = new ArrayList<>();
        store().each(listed::add);
        return listed;
    }
}
