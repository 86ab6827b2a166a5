package dev.unitracker.spi;

import dev.unitracker.error.DamagedArtifactException;
import dev.unitracker.error.StoreException;
import dev.unitracker.run.Run;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps answers verbatim, addressed by their content: identical bytes are kept once, for all accounts of a store. What
 * they are and where they came from is remembered with the {@linkplain Run look} that read them. Safe for use by several
 * threads.
 *
 * <p>Whoever writes one runs the contract of the test kit against it.
 */
public interface ArtifactStore {

    /**
     * Keeps some bytes. Bytes that are there already are kept from now on anew: {@link #remove} does not take them for old.
     *
     * @return their SHA-256 in lower-case hex
     * @throws StoreException if they cannot be kept
     */
    String keep(byte[] content);

    /**
     * Returns what was kept under a hash; empty if nothing was.
     *
     * @throws DamagedArtifactException if it is no longer what was kept
     * @throws StoreException if it cannot be read
     */
    Optional<byte[]> find(String sha256);

    /**
     * Hands over all artifacts, in any order, one after the other. What is kept or removed meanwhile may be among them or not.
     *
     * @throws StoreException if they cannot be listed
     */
    void each(Consumer<Artifact> artifacts);

    /**
     * Removes an artifact, unless it was kept again at a given moment or later.
     *
     * @return whether it was there and is removed
     * @throws StoreException if it cannot be removed
     */
    boolean remove(String sha256, Instant unlessKeptSince);
}
