package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where others reach the server, as the settings say it. */
final class PublicAddress {

    private static final String NAME = "PUBLIC_URL";

    private PublicAddress() {}

    /**
     * Returns it, without a slash at its end; empty if it is not set.
     *
     * @throws SettingsException if it cannot be right; what may hold a secret is not shown
     */
    static Optional<URI> of(Settings settings) {
        return settings.get(NAME).map(PublicAddress::parsed);
    }

    private static URI parsed(String text) {
        try {
            URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            if (!web || url.getHost() == null) {
                throw wrong();
            }
            if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
                throw new SettingsException(NAME
                        + " must end with the path: everybody sees it, so no user, no password and no '?' is in it");
            }
            return url;
        } catch (URISyntaxException e) {
            // The cause is left out: it quotes what may hold a password.
            throw wrong();
        }
    }

    private static SettingsException wrong() {
        return new SettingsException(NAME + " must read like https://tracker.example.org");
    }
}
