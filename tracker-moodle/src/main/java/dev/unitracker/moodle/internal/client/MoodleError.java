package dev.unitracker.moodle.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.http.Secrets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error that Moodle answered. It is told by its code; the message is localised and only for people.
 *
 * @param code Moodle's {@code errorcode}; where it sends none, the exception's class; {@link #NOT_JSON} for a page
 * @param message Moodle's words, or ours
 */
public record MoodleError(String code, String message) {

    /** The answer was no JSON: a login page, a firewall's page, a text cut short. */
    public static final String NOT_JSON = "NOT_JSON";

    /** Something else came in place of a file; only the words tell what. */
    public static final String NOT_THE_FILE = "NOT_THE_FILE";

    /** No file will come, nor would any other. */
    private static final String OUT_OF_ORDER = "OUT_OF_ORDER";

    /** What a dead token answers; the second also means that a function is not allowed. */
    private static final Set<String> MAYBE_LOGGED_OUT = Set.of("invalidtoken", "accessexception");

    /** What a live token answers whose owner must do something first, in a browser or with the site's staff. */
    private static final Set<String> ACCOUNT_BLOCKED = Set.of(
            "userdeleted",
            "wsaccessuserdeleted",
            "wsaccessusersuspended",
            "wsaccessuserunconfirmed",
            "wsaccessuserexpired",
            "wsaccessusernologin",
            "forcepasswordchangenotice",
            "usernotfullysetup",
            "sitepolicynotagreed");

    /** What a code reads like: {@code invalidlogin}, {@code error/cannotlogin}, a class of PHP. */
    private static final Pattern CODE = Pattern.compile("^[A-Za-z0-9_/\\\\-]{1,80}$");

    private static final Set<String> SITE_CLOSED = Set.of("sitemaintenance", "upgraderunning");

    /** What a site answers to everything as long as it does not reach its own database. */
    private static final Set<String> WITHOUT_DATABASE =
            Set.of("dbconnectionfailed", "dml_connection_exception", "sessionerroruser");

    /** What the login answers where it read user and password and does not take them; of old sites the second. */
    private static final Set<String> WRONG_PASSWORD = Set.of("invalidlogin", "usernamenotfound");

    /** What the login answers where the account, or the site's settings, allow none; what else it answers is trouble. */
    private static final Set<String> NO_LOGIN = Set.of(
            "noguest",
            "usernotconfirmed",
            "passwordisexpired",
            "restoredaccountresetpassword",
            "enablewsdescription",
            "servicenotavailable",
            "cannotcreatetoken",
            "cannotcreatemobiletoken",
            "missingrequiredcapability",
            "usernotallowed");

    public MoodleError {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }

    /** Returns what is said in place of a file that came as something else. */
    static MoodleError notTheFile(String words) {
        return new MoodleError(NOT_THE_FILE, words);
    }

    /** Returns what is said in place of a file, and of every other, while the site is out of order. */
    static MoodleError outOfOrder(@Nullable String words) {
        return new MoodleError(OUT_OF_ORDER, words == null ? "" : words);
    }

    /** Returns what is said in place of an answer for which there is no memory. */
    static MoodleError tooLarge() {
        return new MoodleError("TOO_LARGE", "the site sent more than there is memory for");
    }

    /** Returns the same without secrets. */
    MoodleError without(Secrets secrets) {
        return new MoodleError(secrets.hide(code), secrets.hide(message));
    }

    /** Reads the error out of an answer; empty if it is none. */
    static Optional<MoodleError> in(JsonNode answer) {
        boolean script = answer.hasNonNull("error") && !answer.path("error").isBoolean();
        boolean inBatch = answer.hasNonNull("errorcode") && answer.hasNonNull("message");
        if (!answer.isObject() || !(answer.hasNonNull("exception") || script || inBatch)) {
            return Optional.empty();
        }
        String code = answer.path("errorcode").asText("");
        String named = code.isEmpty() ? answer.path("exception").asText("unknown") : code;
        String message = answer.path("message").asText("");
        return Optional.of(
                new MoodleError(named, message.isEmpty() ? answer.path("error").asText("") : message));
    }

    /** Reads what {@link #toWords} wrote. */
    static MoodleError parse(String words) {
        int end = words.indexOf('\n');
        return end < 0
                ? new MoodleError(words, "")
                : new MoodleError(words.substring(0, end), words.substring(end + 1));
    }

    /** Returns code and message as they are kept for replays. */
    public String toWords() {
        return code + "\n" + message;
    }

    /**
     * Returns what may be shown of an answer to a login, which may repeat what was sent in whatever form: the code if it is
     * one, and the words if nothing in them is, or comes near to, the password.
     */
    MoodleError withoutEcho(String password) {
        String shownCode = CODE.matcher(code).matches() && !Echo.repeats(code, password) ? code : "unknown";
        return new MoodleError(shownCode, Echo.repeats(message, password) ? "" : message);
    }

    /** Tells whether the token may be dead. */
    boolean maybeLoggedOut() {
        return MAYBE_LOGGED_OUT.contains(code);
    }

    /** Tells whether the student's account is shut or unfinished, so that every function is refused. */
    boolean accountBlocked() {
        return ACCOUNT_BLOCKED.contains(code);
    }

    /** Tells whether the site is closed to everybody for now. */
    boolean siteClosed() {
        return SITE_CLOSED.contains(code);
    }

    /** Tells whether the site works for nobody now, because it does not reach its database. */
    boolean withoutDatabase() {
        return WITHOUT_DATABASE.contains(code);
    }

    /** Tells whether an answer to a login says that user and password are not right. Moodle also says so of those it locked out. */
    boolean wrongPassword() {
        return WRONG_PASSWORD.contains(code);
    }

    /** Tells whether an answer to a login refuses it, so that nothing but another password or another setting helps. */
    boolean loginRefused() {
        return wrongPassword() || accountBlocked() || NO_LOGIN.contains(code);
    }

    /** Tells whether no other file would come either. */
    public boolean outOfOrder() {
        return code.equals(OUT_OF_ORDER);
    }

    /** Tells whether the site did not know an argument. */
    boolean argumentRejected() {
        return code.equals("invalidparameter") || code.equals("errorinvalidparam");
    }

    /** Tells whether asking again soon may help. */
    boolean busy() {
        return code.equals("ex_unabletolock");
    }

    /** Returns code and words, for people. */
    @Override
    public String toString() {
        if (code.equals(NOT_THE_FILE) || outOfOrder()) {
            return message;
        }
        String words = message.length() > 160 ? message.substring(0, 160) + "…" : message;
        return words.isBlank() ? code : code + " (" + words + ")";
    }
}
