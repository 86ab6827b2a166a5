package dev.unitracker.http;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of whatever is kept, logged or thrown: those that are known, and those that stand behind certain names.
 * Safe for use by several threads.
 */
public final class Secrets {

    static final String HIDDEN = "***";

    /** What is shorter would be found in the middle of words. */
    private static final int SHORTEST = 4;

    private final NamedSecrets named;
    private final List<String> known = new ArrayList<>();

    private Secrets(SecretNames names) {
        this.named = new NamedSecrets(names);
    }

    /** Returns secrets of which none is known yet, and none has a name. */
    public static Secrets none() {
        return behind(SecretNames.NONE);
    }

    /** Returns secrets of which none is known yet, but those behind some names are hidden. */
    public static Secrets behind(SecretNames names) {
        return new Secrets(names);
    }

    /**
     * Remembers a secret, so that it is hidden wherever it turns up, as it is or as in a form or an address.
     *
     * @param secret null, or one of less than four characters, is not remembered
     * @return this
     */
    public synchronized Secrets add(@Nullable String secret) {
        if (secret != null && secret.length() >= SHORTEST) {
            remember(secret);
            remember(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        }
        return this;
    }

    /** Longer ones come first, so that nothing is left of one that begins with another. */
    private void remember(String secret) {
        if (!known.contains(secret)) {
            known.add(secret);
            known.sort(Comparator.comparing(String::length).reversed());
        }
    }

    /** Returns the text with every secret replaced by stars; the same text if there is none in it. */
    public synchronized String hide(String text) {
        String hidden = named.hide(text);
        for (String secret : known) {
            hidden = hidden.replace(secret, HIDDEN);
        }
        return hidden;
    }

    /**
     * Returns a failure that shows no secret: the same if it shows none, nor what led to it or came with it; else one in its
     * place without causes.
     */
    IOException hide(IOException failure) {
        if (!isShownBy(failure)) {
            return failure;
        }
        IOException hidden = new IOException(hide(failure.toString()));
        hidden.setStackTrace(failure.getStackTrace());
        return hidden;
    }

    private boolean isShownBy(Throwable failure) {
        Throwable cause = failure.getCause();
        String shown = failure.toString();
        return !hide(shown).equals(shown)
                || (cause != null && isShownBy(cause))
                || Arrays.stream(failure.getSuppressed()).anyMatch(this::isShownBy);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
