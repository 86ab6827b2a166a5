package dev.unitracker.telegram;

import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that Telegram lets a link or a button lead to: of the web, and of a host with a dot in its name. For a button any
 * other is an error, {@code inline keyboard button URL … is invalid: Wrong HTTP URL}; a link is silently dropped (<a
 * href="https://github.com/rubenlagus/TelegramBots/issues/302">TelegramBots 302</a>).
 */
final class WebAddress {

    /** Longer ones are nothing that a person would open, and would eat up the message. */
    private static final int LONGEST = 2048;

    private WebAddress() {}

    /** Returns the address as it can be sent; empty if Telegram would not take it. */
    static Optional<String> of(@Nullable String link) {
        if (link == null || link.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.ofNullable(HttpUrl.parse(link))
                .filter(url -> url.host().indexOf('.') > 0 && !url.host().endsWith("."))
                .map(HttpUrl::toString);
    }
}
