package dev.unitracker.example.server.feed;

import dev.unitracker.Account;
import dev.unitracker.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The part of an address that nobody guesses and that opens the feeds of one account, for programs that cannot send a token. An
 * account has one at most. Of it only a hash is kept, so it is shown once, and a new one takes the place of the one before.
 */
public final class FeedKey {

    private static final String SETTING = "feed_key_sha256";
    private static final int BYTES = 32;
    private static final int LONGEST = 2000;
    private static final char BETWEEN = '.';
    private static final SecureRandom RANDOM = new SecureRandom();

    private FeedKey() {}

    /** Makes a new key for an account; one that it had before opens nothing any more. */
    public static String renew(Account account) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String key = encoded(account.name().getBytes(StandardCharsets.UTF_8)) + BETWEEN + encoded(random);
        account.set(SETTING, hash(key));
        return key;
    }

    /**
     * Takes the key of an account back.
     *
     * @return whether it had one
     */
    public static boolean revoke(Account account) {
        boolean had = account.settings().containsKey(SETTING);
        account.set(SETTING, null);
        return had;
    }

    /** Returns the name of the account that a key is for; empty if it is no key. That it opens the account's feeds is not said. */
    public static Optional<String> account(String key) {
        int end = key.indexOf(BETWEEN);
        if (end < 0 || key.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new String(Base64.getUrlDecoder().decode(key.substring(0, end)), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Tells whether a key opens the feeds of an account. */
    public static boolean opens(String key, Account account) {
        byte[] kept = account.settings().getOrDefault(SETTING, "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(kept, hash(key).getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String key) {
        return Sha256.of(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
