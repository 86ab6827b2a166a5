package dev.unitracker.moodle.internal.client;

import dev.unitracker.error.SourceUnavailableException;
import io.github.resilience4j.core.IntervalBiFunction;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends forms to one site and to no other. Everything goes by POST, so that no secret is part of a URL, but for an export
 * address, which is a secret itself; redirects are not followed, so that none reaches another host. Safe for use by several threads.
 */
final class Transport {

    private static final Logger log = LoggerFactory.getLogger("unitracker.moodle");

    /** Some firewalls turn away whoever does not look like a browser. */
    private static final String USER_AGENT = "Mozilla/5.0 (compatible; UniTracker)";

    private static final long LARGEST_ANSWER = 64L * 1024 * 1024;

    private final OkHttpClient http;
    private final HttpUrl site;
    private final RequestGate gate;
    private final IntervalFunction backoff;
    private final Retry retry;
    private final Runnable requestMade;

    Transport(OkHttpClient http, URI site, RequestGate gate, RetryWaits waits, Runnable requestMade) {
        this.http = http.newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        this.site = HttpUrl.get(site.toString());
        this.gate = gate;
        this.requestMade = requestMade;
        this.backoff = IntervalFunction.ofExponentialRandomBackoff(
                waits.first().toMillis(), 2.0, 0.5, waits.longest().toMillis());
        this.retry = Retry.of(
                "moodle",
                RetryConfig.<Raw>custom()
                        .maxAttempts(waits.attempts())
                        .intervalBiFunction(wait(backoff, waits.longest()))
                        .retryOnResult(raw -> raw != null && raw.worthAnotherTry())
                        .retryOnException(e -> e instanceof IOException)
                        .build());
    }

    /**
     * Posts a form below the site's address.
     *
     * @param path for example {@code webservice/rest/server.php}
     * @throws SourceUnavailableException if there is no answer, after some tries
     */
    Raw post(String path, Map<String, String> form) {
        return tried(path, () -> send(request(url(path), form), this::readAll));
    }

    /**
     * Reads a link of the site whose query is its key.
     *
     * @throws SourceUnavailableException if there is no answer, after some tries
     */
    Raw get(HttpUrl url) {
        Request request =
                new Request.Builder().url(url).header("User-Agent", USER_AGENT).build();
        return tried(url.encodedPath(), () -> send(request, this::readAll));
    }

    /**
     * Posts a form to a link of the site and writes the answer's body to a file.
     *
     * @return the answer with the first kilobyte of its body
     * @throws SourceUnavailableException if there is no answer, after some tries, or the link leads to another site
     */
    Raw download(String link, Map<String, String> form, Path target, long largest) {
        HttpUrl url = HttpUrl.parse(link);
        if (url == null || !ofSite(url)) {
            throw new SourceUnavailableException("a file lies on another site and is not downloaded");
        }
        return tried(url.encodedPath(), () -> send(request(url, form), response -> save(response, target, largest)));
    }

    /** The host may serve other programs beside the site; they are none of ours. */
    boolean ofSite(HttpUrl url) {
        String folder = site.encodedPath().endsWith("/") ? site.encodedPath() : site.encodedPath() + "/";
        return url.scheme().equals(site.scheme())
                && url.host().equals(site.host())
                && url.port() == site.port()
                && url.encodedPath().startsWith(folder);
    }

    /** Waits as after a failed try, because the site said in words of its own that it is too busy. */
    void holdOn(int attempt) {
        gate.slowDown();
        try {
            gate.sleep(Duration.ofMillis(backoff.apply(attempt)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceUnavailableException("interrupted while waiting for " + site.host(), e);
        }
    }

    private interface Reader {
        Raw read(Response response) throws IOException;
    }

    private Raw tried(String what, Callable<Raw> attempt) {
        try {
            Raw raw = retry.executeCallable(attempt);
            if (raw.worthAnotherTry()) {
                throw outOfOrder(raw);
            }
            return redirectsRefused(raw);
        } catch (SourceUnavailableException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceUnavailableException("interrupted while reading " + what + " of " + site.host(), e);
        } catch (Exception e) {
            throw new SourceUnavailableException(
                    "could not read " + what + " of " + site.host() + " (" + words(e)
                            + "); it will be tried again on the next run",
                    e);
        }
    }

    private static String words(Exception e) {
        if (e instanceof SocketTimeoutException) {
            return "no answer in time";
        }
        if (e instanceof UnknownHostException) {
            return "no such host; are the address and the network right?";
        }
        if (e instanceof ConnectException) {
            return "nobody answers there";
        }
        if (e instanceof SSLException) {
            return "its certificate is not trusted";
        }
        return e instanceof IOException
                ? "the connection broke off"
                : e.getClass().getSimpleName();
    }

    private SourceUnavailableException outOfOrder(Raw raw) {
        String words = site.host() + " answered HTTP " + raw.status() + "; it will be tried again on the next run";
        return raw.asksForPatience()
                ? new SourceUnavailableException(words)
                : new SourceUnavailableException(words, new UnusableAnswerException("HTTP " + raw.status()));
    }

    private Raw redirectsRefused(Raw raw) {
        if (raw.status() >= 300 && raw.status() < 400) {
            throw new SourceUnavailableException(site.host()
                    + " sends us to another address; set the site's address to the one that a browser ends up at");
        }
        return raw;
    }

    private Raw send(Request request, Reader reader) throws IOException, InterruptedException {
        gate.enter();
        requestMade.run();
        try (Response response = http.newCall(request).execute()) {
            Raw raw = reader.read(response);
            log.debug(
                    "{} {} {}",
                    request.url().encodedPath(),
                    raw.status(),
                    raw.body().size());
            if (raw.worthAnotherTry()) {
                gate.slowDown();
            }
            return raw;
        } finally {
            gate.leave();
        }
    }

    private static Request request(HttpUrl url, Map<String, String> form) {
        FormBody.Builder body = new FormBody.Builder(StandardCharsets.UTF_8);
        form.forEach(body::add);
        return new Request.Builder()
                .url(url)
                .header("User-Agent", USER_AGENT)
                .post(body.build())
                .build();
    }

    private HttpUrl url(String path) {
        return site.newBuilder().addPathSegments(path).build();
    }

    private Raw readAll(Response response) throws IOException {
        try (InputStream body = response.body().byteStream()) {
            byte[] bytes = body.readNBytes((int) LARGEST_ANSWER);
            return raw(response, bytes);
        }
    }

    private static Raw save(Response response, Path target, long largest) throws IOException {
        try (InputStream body = response.body().byteStream();
                OutputStream out = Files.newOutputStream(target)) {
            byte[] head = body.readNBytes(1024);
            out.write(head);
            byte[] buffer = new byte[64 * 1024];
            long written = head.length;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                written += read;
                if (written > largest) {
                    throw new SourceUnavailableException(
                            "a file is larger than " + largest + " bytes and was not read");
                }
                out.write(buffer, 0, read);
            }
            return raw(response, head);
        }
    }

    private static Raw raw(Response response, byte[] body) {
        @Nullable Instant date = response.headers().getInstant("Date");
        return new Raw(response.code(), ByteString.of(body), date, seconds(response.header("Retry-After")));
    }

    private static @Nullable Long seconds(@Nullable String retryAfter) {
        return retryAfter != null && retryAfter.matches("\\d{1,6}") ? Long.valueOf(retryAfter) : null;
    }

    private static IntervalBiFunction<Raw> wait(IntervalFunction backoff, Duration longest) {
        return (attempt, outcome) -> {
            Long asked = outcome.isRight() ? outcome.get().retryAfterSeconds() : null;
            return asked == null ? backoff.apply(attempt) : Long.valueOf(Math.min(asked * 1000, longest.toMillis()));
        };
    }
}
