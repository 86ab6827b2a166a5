package dev.unitracker.spi;

import dev.unitracker.model.StorableText;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a source answered: bytes, which are kept verbatim, or a few words in their place. It holds no secret. */
public final class Answer {

    private final String mediaType;
    private final byte @Nullable [] content;
    private final @Nullable String words;

    private Answer(String mediaType, byte @Nullable [] content, @Nullable String words) {
        this.mediaType = Objects.requireNonNull(mediaType, "mediaType");
        this.content = content;
        this.words = words;
    }

    /** Returns an answer of some bytes. They are not copied, so the caller must not change them. */
    public static Answer of(String mediaType, byte[] content) {
        return new Answer(mediaType, Objects.requireNonNull(content, "content"), null);
    }

    /** Returns an answer of some text, made {@linkplain StorableText storable} and kept in UTF-8. */
    public static Answer of(String mediaType, String text) {
        return of(mediaType, StorableText.of(text).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns words in place of an answer, for example an error's code. */
    public static Answer words(String words) {
        return new Answer("", null, Objects.requireNonNull(words, "words"));
    }

    /** Returns the media type; empty if it is not known, or words came. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the bytes, which must not be changed; null if words came. */
    public byte @Nullable [] content() {
        return content;
    }

    /** Returns the words; null if an answer came. */
    public @Nullable String words() {
        return words;
    }

    @Override
    public String toString() {
        return content == null ? "Answer[" + words + "]" : "Answer[" + content.length + " bytes of " + mediaType + "]";
    }
}
