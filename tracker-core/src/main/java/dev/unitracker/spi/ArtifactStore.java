package dev.unitracker.spi;

import dev.unitracker.error.DamagedArtifactException;
import dev.unitracker.error.StoreException;
import dev.unitracker.run.Run;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps answers verbatim under the hash of their bytes: the same bytes are kept once, for all accounts. What they are
 * and where they come from is stored with the {@linkplain Run run} that read them. Safe for use by several threads.
 *
 * <p>Whoever writes one runs {@code ArtifactStoreContract} of the test kit against it.
 */
public interface ArtifactStore {

    /**
     * Keeps some bytes. Bytes that are there already count as kept now, so that {@link #remove} does not remove them as
     * old.
     *
     * @param content the bytes, which are not changed
     * @return their SHA-256 in lower-case hex
     * @throws StoreException if they cannot be kept
     */
    String keep(byte[] content);

    /**
     * Returns the bytes that were kept under a hash; empty if none were. The caller may change them.
     *
     * @param sha256 the hash, in lower-case hex
     * @throws DamagedArtifactException if it is no longer what was kept
     * @throws StoreException if it cannot be read
     */
    Optional<byte[]> find(String sha256);

    /**
     * Hands over all artifacts one after the other, in any order, in the thread of the caller. What is kept or removed
     * meanwhile may be among them or not.
     *
     * @throws StoreException if they cannot be listed
     */
    void each(Consumer<Artifact> artifacts);

    /**
     * Removes an artifact, unless it was kept at a given moment or later.
     *
     * @return whether it was there and was removed
     * @throws StoreException if it cannot be removed
     */
    boolean remove(String sha256, Instant unlessKeptSince);
}
