package dev.unitracker.store.jdbc;

import dev.unitracker.error.SettingsException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is and who logs in. Hides the password wherever it is shown.
 *
 * @param jdbcUrl the address without user and password, as far as they stood where this class knows them
 */
record DatabaseAddress(String jdbcUrl, String user, String password) {

    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private static final String HOST = "(?:[\\w.-]+|\\[[\\p{XDigit}:.]+])(?::\\d+)?";

    /** Hosts with or without a port, and the database, up to the settings. */
    private static final Pattern PLAIN =
            Pattern.compile("(?i)" + POSTGRESQL + "(//(" + HOST + "(," + HOST + ")*)?(/[^?]*)?|[^/?:]+)(?=\\?|\\z)");

    /**
     * Reads an address.
     *
     * @throws SettingsException if it is of no database that can be used
     */
    static DatabaseAddress parse(String url, String user, String password) {
        String known = url.replaceFirst("^(?i:postgres(ql)?)://", POSTGRESQL + "//");
        if (starts(known, POSTGRESQL + "//")) {
            return postgresql(known, user, password);
        }
        if (!starts(known, H2) && !starts(known, POSTGRESQL)) {
            // Not quoted: whatever it is, it may hold a password.
            throw SettingsException.wrongSecret(
                    "url",
                    "it must be the address of a database and read jdbc:h2:/path/to/file,"
                            + " jdbc:postgresql://host/database or postgresql://user:password@host/database");
        }
        return new DatabaseAddress(known, user, password);
    }

    boolean h2() {
        return starts(jdbcUrl, H2);
    }

    /**
     * Returns the address as it may be shown: without the settings, which can hold secrets. Of one that is perhaps read
     * wrongly, for example because a password holds a question mark, nothing but the kind of database.
     */
    String shown() {
        if (h2()) {
            return jdbcUrl.replaceFirst("(?s)[;?].*", "");
        }
        Matcher plain = PLAIN.matcher(jdbcUrl);
        boolean clear = plain.lookingAt() && jdbcUrl.indexOf('@') < 0;
        return clear ? plain.group() : POSTGRESQL + "…";
    }

    private static DatabaseAddress postgresql(String url, String user, String password) {
        int start = POSTGRESQL.length() + 2;
        int at = url.lastIndexOf('@');
        if (at < start || url.substring(0, at).contains("?")) {
            return new DatabaseAddress(url, user, password);
        }
        String login = url.substring(start, at);
        int colon = login.indexOf(':');
        return new DatabaseAddress(
                url.substring(0, start) + url.substring(at + 1),
                user.isEmpty() ? decoded(colon < 0 ? login : login.substring(0, colon)) : user,
                password.isEmpty() && colon >= 0 ? decoded(login.substring(colon + 1)) : password);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that begins no escape means itself.
            return text;
        }
    }

    private static boolean starts(String url, String prefix) {
        return url.toLowerCase(Locale.ROOT).startsWith(prefix);
    }

    @Override
    public String toString() {
        return shown();
    }
}
