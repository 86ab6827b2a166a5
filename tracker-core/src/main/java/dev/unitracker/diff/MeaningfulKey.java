package dev.unitracker.diff;

import dev.unitracker.model.FieldKey;
import dev.unitracker.model.Item;
import dev.unitracker.model.Topic;
import dev.unitracker.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

/**
 * The hash of what a student would care for: equal for two states of an item exactly if they differ in nothing but
 * fields of {@link Topic#REFRESH}. The same on every JVM, in every locale and zone. Pure.
 */
public final class MeaningfulKey {

    private MeaningfulKey() {}

    /** Returns the SHA-256 over the meaningful fields in their fixed order, in lower-case hex. */
    public static String of(Item item) {
        return of(item.fields());
    }

    static String of(Map<String, String> fields) {
        MessageDigest digest = Sha256.digest();
        fields.entrySet().stream()
                .filter(entry -> FieldKey.of(entry.getKey()).topic() != Topic.REFRESH)
                .sorted(Map.Entry.comparingByKey(FieldOrder.BY_KEY))
                .forEach(entry -> {
                    add(digest, entry.getKey());
                    add(digest, entry.getValue());
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Adds a text with its length before it, so that no two lists of texts give the same bytes. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
