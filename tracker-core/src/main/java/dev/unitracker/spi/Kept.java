package dev.unitracker.spi;

import dev.unitracker.error.StoreException;
import dev.unitracker.model.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a source that is kept. Immutable.
 *
 * @param request what was asked
 * @param artifact the SHA-256 of the answer, in lower-case hex; null if only words came
 * @param words what came in place of an answer; null if an answer came
 * @param content reads the answer; throws a {@link StoreException} if it is no longer there, or if only words came
 */
public record Kept(
        String request, @Nullable String artifact, @Nullable String words, Supplier<byte[]> content) {

    /** Only {@code artifact} and {@code words} may be null. */
    public Kept {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(content, "content");
    }

    /**
     * Returns the answer.
     *
     * @throws StoreException if it is no longer there, or if only words came
     */
    public byte[] bytes() {
        return content.get();
    }

    /**
     * Returns the answer as text in UTF-8.
     *
     * @throws StoreException if it is no longer there, or if only words came
     */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Returns this answer as the evidence of what a part saw in it. */
    public Evidence evidence(String part) {
        return new Evidence(part, request, artifact);
    }
}
