package dev.unitracker.http;

import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that a message may lead a person to: of the web, and of a host with a dot in its name. Services refuse others:
 * Telegram a whole message because of a button ({@code inline keyboard button URL … is invalid: Wrong HTTP URL}; a link it
 * silently drops, <a href="https://github.com/rubenlagus/TelegramBots/issues/302">TelegramBots 302</a>), Discord one because
 * of an embed ({@code Not a well formed URL}). Pure.
 */
public final class WebAddress {

    /** Longer ones are nothing that a person would open, and would eat up the message. */
    private static final int LONGEST = 2048;

    private WebAddress() {}

    /**
     * Returns the address in letters that every program reads; empty if it is none to be led to, or longer than 2,048
     * characters.
     *
     * @param link anything, also what a source says; null is no address
     */
    public static Optional<String> of(@Nullable String link) {
        if (link == null || link.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.ofNullable(HttpUrl.parse(link))
                .filter(url -> url.host().indexOf('.') > 0 && !url.host().endsWith("."))
                .map(HttpUrl::toString);
    }
}
