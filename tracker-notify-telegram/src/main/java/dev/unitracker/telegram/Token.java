package dev.unitracker.telegram;

import dev.unitracker.error.SettingsException;
import dev.unitracker.http.Secrets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bot's token. It is a part of every address that is asked (<a
 * href="https://core.telegram.org/bots/api#making-requests">Bot API, making requests</a>), so whatever may contain an address
 * goes through {@link #asSecret}.
 */
final class Token {

    private static final Pattern FORM = Pattern.compile("(\\d{1,20}):[A-Za-z0-9_-]{1,200}");
    private static final String HIDDEN = "***";

    private final String value;
    private final String bot;

    private Token(String value, String bot) {
        this.value = value;
        this.bot = bot;
    }

    /**
     * Reads a token.
     *
     * @throws SettingsException if it cannot be a token; the message does not tell what was given
     */
    static Token of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw SettingsException.wrongSecret(
                    "botToken", "it must read 123456:letters and digits, as @BotFather shows it");
        }
        return new Token(form.group(), form.group(1));
    }

    /** Returns the bot's own id, which is no secret. */
    String bot() {
        return bot;
    }

    /** Returns the first segment of every address, a secret. */
    String pathSegment() {
        return "bot" + value;
    }

    /** Returns what hides the token. */
    Secrets asSecret() {
        return Secrets.none().add(value);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
