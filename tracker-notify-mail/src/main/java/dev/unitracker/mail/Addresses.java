package dev.unitracker.mail;

import dev.unitracker.error.SettingsException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads addresses as people write them: {@code ana@example.org} or {@code Ana Pérez <ana@example.org>}. Pure. */
final class Addresses {

    /** What every server takes in an envelope; an address with other letters needs more than most of them offer. */
    private static final Pattern PLAIN = Pattern.compile("^[!-~]{1,64}@[A-Za-z0-9.-]{1,255}$");

    private static final int SHOWN = 100;

    private Addresses() {}

    /**
     * Reads an address.
     *
     * @param setting what is said if it cannot be one
     * @throws SettingsException if it is not exactly one address, or one with other letters than those of ASCII
     */
    static InternetAddress of(String setting, String text) {
        try {
            InternetAddress[] read = InternetAddress.parse(text.strip(), true);
            if (read.length != 1 || !PLAIN.matcher(read[0].getAddress()).matches()) {
                throw wrong(setting, text, null);
            }
            String name = read[0].getPersonal();
            return new InternetAddress(read[0].getAddress(), name == null ? null : HeaderText.of(name, SHOWN), "UTF-8");
        } catch (AddressException e) {
            throw wrong(setting, text, e);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    private static SettingsException wrong(String setting, String text, @Nullable Exception cause) {
        return new SettingsException(
                setting + " cannot be '" + HeaderText.of(text, SHOWN)
                        + "': it must read like ana@example.org, or with a name before it: Ana <ana@example.org>",
                cause);
    }

    /** Returns what follows the at sign. */
    static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }
}
