package dev.unitracker.example.server.guard;

import dev.unitracker.example.server.Refusal;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By which names a server is reached, so that a web page of somebody else's cannot read through the browser of whoever has it open: not
 * under a name of its own that it lets lead to this machine, and not from its own pages. Immutable.
 *
 * @param loopback whether only this machine reaches the address that it listens at
 * @param publicUrl where others reach it; null if that is not said
 */
public record Reach(boolean loopback, @Nullable URI publicUrl) {

    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Returns how a server is reached that listens at an address of this machine. */
    public static Reach at(InetAddress address, Optional<URI> publicUrl) {
        return new Reach(address.isLoopbackAddress(), publicUrl.orElse(null));
    }

    /** Tells whether others than the users of this machine may come, so that each has to say who he is. */
    public boolean needsTokens() {
        return !loopback || (publicUrl != null && !HERE.contains(host(publicUrl)));
    }

    /** Tells whether what goes over the net is encrypted, by whatever stands before this server. */
    public boolean isEncrypted() {
        return publicUrl != null && publicUrl.getScheme().equalsIgnoreCase("https");
    }

    /**
     * Looks at the name that a request came by.
     *
     * @throws Refusal if it is none of this server's
     */
    void checkName(Context request) {
        String host = Optional.ofNullable(request.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        if (loopback && !isOwn(host, request.req().getLocalPort())) {
            throw Refusal.forbidden("this server is not called so: ask for 127.0.0.1 or localhost, with the port"
                    + "; a server before this one is named by PUBLIC_URL");
        }
        boolean through = FORWARDED.stream().anyMatch(name -> request.header(name) != null);
        if (through && !needsTokens()) {
            throw Refusal.forbidden("this came through another server, so others may reach this one: set PUBLIC_URL to"
                    + " the address that they use, and give each a token");
        }
    }

    private boolean isOwn(String host, int port) {
        return HERE.stream().anyMatch(name -> isAuthority(host, name, port, HTTP))
                || (publicUrl != null
                        && isAuthority(host, host(publicUrl), port(publicUrl), usualPort(publicUrl.getScheme())));
    }

    private static boolean isAuthority(String text, String host, int port, int usual) {
        return text.equals(host + ":" + port) || (port == usual && text.equals(host));
    }

    /**
     * Looks at what a browser says of the page that a request came from.
     *
     * @throws Refusal if it is a page of somebody else's
     */
    void checkPage(Context request) {
        boolean ownPage =
                origin(request).map(origin -> isOwnOrigin(origin, request)).orElse(true);
        if (!ownPage || (origin(request).isEmpty() && isFromElsewhere(request))) {
            throw Refusal.forbidden("pages of other sites may not ask here");
        }
    }

    /** Tells whether a browser says that a request came from a page of this server. */
    boolean isFromOwnPage(Context request) {
        return origin(request)
                .map(origin -> isOwnOrigin(origin, request))
                .orElseGet(() -> "same-origin".equals(request.header("Sec-Fetch-Site")));
    }

    private static Optional<String> origin(Context request) {
        return Optional.ofNullable(request.header("Origin")).map(origin -> origin.toLowerCase(Locale.ROOT));
    }

    private boolean isOwnOrigin(String origin, Context request) {
        int scheme = origin.indexOf("://");
        if (scheme < 0) {
            return false;
        }
        String authority = origin.substring(scheme + "://".length());
        String host = Optional.ofNullable(request.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        // Where all may come by any name, a page is this server's own if it was loaded by the same one.
        return loopback ? isOwn(authority, request.req().getLocalPort()) : authority.equals(host);
    }

    /** A link of another page may lead here: the browser shows what comes, and that page reads nothing of it. */
    private static boolean isFromElsewhere(Context request) {
        String site = request.header("Sec-Fetch-Site");
        boolean elsewhere = site != null && !site.equals("same-origin") && !site.equals("none");
        boolean shown = "navigate".equals(request.header("Sec-Fetch-Mode"))
                && "document".equals(request.header("Sec-Fetch-Dest"))
                && Writes.isNone(request);
        return elsewhere && !shown;
    }

    private static String host(URI url) {
        return url.getHost().toLowerCase(Locale.ROOT);
    }

    private static int port(URI url) {
        return url.getPort() < 0 ? usualPort(url.getScheme()) : url.getPort();
    }

    private static int usualPort(String scheme) {
        return scheme.equalsIgnoreCase("https") ? HTTPS : HTTP;
    }
}
