package dev.unitracker.moodle.internal.client;

import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.http.HttpAnswer;
import dev.unitracker.http.HttpDoor;
import dev.unitracker.http.HttpDoorBuilder;
import dev.unitracker.http.NoAnswerException;
import dev.unitracker.http.NoAnswerException.Reason;
import dev.unitracker.http.SecretNames;
import dev.unitracker.http.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Sends forms to one site during one look. Everything goes by POST, so that no secret is part of a URL, but for an export
 * address, which is a secret itself. What goes wrong is told as what a collector throws. Safe for use by several threads.
 */
final class Transport {

    /** Some firewalls turn away whoever does not look like a browser. */
    private static final String USER_AGENT = "Mozilla/5.0 (compatible; UniTracker)";

    /** Keys and tokens that Moodle puts into its answers, named or in links. */
    private static final SecretNames SECRETS = new SecretNames(
            Set.of("token", "privatetoken", "userprivateaccesskey", "sesskey"),
            Set.of("token", "wstoken", "authtoken", "privatetoken", "sesskey"),
            Set.of("tokenpluginfile.php"));

    /** The scripts that send files to whoever has a token. */
    private static final Set<String> FILE_SCRIPTS = Set.of("webservice/pluginfile.php", "pluginfile.php");

    private final HttpDoor door;
    private final HttpDoor files;

    Transport(HttpDoor door, Patience patience, Runnable requestMade) {
        HttpDoor own = door.allWithin(patience.look()).eachTry(requestMade);
        this.door = own.eachWithin(patience.answer());
        this.files = own.eachWithin(patience.file());
    }

    /** Returns secrets as Moodle names them, of which none is known yet. */
    static Secrets secrets() {
        return Secrets.behind(SECRETS);
    }

    /** Starts building a door to a site: how long it is waited for a Moodle, and what is said to it. */
    static HttpDoorBuilder doorTo(HttpUrl site) {
        return HttpDoor.to(site)
                .connectWithin(Duration.ofSeconds(15))
                .readWithin(Duration.ofSeconds(60))
                .largestAnswer(Room.largestAnswer())
                .userAgent(USER_AGENT)
                .logger("unitracker.moodle");
    }

    /**
     * Posts a form below the site's address.
     *
     * @param path for example {@code webservice/rest/server.php}
     * @throws SourceUnavailableException if there is no answer, after some tries
     */
    HttpAnswer post(String path, Map<String, String> form) {
        HttpUrl url = door.server().newBuilder().addPathSegments(path).build();
        return told(path, () -> door.ask(request(url, form)));
    }

    /**
     * Reads a link of the site whose query is its key.
     *
     * @throws SourceUnavailableException if there is no answer, after some tries
     */
    HttpAnswer get(HttpUrl url) {
        return told(
                url.encodedPath(), () -> door.ask(new Request.Builder().url(url).build()));
    }

    /**
     * Posts a form to a link of the site and writes the answer's body to a file.
     *
     * @return the answer with the first kilobyte of its body
     * @throws SourceUnavailableException if there is no answer, after some tries, or the link leads elsewhere
     *     than to the files of the site
     */
    HttpAnswer download(String link, Map<String, String> form, Path target, long largest) {
        HttpUrl url = HttpUrl.parse(link);
        if (url == null || !ofSite(url)) {
            throw new SourceUnavailableException("a file lies on another site and is not downloaded");
        }
        if (!ofFiles(url)) {
            throw new SourceUnavailableException(
                    "a file's link does not lead to where the site keeps files, and is not followed");
        }
        return told(url.encodedPath(), () -> {
            try {
                return files.save(request(url, form), target, largest);
            } catch (NoAnswerException e) {
                if (e.reason() == Reason.TOO_LARGE) {
                    throw new SourceUnavailableException(
                            "a file is larger than " + largest + " bytes and was not read");
                }
                throw e;
            }
        });
    }

    /** The host may serve other programs beside the site; they are none of ours. */
    private boolean ofSite(HttpUrl url) {
        String path = door.server().encodedPath();
        return door.leadsTo(url) && url.encodedPath().startsWith(path.endsWith("/") ? path : path + "/");
    }

    /** A link may name any script of the site, with another's name behind it; the token is for those that send files. */
    private boolean ofFiles(HttpUrl url) {
        int site = door.server().encodedPath().endsWith("/")
                ? door.server().encodedPath().length()
                : door.server().encodedPath().length() + 1;
        String path = url.encodedPath().substring(site);
        return FILE_SCRIPTS.stream().anyMatch(script -> path.equals(script) || path.startsWith(script + "/"));
    }

    /** Waits as after a failed try, because the site said in words of its own that it is too busy. */
    void holdOn(int attempt) {
        try {
            door.holdOn(attempt);
        } catch (NoAnswerException e) {
            throw new SourceUnavailableException("interrupted while waiting for " + host(), e);
        }
    }

    private interface Question {
        HttpAnswer ask() throws NoAnswerException;
    }

    private HttpAnswer told(String what, Question question) {
        try {
            HttpAnswer answer = question.ask();
            if (answer.worthAnotherTry()) {
                throw outOfOrder(answer);
            }
            return redirectsRefused(answer);
        } catch (NoAnswerException e) {
            if (e.reason() == Reason.OUT_OF_TIME) {
                throw new SourceUnavailableException(
                        host() + " took too long for all that was to be read; what was not is left for the next run",
                        e);
            }
            throw new SourceUnavailableException(
                    "could not read " + what + " of " + host() + " ("
                            + e.reason().words() + "); it will be tried again on the next run",
                    e);
        }
    }

    private SourceUnavailableException outOfOrder(HttpAnswer answer) {
        String words = host() + " answered HTTP " + answer.status() + "; it will be tried again on the next run";
        return answer.asksForPatience()
                ? new SourceUnavailableException(words)
                : new SourceUnavailableException(words, new UnusableAnswerException("HTTP " + answer.status()));
    }

    private HttpAnswer redirectsRefused(HttpAnswer answer) {
        if (answer.redirect()) {
            throw new SourceUnavailableException(host()
                    + " sends us to another address; set the site's address to the one that a browser ends up at");
        }
        return answer;
    }

    private static Request request(HttpUrl url, Map<String, String> form) {
        FormBody.Builder body = new FormBody.Builder(StandardCharsets.UTF_8);
        form.forEach(body::add);
        return new Request.Builder().url(url).post(body.build()).build();
    }

    private String host() {
        return door.server().host();
    }
}
