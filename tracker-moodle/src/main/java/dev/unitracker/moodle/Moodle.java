package dev.unitracker.moodle;

import dev.unitracker.error.SettingsException;
import dev.unitracker.http.RetryWaits;
import dev.unitracker.moodle.internal.client.Credentials;
import dev.unitracker.moodle.internal.client.MoodleSite;
import dev.unitracker.moodle.internal.look.FileLimits;
import dev.unitracker.moodle.internal.look.MoodleCollector;
import dev.unitracker.moodle.internal.look.MoodleProfile;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.SourceProfile;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The way into a Moodle by its mobile web service: name the site, say how the student logs in, build the collector.
 *
 * <pre>{@code
 * Moodle.at("https://campus.example.edu").token(token).build()
 * }</pre>
 *
 * <p>It only reads: nothing is handed in, nothing is marked as seen, and the student's last access to a course does not
 * move. A builder is not for use by several threads.
 */
public final class Moodle {

    /** The name of a collector that was given no other, and so the source of its items. */
    public static final String NAME = "moodle";

    private final URI address;
    private String name = NAME;
    private @Nullable String token;
    private @Nullable String username;
    private @Nullable String password;
    private String service = "moodle_mobile_app";
    private OkHttpClient http = new OkHttpClient();
    private RetryWaits waits = RetryWaits.DEFAULT;
    private FileLimits limits = FileLimits.DEFAULT;
    private int perMinute = MoodleSite.PER_MINUTE;

    private Moodle(URI address) {
        this.address = address;
    }

    /**
     * Names the site.
     *
     * @param address what a browser shows before {@code /my/}, with {@code http} or {@code https}
     * @throws SettingsException if it is no such address
     */
    public static Moodle at(String address) {
        String trimmed = address.strip().replaceFirst("(?<!/)/++$", "");
        try {
            URI uri = new URI(trimmed);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean usable = (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            if (usable) {
                return new Moodle(uri);
            }
        } catch (URISyntaxException e) {
            // Told below, together with what merely looks like an address.
        }
        throw new SettingsException("the site's address must read like https://campus.example.edu, without user,"
                + " question mark or hash");
    }

    /** Logs in with a web-service token; default: none. With user and password as well, it is renewed when it dies. */
    public Moodle token(String token) {
        if (token.isBlank() || !token.strip().matches("[A-Za-z0-9]+")) {
            throw new SettingsException("a Moodle token consists of letters and digits; this one does not");
        }
        this.token = token.strip();
        return this;
    }

    /** Logs in with user and password, once, to fetch a token; default: none. */
    public Moodle login(String username, String password) {
        if (username.isBlank() || password.isEmpty()) {
            throw new SettingsException("a login needs a user and a password");
        }
        this.username = username;
        this.password = password;
        return this;
    }

    /**
     * Sets the name of this source. It is stored, and the names of the parts begin with it: a second site in the same account
     * needs another one, for example {@code moodle_b}. Default: {@code moodle}.
     *
     * @throws SettingsException if it does not consist of letters, digits and underscores
     */
    public Moodle named(String name) {
        this.name = SourceName.checked(name);
        return this;
    }

    /** Sets the short name of the web service that a token is fetched for. Default: {@code moodle_mobile_app}. */
    public Moodle service(String service) {
        this.service = service;
        return this;
    }

    /** Sets the HTTP client, for proxies and certificates. Default: a new one. */
    public Moodle http(OkHttpClient http) {
        this.http = http;
        return this;
    }

    /**
     * Sets how often a request is tried and how long it is waited in between. Default: three times, a second, which
     * doubles; never more than a minute, whatever the site asks for.
     */
    public Moodle retry(int attempts, Duration firstWait, Duration longestWait) {
        this.waits = new RetryWaits(attempts, firstWait, longestWait);
        return this;
    }

    /** Sets how many requests are made in a minute at most; then it is waited. Default: 240. */
    public Moodle requestsPerMinute(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("requests must be positive: " + requests);
        }
        this.perMinute = requests;
        return this;
    }

    /** Sets how many files are read in one look and how many bytes one may have. Default: 500 files, 50 MB each. */
    public Moodle files(int perLook, long largestBytes) {
        this.limits = new FileLimits(perLook, largestBytes);
        return this;
    }

    /**
     * Returns how people speak of a Moodle whose collector has the default name, for accounts that are read without a
     * tracker. The collector hands it over by itself, whatever its name.
     */
    public static SourceProfile profile() {
        return MoodleProfile.PROFILE;
    }

    /**
     * Returns the collector of the site. It belongs to one tracker. Its parts are {@code moodle_courses},
     * {@code moodle_contents}, {@code moodle_updates}, {@code moodle_forums}, {@code moodle_assignments},
     * {@code moodle_quizzes}, {@code moodle_grades}, {@code moodle_calendar} and {@code moodle_files}.
     *
     * @throws SettingsException if there is neither a token nor a login
     */
    public Collector build() {
        if (token == null && username == null) {
            throw new SettingsException("say how to log in: a token, or a user and a password");
        }
        Credentials credentials = new Credentials(token, username, password, service);
        return new MoodleCollector(name, new MoodleSite(address, http, credentials, waits, perMinute), limits);
    }
}
