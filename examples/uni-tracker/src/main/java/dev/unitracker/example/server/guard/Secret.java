package dev.unitracker.example.server.guard;

import dev.unitracker.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody guesses. They are so long that a plain hash of one tells nothing of it. */
final class Secret {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** Returns a new one, of letters, digits, {@code -} and {@code _}. */
    static String create() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Returns what is kept of one. */
    static String hash(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells whether a hash is that of a text. How long that takes does not tell how much of it is right. */
    static boolean isHash(String hash, String secret) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.UTF_8), hash(secret).getBytes(StandardCharsets.UTF_8));
    }
}
