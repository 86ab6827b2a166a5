package dev.unitracker.store.jdbc;

import dev.unitracker.model.ItemId;
import dev.unitracker.model.StorableText;
import dev.unitracker.spi.Scope;
import dev.unitracker.spi.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Short names of keys, because a key may be longer than what an index takes. */
final class Ids {

    private Ids() {}

    /** Returns the name of a key: the first 16 bytes of its SHA-256. */
    static UUID of(String key) {
        ByteBuffer hash =
                ByteBuffer.wrap(Sha256.digest().digest(StorableText.of(key).getBytes(StandardCharsets.UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    static UUID of(ItemId item) {
        return of(item.name());
    }

    static UUID of(Scope scope) {
        return of(scope.toString());
    }
}
