package dev.unitracker.mail;

import dev.unitracker.error.SettingsException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the address of a mail server. It may hold a password, so no message shows it. Pure. */
final class MailAddress {

    private static final Pattern SERVER =
            Pattern.compile("^(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,253})(?::(\\d{1,5}))?/?(\\?encryption=none)?$");

    private static final String STARTTLS = "smtp://";
    private static final String TLS = "smtps://";
    private static final int STARTTLS_PORT = 587;
    private static final int TLS_PORT = 465;

    private MailAddress() {}

    static MailNotifier.Builder parse(String text) {
        String address = text.strip();
        String lower = address.toLowerCase(Locale.ROOT);
        boolean tls = lower.startsWith(TLS);
        if (!tls && !lower.startsWith(STARTTLS)) {
            throw wrong();
        }
        String rest = address.substring((tls ? TLS : STARTTLS).length());
        // A user is often an address, so only the last one of these is the one before the server.
        int at = rest.lastIndexOf('@');
        MailNotifier.Builder builder = server(rest.substring(at + 1), tls);
        return at < 0 ? builder : login(builder, rest.substring(0, at));
    }

    private static MailNotifier.Builder server(String text, boolean tls) {
        Matcher server = SERVER.matcher(text);
        if (!server.matches() || (tls && server.group(3) != null)) {
            throw wrong();
        }
        String host = server.group(1).replace("[", "").replace("]", "");
        int usual = tls ? TLS_PORT : STARTTLS_PORT;
        MailNotifier.Builder builder =
                MailNotifier.smtp(host, server.group(2) == null ? usual : Integer.parseInt(server.group(2)));
        if (tls) {
            return builder.tls();
        }
        return server.group(3) == null ? builder : builder.unencrypted();
    }

    private static MailNotifier.Builder login(MailNotifier.Builder builder, String userAndPassword) {
        int colon = userAndPassword.indexOf(':');
        if (colon < 0) {
            throw wrong();
        }
        return builder.login(
                decoded(userAndPassword.substring(0, colon)), decoded(userAndPassword.substring(colon + 1)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Somebody's password has a percent sign and was written as it is.
            return text;
        }
    }

    private static SettingsException wrong() {
        return SettingsException.wrongSecret(
                "the address of the mail server",
                "it must read like smtps://user:password@smtp.example.org, or smtp://… for STARTTLS");
    }
}
