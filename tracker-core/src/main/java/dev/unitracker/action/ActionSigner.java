package dev.unitracker.action;

import dev.unitracker.error.SettingsException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what links stand for with a key of the host, and knows its own signature again (HMAC-SHA256). The host serves
 * {@code GET} and {@code POST} of {@code /act/} and the signed text: GET only shows what would be done, since programs
 * that scan mail open every link; POST does it, once. Immutable and safe for use by several threads.
 *
 * <pre>{@code
 * ActionSigner signer = ActionSigner.withKey(key);
 * ActionLinks links = signer.links("https://tracker.example", "ana", InstantSource.system());   // for the notifiers
 * Optional<ActionTicket> ticket = signer.read(textAfterAct, Instant.now());                     // in the host's server
 * }</pre>
 */
public final class ActionSigner {

    /** How long a link is worth something. */
    public static final Duration VALID = Duration.ofDays(14);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;
    private static final int LONGEST_TEXT = 4_096;
    private static final int NONCE_BYTES = 12;

    /** A key may be used for other things too: nothing else begins so. */
    private static final String PURPOSE = "uni-tracker action 1\n";

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    private ActionSigner(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * Returns a signer.
     *
     * @param key at least 32 bytes that nobody else knows; it is copied. With another key all links that were sent are
     *     worth nothing
     * @throws SettingsException if it is shorter
     */
    public static ActionSigner withKey(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw SettingsException.wrongSecret("key", "it must have " + SHORTEST_KEY + " bytes or more");
        }
        return new ActionSigner(key);
    }

    /**
     * Returns the links of one account's messages. The same message to the same recipient has links with the same
     * {@linkplain ActionTicket#nonce nonce} each time, so that one which is sent twice can be answered once.
     *
     * @param publicUrl where recipients reach the host, for example {@code https://tracker.example/mine}
     * @param account the account of the messages
     * @param clock says from when on the {@linkplain #VALID validity} of a link counts
     * @throws SettingsException if the address is none of the web, or has a query
     */
    public ActionLinks links(String publicUrl, String account, InstantSource clock) {
        return new SignedLinks(this, base(publicUrl), account, clock);
    }

    /** Returns what stands for a ticket in a link: letters, digits, {@code -}, {@code _} and one full stop. */
    public String sign(ActionTicket ticket) {
        byte[] said = TicketBytes.of(ticket);
        return ENCODER.encodeToString(said) + "." + ENCODER.encodeToString(signature(said));
    }

    /**
     * Reads what {@link #sign} wrote. How long it takes does not tell how much of a wrong signature is right.
     *
     * @param text anything that somebody sends
     * @param now the time
     * @return the ticket; empty if this key did not sign it, or it is over
     */
    public Optional<ActionTicket> read(String text, Instant now) {
        int stop = text.indexOf('.');
        if (text.length() > LONGEST_TEXT || stop < 0) {
            return Optional.empty();
        }
        try {
            byte[] said = Base64.getUrlDecoder().decode(text.substring(0, stop));
            byte[] signed = Base64.getUrlDecoder().decode(text.substring(stop + 1));
            return MessageDigest.isEqual(signature(said), signed)
                    ? Optional.of(TicketBytes.read(said))
                            .filter(ticket -> ticket.validUntil().isAfter(now))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns a name that nobody can guess and that is the same for the same text. */
    String nonce(String of) {
        byte[] all = hmac(("nonce\n" + of).getBytes(StandardCharsets.UTF_8));
        byte[] some = new byte[NONCE_BYTES];
        System.arraycopy(all, 0, some, 0, some.length);
        return ENCODER.encodeToString(some);
    }

    private byte[] signature(byte[] said) {
        byte[] purpose = PURPOSE.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[purpose.length + said.length];
        System.arraycopy(purpose, 0, all, 0, purpose.length);
        System.arraycopy(said, 0, all, purpose.length, said.length);
        return hmac(all);
    }

    private byte[] hmac(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String base(String publicUrl) {
        String address = publicUrl.strip();
        if (!isWebAddress(address)) {
            throw SettingsException.wrong("publicUrl", address, "it must read like https://tracker.example");
        }
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static boolean isWebAddress(String address) {
        try {
            URI parsed = new URI(address);
            boolean web = "https".equalsIgnoreCase(parsed.getScheme()) || "http".equalsIgnoreCase(parsed.getScheme());
            return web
                    && parsed.getHost() != null
                    && parsed.getUserInfo() == null
                    && parsed.getQuery() == null
                    && parsed.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Returns stars. */
    @Override
    public String toString() {
        return "***";
    }
}
