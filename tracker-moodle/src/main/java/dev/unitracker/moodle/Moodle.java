package dev.unitracker.moodle;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.http.RequestBudget;
import dev.unitracker.http.RetryWaits;
import dev.unitracker.moodle.internal.client.Credentials;
import dev.unitracker.moodle.internal.client.MoodleSite;
import dev.unitracker.moodle.internal.client.Pace;
import dev.unitracker.moodle.internal.client.Patience;
import dev.unitracker.moodle.internal.look.FileLimits;
import dev.unitracker.moodle.internal.look.MoodleCollector;
import dev.unitracker.moodle.internal.look.MoodleProfile;
import dev.unitracker.spi.Collector;
import dev.unitracker.spi.SourceProfile;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
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
 * move. At most four requests are made at once. A builder is not for use by several threads. Nothing is asked before the first
 * look: that a token or a password is wrong is a {@link LoginRefusedException} there.
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
    private boolean tryRefused;
    private OkHttpClient http = new OkHttpClient();
    private RetryWaits waits = RetryWaits.DEFAULT;
    private FileLimits limits = FileLimits.DEFAULT;
    private RequestBudget budget = RequestBudget.perMinute(MoodleSite.PER_MINUTE, InstantSource.system());
    private Patience patience = Patience.DEFAULT;

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

    /**
     * Logs in with a web-service token. Moodle 4.1 shows it under Preferences, Security keys; 4.5 and 5.0 show only its name
     * there ({@code user/managetoken.php}), so {@link #login} is needed. Tokens expire, after twelve weeks unless the site sets
     * another {@code tokenduration}; with user and password as well, a new one is fetched then. Default: none.
     *
     * @throws SettingsException if it does not consist of letters and digits; the message does not show it
     */
    public Moodle token(String token) {
        if (token.isBlank() || !token.strip().matches("[A-Za-z0-9]+")) {
            throw new SettingsException("a Moodle token consists of letters and digits; this one does not");
        }
        this.token = token.strip();
        return this;
    }

    /**
     * Logs in with user and password to fetch a token ({@code login/token.php}): once, and again when the token is no longer
     * valid. The student's Moodle app uses the same token. A password that the site refused is tried once more 24 hours after each
     * refusal, over restarts, since sites lock accounts and say the same to whoever is locked out or suspended for a while; after
     * seven refusals in a row only if {@link #tryRefusedPassword} says so. An account of a single sign-on has no password of its
     * own. Default: none.
     *
     * @throws SettingsException if one of them is empty
     */
    public Moodle login(String username, String password) {
        if (username.isBlank() || password.isEmpty()) {
            throw new SettingsException("a login needs a user and a password");
        }
        this.username = username;
        this.password = password;
        return this;
    }

    /** Has a password tried once though the site refused it. Default: it is tried when its time has come. */
    public Moodle tryRefusedPassword() {
        this.tryRefused = true;
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

    /** Sets the short name of the web service that {@link #login} fetches a token for. Default: {@code moodle_mobile_app}. */
    public Moodle service(String service) {
        this.service = service;
        return this;
    }

    /**
     * Sets the client whose connections, proxy and certificates are used. It sees token and password: one that logs what is sent
     * logs them. Default: a new one.
     */
    public Moodle http(OkHttpClient http) {
        this.http = http;
        return this;
    }

    /**
     * Sets how often a request is tried and how long the waits in between are. The first wait doubles each time, give or take a
     * half; none is longer than the longest, whatever the site asks for. Default: three times, a second, a minute.
     *
     * @throws IllegalArgumentException if there is no try, no wait, or the longest wait is shorter than the first
     */
    public Moodle retry(int attempts, Duration firstWait, Duration longestWait) {
        this.waits = new RetryWaits(attempts, firstWait, longestWait);
        return this;
    }

    /**
     * Sets how long one try at an answer and at a file, and all that a look asks, may take; the rest is left for the next look.
     * Default: three minutes, fifteen minutes, an hour.
     *
     * @throws IllegalArgumentException if one of them is not positive
     */
    public Moodle patience(Duration answer, Duration file, Duration look) {
        this.patience = new Patience(answer, file, look);
        return this;
    }

    /**
     * Sets how many requests are made in a minute at most, tries included. The next one waits. Default: 240.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Moodle requestsPerMinute(int requests) {
        return budget(RequestBudget.perMinute(requests, InstantSource.system()));
    }

    /**
     * Sets the budget of requests, in place of {@link #requestsPerMinute}. A host with several students at one site gives all
     * their collectors the same one. Default: one of this collector's own, of 240 in a minute.
     */
    public Moodle budget(RequestBudget shared) {
        this.budget = Objects.requireNonNull(shared, "shared");
        return this;
    }

    /**
     * Sets how much is downloaded.
     *
     * @param perLook how many files are read in one look; the rest is left for the next. 0 reads none. Default: 500
     * @param largestBytes how many bytes a file may have; a larger one is not read. Default: 50 MB
     * @throws IllegalArgumentException if the first is negative, or the second less than 1
     */
    public Moodle files(int perLook, long largestBytes) {
        this.limits = new FileLimits(perLook, largestBytes);
        return this;
    }

    /**
     * Returns how people speak of a Moodle whose collector has the default name, for accounts that are read without a tracker.
     * The collector hands it over by itself, whatever its name.
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
        Pace pace = new Pace(waits, budget, patience);
        Credentials credentials = new Credentials(token, username, password, service, tryRefused);
        return new MoodleCollector(
                name,
                new MoodleSite(address, http, credentials, pace),
                limits.within(Runtime.getRuntime().maxMemory()));
    }
}
