package dev.unitracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.spi.ArtifactStore;
import dev.unitracker.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every artifact store does. */
public abstract class ArtifactStoreContract {

    private static final byte[] ANSWER = "{\"answer\":1}".getBytes(StandardCharsets.UTF_8);

    /** Returns the store under test, empty, and the same one each time it is asked within a test. */
    protected abstract ArtifactStore store();

    @Test
    void what_is_kept_is_found_by_its_hash() {
        String hash = store().keep(ANSWER, "application/json");

        assertThat(hash).isEqualTo(Sha256.of(ANSWER));
        assertThat(store().find(hash))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(ANSWER));
    }

    @Test
    void the_hash_is_the_worlds_sha_256() {
        String hash = store().keep(new byte[0], "text/plain");

        assertThat(hash).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(store().find(hash))
                .hasValueSatisfying(found -> assertThat(found).isEmpty());
    }

    @Test
    void identical_bytes_have_one_name() {
        String first = store().keep(ANSWER, "application/json");
        String second = store().keep(ANSWER.clone(), "text/plain");

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
        String hash = store().keep(given, "application/json");

        given[0] = 'x';
        store().find(hash).orElseThrow()[1] = 'x';

        assertThat(store().find(hash).orElseThrow()).isEqualTo(ANSWER);
    }

    @Test
    void many_can_keep_the_same_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<String>> keeping = IntStream.range(0, 64)
                .<Callable<String>>mapToObj(number ->
                        () -> store().keep(("answer " + number % 4).getBytes(StandardCharsets.UTF_8), "text/plain"))
                .toList();

        List<Future<String>> hashes = threads.invokeAll(keeping);

        threads.shutdown();
        for (Future<String> hash : hashes) {
            assertThat(store().find(hash.get())).isPresent();
        }
    }
}
