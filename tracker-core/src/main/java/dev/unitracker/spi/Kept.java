package dev.unitracker.spi;

import dev.unitracker.error.StoreException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was kept of an answer.
 *
 * @param artifact the hash of the answer, in lower-case hex; null if only words came
 * @param words what came in place of an answer; null if an answer came
 * @param content reads the answer; throws a {@link StoreException} if it is no longer there, or if only words came
 */
public record Kept(@Nullable String artifact, @Nullable String words, Supplier<byte[]> content) {

    public Kept {
        Objects.requireNonNull(content, "content");
    }
}
