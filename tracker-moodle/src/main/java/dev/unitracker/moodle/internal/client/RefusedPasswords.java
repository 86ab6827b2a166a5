package dev.unitracker.moodle.internal.client;

import dev.unitracker.error.LoginRefusedException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Remembers that a password was refused, over restarts, because a wrong password must never be tried twice: sites lock
 * accounts. Only a slow fingerprint of it is kept.
 */
final class RefusedPasswords {

    static final String NOTE = "refused password";

    private static final int ITERATIONS = 210_000;

    private final String site;
    private final Map<String, String> notes;
    private final BiConsumer<String, String> note;

    RefusedPasswords(String site, Map<String, String> notes, BiConsumer<String, String> note) {
        this.site = site;
        this.notes = notes;
        this.note = note;
    }

    /**
     * Lets a password pass that was not refused before.
     *
     * @throws LoginRefusedException if it was
     */
    void check(String user, String password) {
        String known = notes.get(NOTE);
        if (known != null && known.equals(fingerprint(user, password))) {
            throw new LoginRefusedException("the site refused this password of " + user
                    + " before, and it is not tried again; put the right one into the settings");
        }
    }

    void remember(String user, String password) {
        note.accept(NOTE, fingerprint(user, password));
    }

    private String fingerprint(String user, String password) {
        byte[] salt = (site + "\n" + user).getBytes(StandardCharsets.UTF_8);
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, 256);
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return HexFormat.of().formatHex(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 8 has PBKDF2WithHmacSHA256", e);
        }
    }
}
