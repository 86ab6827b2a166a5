package dev.unitracker.spi;

import dev.unitracker.StoreException;
import java.util.Optional;

/**
 * Keeps answers verbatim, addressed by their content. Identical bytes are kept once. Safe for use by several threads.
 */
public interface ArtifactStore {

    /**
     * Keeps some bytes.
     *
     * @return their SHA-256 in lower-case hex
     * @throws StoreException if they cannot be kept
     */
    String keep(byte[] content, String mediaType);

    /**
     * Returns what was kept under a hash; empty if nothing was.
     *
     * @throws StoreException if it cannot be read, or is no longer what was kept
     */
    Optional<byte[]> find(String sha256);
}
