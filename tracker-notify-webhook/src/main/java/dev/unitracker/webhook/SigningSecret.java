package dev.unitracker.webhook;

import dev.unitracker.error.SettingsException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that the receiver knows too, and what is signed with it (<a
 * href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard Webhooks</a>,
 * signature scheme v1). Immutable.
 */
final class SigningSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final SecretKeySpec key;

    private SigningSecret(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * Reads a secret as the standard writes it.
     *
     * @throws SettingsException if it cannot be one; the message does not tell what was given
     */
    static SigningSecret of(String given) {
        String text = given.strip();
        try {
            byte[] key = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "");
            if (key.length >= SHORTEST && key.length <= LONGEST) {
                return new SigningSecret(key);
            }
        } catch (IllegalArgumentException e) {
            // What is wrong with it is said below; the cause would show a part of it.
        }
        throw SettingsException.wrongSecret(
                "secret",
                "it must be whsec_ and " + SHORTEST + " to " + LONGEST
                        + " bytes in Base64, as openssl rand -base64 32 makes them");
    }

    /** Returns the signature of a content, with the mark of its scheme. */
    String sign(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Returns stars. */
    @Override
    public String toString() {
        return "***";
    }
}
