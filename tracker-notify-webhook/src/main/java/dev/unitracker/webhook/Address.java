package dev.unitracker.webhook;

import dev.unitracker.error.SettingsException;
import dev.unitracker.http.Secrets;
import dev.unitracker.spi.Sha256;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;

/**
 * An address that somebody set, as far as it is the same for all services. Whoever knows such an address can post there, so
 * only its host is ever shown. Pure.
 */
final class Address {

    private static final int FINGERPRINT = 12;

    private Address() {}

    /**
     * Reads an address: encrypted, or of this very machine.
     *
     * @param setting what it is called where it is set
     * @param example how one reads
     * @throws SettingsException if it cannot be right; the message does not tell what was given
     */
    static HttpUrl read(String setting, String given, String example) {
        HttpUrl url = HttpUrl.parse(given.strip());
        if (url == null) {
            throw SettingsException.wrongSecret(setting, "it must read like " + example);
        }
        if (!url.isHttps() && !isThisMachine(url.host())) {
            throw SettingsException.wrongSecret(
                    setting, "it must begin with https://, unless it is of this machine: " + url.host() + " is not");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw SettingsException.wrongSecret(setting, "it must have no user and password before the host");
        }
        return url;
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** Returns a name that stays as long as the address does and does not tell it. */
    static String name(HttpUrl url) {
        String hash = Sha256.of(url.toString().getBytes(StandardCharsets.UTF_8));
        return url.host() + "#" + hash.substring(0, FINGERPRINT);
    }

    /** Returns what hides an address: all of it but the host. */
    static Secrets secrets(HttpUrl url) {
        Secrets secrets = Secrets.none().add(url.encodedPath()).add(url.encodedQuery());
        url.pathSegments().forEach(secrets::add);
        return secrets;
    }
}
