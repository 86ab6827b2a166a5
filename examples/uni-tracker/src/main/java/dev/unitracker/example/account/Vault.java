package dev.unitracker.example.account;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.unitracker.error.SettingsException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Seals what must not stand in a database in clear. What was sealed for a field of one account opens for that field of that
 * account only, so that nobody who can write the database gives one account the credentials of another. Safe for use by several
 * threads.
 */
public final class Vault {

    /** The setting of the key. */
    public static final String KEY = "UNI_TRACKER_KEY";

    private static final String SEALED = "sealed:";

    private final @Nullable Aead aead;

    private Vault(@Nullable Aead aead) {
        this.aead = aead;
    }

    /**
     * Returns the vault of a key.
     *
     * @param key what {@link #newKey} returned; empty for a vault that seals and opens nothing and says so
     * @throws SettingsException if it is no such key; the message does not show it
     */
    public static Vault of(Optional<String> key) {
        return new Vault(key.map(Vault::aead).orElse(null));
    }

    /** Returns a new key. Whoever has it reads all that is sealed under it; who loses it reads nothing. */
    public static String newKey() {
        try {
            AeadConfig.register();
            KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            byte[] keyset = TinkProtoKeysetFormat.serializeKeyset(
                    handle, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(keyset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    private static Aead aead(String key) {
        try {
            AeadConfig.register();
            byte[] keyset = Base64.getUrlDecoder().decode(key.strip());
            return TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get(), RegistryConfiguration.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The cause is left out: it may quote a part of the key.
            throw SettingsException.wrongSecret(KEY, "it must be a key as 'account key new' prints one");
        }
    }

    /** Tells whether a text is one that was sealed. */
    public static boolean isSealed(String text) {
        return text.startsWith(SEALED);
    }

    /**
     * Seals a text.
     *
     * @throws SettingsException if there is no key
     */
    public String seal(String account, String field, String text) {
        try {
            byte[] sealed = needed("to keep a credential")
                    .encrypt(text.getBytes(StandardCharsets.UTF_8), context(account, field));
            return SEALED + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /**
     * Opens what was sealed for a field of an account.
     *
     * @throws SettingsException if there is no key, if it is another one, or if it was sealed for something else
     */
    public String open(String account, String field, String sealed) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(SEALED.length()));
            return new String(
                    needed("to read the credentials of the account " + account).decrypt(bytes, context(account, field)),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SettingsException(field + " of the account " + account + " cannot be read: " + KEY
                    + " is not the key that it was sealed under, or it was sealed for another account; set the right key,"
                    + " or remove the account and add it again");
        }
    }

    private Aead needed(String what) {
        if (aead == null) {
            throw new SettingsException(
                    KEY + " is missing, which is needed " + what + "; 'examples/run account key new' prints a new one");
        }
        return aead;
    }

    private static byte[] context(String account, String field) {
        return (account.length() + ":" + account + field).getBytes(StandardCharsets.UTF_8);
    }
}
