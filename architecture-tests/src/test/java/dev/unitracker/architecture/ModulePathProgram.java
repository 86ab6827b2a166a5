package dev.unitracker.architecture;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.unitracker.Tracker;
import dev.unitracker.moodle.Moodle;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.report.SyncReport;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.telegram.TelegramNotifier;
import dev.unitracker.words.Language;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;

/** A host whose libraries lie on the module path: H2 is migrated, a simulated Moodle looked at, a chat told. */
public final class ModulePathProgram {

    private ModulePathProgram() {}

    /** Takes the folder of the database. Prints what came of it, a line each. */
    public static void main(String[] args) throws IOException {
        AtomicInteger messages = new AtomicInteger();
        HttpServer telegram = botApi(messages);
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo()).start();
                JdbcStore store = JdbcStore.inFile(Path.of(args[0])).build()) {
            Tracker tracker = Tracker.of(store, ZoneId.of("Europe/Madrid"), Language.ENGLISH)
                    .collector(Moodle.at(moodle.url()).token(moodle.token()).build())
                    .notifier(TelegramNotifier.to("42", "123456:abcdefghijklmnopqrstuvwxyz0123456789")
                            .baseUrl("http://127.0.0.1:" + telegram.getAddress().getPort())
                            .build())
                    .clock(moodle::now)
                    .build();
            SyncReport report = tracker.sync();
            System.out.println("module " + Tracker.class.getModule().getName());
            System.out.println("items " + report.items());
            System.out.println("messages " + messages.get());
        } finally {
            telegram.stop(0);
        }
    }

    private static HttpServer botApi(AtomicInteger messages) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, messages));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, AtomicInteger messages) throws IOException {
        exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestURI().getPath().endsWith("/sendMessage")) {
            messages.incrementAndGet();
        }
        byte[] body = "{\"ok\":true,\"result\":{\"message_id\":1,\"chat\":{\"id\":42,\"type\":\"private\"}}}"
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
