package dev.unitracker.moodle.internal.client;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.spi.Look;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Which logins are made at all, over restarts: sites lock accounts of which somebody tries wrong passwords, and say the same to
 * whoever is locked out or suspended for a while. So a password that was refused is tried once more 24 hours after each refusal,
 * and once whenever the host says so; after seven refusals in a row only then. For one look.
 */
final class Logins {

    static final String NOTE = "refused password";

    private static final String IN_VAIN = "login in vain";
    private static final Duration AFTER_REFUSAL = Duration.ofHours(24);
    private static final Duration AFTER_VAIN = Duration.ofHours(1);
    private static final int MOST_IN_A_ROW = 7;
    private static final int ITERATIONS = 210_000;

    private final String site;
    private final Look look;
    private final Known known;

    Logins(String site, Look look, Known known) {
        this.site = site;
        this.look = look;
        this.known = known;
    }

    /**
     * What a program knows of its own logins, whatever becomes of the looks that made them: what a look notes is lost if it
     * breaks off. Safe for use by several threads.
     *
     * @param refused the refusals
     * @param askedFor whether the host says that a refused password is to be tried
     */
    record Known(AtomicReference<Refusals> refused, AtomicBoolean askedFor) {

        Known(boolean askedFor) {
            this(new AtomicReference<>(Refusals.NONE), new AtomicBoolean(askedFor));
        }

        private Refusals refusals() {
            return Objects.requireNonNull(refused.get());
        }
    }

    /**
     * Lets a login pass that may be made now.
     *
     * @throws LoginRefusedException if the password was refused and its time has not come
     * @throws SourceUnavailableException if the site did not take the token of the last login, a short while ago
     */
    void check(String user, String password) {
        notInVain();
        if (noted().isEmpty() && known.refusals().isEmpty()) {
            return;
        }
        Optional<Refusals.Refusal> standing = standing(fingerprint(user, password));
        if (standing.isPresent() && !known.askedFor().compareAndSet(true, false)) {
            throw new LoginRefusedException(
                    "the site refused this password of " + user + " before; " + whatNext(standing.get())
                            + "; put the right one into the settings, or say that it is to be tried at once");
        }
    }

    /** Returns why a password is not to be tried now; empty if it is. */
    private Optional<Refusals.Refusal> standing(String fingerprint) {
        return noted().of(fingerprint)
                .filter(refusal -> !isDue(refusal))
                .or(() -> known.refusals().of(fingerprint).filter(own -> now().isBefore(again(own))));
    }

    /** Notes that the site took a login. */
    void taken(String user, String password) {
        Refusals noted = noted();
        Refusals here = known.refusals();
        if (noted.isEmpty() && here.isEmpty()) {
            return;
        }
        String fingerprint = fingerprint(user, password);
        known.refused().set(here.without(fingerprint));
        look.memory().note(NOTE, noted.without(fingerprint).toString());
    }

    /**
     * Notes that the site refused a login.
     *
     * @return what comes of the password now, in words
     */
    String refused(String user, String password) {
        Refusals refusals = noted().and(fingerprint(user, password), now());
        known.refused().set(refusals);
        look.memory().note(NOTE, refusals.toString());
        return whatNext(refusals.latest());
    }

    /** Notes that a login was in vain: the site does not take the token that it gave. */
    void inVain() {
        look.memory().note(IN_VAIN, now().toString());
    }

    private void notInVain() {
        String last = look.memory().notes().getOrDefault(IN_VAIN, "");
        if (!last.isEmpty() && now().isBefore(Instant.parse(last).plus(AFTER_VAIN))) {
            throw new SourceUnavailableException(
                    "the site did not take the token that it gave for user and password; it will be tried again within the hour");
        }
    }

    private Refusals noted() {
        return Refusals.parse(look.memory().notes().getOrDefault(NOTE, ""));
    }

    private boolean isDue(Refusals.Refusal refusal) {
        return refusal.times() < MOST_IN_A_ROW && !now().isBefore(again(refusal));
    }

    private static Instant again(Refusals.Refusal refusal) {
        return refusal.at().plus(AFTER_REFUSAL);
    }

    /** The same words each time, or every look would miss something else than the last one. */
    private static String whatNext(Refusals.Refusal refusal) {
        return refusal.times() < MOST_IN_A_ROW
                ? "it is tried once more 24 hours after that"
                : "it was refused " + refusal.times() + " times in a row and is not tried again by itself";
    }

    private Instant now() {
        return look.request().startedAt();
    }

    /** Slow, so that nobody finds the password by trying. */
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
