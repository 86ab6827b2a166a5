package dev.unitracker.example.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.unitracker.error.SettingsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Shows the numbers of a process that has no other server, to this machine only, until it is closed. */
public final class MetricsDoor implements AutoCloseable {

    private static final String PATH = "/metrics";
    private static final int OK = 200;
    private static final int UNKNOWN = 404;

    private final HttpServer server;

    private MetricsDoor(HttpServer server) {
        this.server = server;
    }

    /**
     * Begins to show them, at {@code /metrics}.
     *
     * @param port the port of this machine; 0 for any that is free
     * @throws SettingsException if another program has it
     */
    public static MetricsDoor open(int port, Meters meters) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", exchange -> answer(exchange, meters));
            server.start();
            return new MetricsDoor(server);
        } catch (IOException e) {
            throw new SettingsException("cannot show numbers at port " + port + ": another program has it", e);
        }
    }

    private static void answer(HttpExchange exchange, Meters meters) throws IOException {
        try (exchange) {
            boolean known = exchange.getRequestURI().getPath().equals(PATH);
            byte[] body = (known ? meters.text() : "there is " + PATH + " only\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", known ? Meters.CONTENT_TYPE : "text/plain");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(known ? OK : UNKNOWN, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Returns the port. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
