package dev.unitracker.example.server;

import dev.unitracker.error.SettingsException;
import dev.unitracker.example.metrics.Meters;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The HTTP server, running until it is closed. Closing it brings to its end what is being answered. Safe for use by several threads. */
public final class ApiServer implements AutoCloseable {

    /** How long what is being answered may take when the server is closed. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** From here on virtual threads do not hold on to the few threads below them where they wait for each other. */
    private static final int VIRTUAL_THREADS = 24;

    private static final int LONGEST_HEAD = 16 * 1024;

    /** So many are in a millisecond. */
    private static final double NANOS = 1_000_000;

    private final Javalin javalin;
    private final List<Runnable> endings;

    private ApiServer(Javalin javalin, List<Runnable> endings) {
        this.javalin = javalin;
        this.endings = List.copyOf(endings);
    }

    /** Starts to build a server with the routes of {@link Api}. */
    public static Builder of(Hosted hosted, Premises premises) {
        return new Builder(hosted, premises);
    }

    /** Builds a server. Not for use by several threads. */
    public static final class Builder {

        private final Hosted hosted;
        private final Meters meters;
        private final List<Route> routes;
        private final List<Consumer<JavalinConfig>> additions = new ArrayList<>();
        private final List<Runnable> endings = new ArrayList<>();
        private Gate gate = Gate.OPEN;
        private StreamPace streams = StreamPace.DEFAULT;

        private Builder(Hosted hosted, Premises premises) {
            this.hosted = hosted;
            this.meters = premises.meters();
            this.routes = new ArrayList<>(Api.routes(premises));
        }

        /** Sets who is let in. Default: everybody, which is right only where nobody else can reach the server. */
        public Builder gate(Gate other) {
            this.gate = other;
            return this;
        }

        /** Adds routes. */
        public Builder routes(Collection<Route> more) {
            routes.addAll(more);
            return this;
        }

        /** Sets how events are sent, and to how many at once. Default: {@link StreamPace#DEFAULT}. */
        public Builder streams(StreamPace pace) {
            this.streams = pace;
            return this;
        }

        /**
         * Adds what is no plain answer, such as pages. The gate's {@link Gate#enter} is asked before it, its
         * {@link Gate#pass} is not.
         */
        public Builder with(Consumer<JavalinConfig> addition) {
            additions.add(addition);
            return this;
        }

        /** Adds something that ends what would never end by itself, when the server is closed. */
        public Builder atTheEnd(Runnable ending) {
            endings.add(ending);
            return this;
        }

        /** Returns all routes that the server will have. */
        public List<Route> routes() {
            return List.copyOf(routes);
        }

        /**
         * Starts the server.
         *
         * @param host the address of this machine to listen at, for example {@code 127.0.0.1}
         * @param port the port; 0 for any that is free
         * @throws SettingsException if it cannot listen there
         */
        public ApiServer start(String host, int port) {
            checkFree(host, port);
            Streams open = new Streams(hosted, streams);
            endings.add(open::close);
            return new ApiServer(
                    Javalin.create(config -> configure(config, open)).start(host, port), endings);
        }

        /** Javalin says it in many lines. */
        private static void checkFree(String host, int port) {
            try (ServerSocket free = new ServerSocket()) {
                free.bind(new InetSocketAddress(host, port));
            } catch (IOException e) {
                throw new SettingsException(
                        "cannot listen at " + host + ", port " + port
                                + ": another program does, or this machine has no such address",
                        e);
            }
        }

        private void configure(JavalinConfig config, Streams open) {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = Runtime.version().feature() >= VIRTUAL_THREADS;
            config.http.prefer405over404 = true;
            config.http.generateEtags = false;
            config.router.javaLangErrorHandler(Gateway::failed);
            config.jetty.modifyHttpConfiguration(Builder::configure);
            config.jetty.modifyServer(Builder::configure);
            config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new ServerErrors()));
            Gateway gateway = new Gateway(hosted, gate, open);
            gateway.frame(config.routes);
            config.requestLogger.http((context, millis) -> meters.answered(
                    context.method().name(), Gateway.route(context), context.statusCode(), Duration.ofNanos((long)
                            (millis * NANOS))));
            routes.forEach(route -> gateway.add(route, config.routes));
            additions.forEach(addition -> addition.accept(config));
        }

        private static void configure(HttpConfiguration http) {
            // Javalin would let addresses pass that different readers understand differently. What the name of an
            // account may hold
            // is let pass: it is decoded once, by what asked for it.
            Set<UriCompliance.Violation> allowed = EnumSet.of(
                    UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR, UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);
            http.setUriCompliance(new UriCompliance("accounts", allowed));
            http.setRequestHeaderSize(LONGEST_HEAD);
            http.setSendServerVersion(false);
        }

        private static void configure(Server server) {
            server.insertHandler(new GracefulHandler());
            server.setStopTimeout(PATIENCE.toMillis());
            server.setErrorHandler(new ServerErrors());
        }
    }

    /** Returns the port that the server listens at. */
    public int port() {
        return javalin.port();
    }

    /** Lets nobody in any more, waits until what is being answered is answered, and ends. */
    @Override
    public void close() {
        endings.forEach(Runnable::run);
        javalin.stop();
    }
}
