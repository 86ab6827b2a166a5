package dev.unitracker.example.server.act;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the link to get no more e-mail stands for. It is never over: whoever finds an old mail may leave, too. Immutable.
 *
 * @param account whose messages they are
 * @param address who gets no more of them
 */
public record LeavingTicket(String account, String address) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 2000;
    private static final char BETWEEN = '\n';

    /** The key signs other things, too: nothing else begins so. */
    private static final String PURPOSE = "uni-tracker leave 1\n";

    /** Returns what stands for it in a link: letters, digits, {@code -}, {@code _} and one full stop. */
    public String signed(byte[] key) {
        byte[] said = (account + BETWEEN + address).getBytes(StandardCharsets.UTF_8);
        return encoded(said) + "." + encoded(signature(key, said));
    }

    /** Reads what {@link #signed} wrote; empty if this key did not sign it. */
    static Optional<LeavingTicket> read(String text, byte[] key) {
        int stop = text.indexOf('.');
        if (stop < 0 || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] said = Base64.getUrlDecoder().decode(text.substring(0, stop));
            byte[] signature = Base64.getUrlDecoder().decode(text.substring(stop + 1));
            return MessageDigest.isEqual(signature, signature(key, said)) ? Optional.of(of(said)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static LeavingTicket of(byte[] said) {
        String text = new String(said, StandardCharsets.UTF_8);
        int end = text.lastIndexOf(BETWEEN);
        return new LeavingTicket(text.substring(0, end), text.substring(end + 1));
    }

    private static byte[] signature(byte[] key, byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(PURPOSE.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(said);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
