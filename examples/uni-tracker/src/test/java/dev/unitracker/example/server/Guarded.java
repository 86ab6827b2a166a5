package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Account;
import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.example.server.act.LinkRoutes;
import dev.unitracker.example.server.guard.Guard;
import dev.unitracker.example.server.guard.GuardTables;
import dev.unitracker.example.server.guard.Reach;
import dev.unitracker.example.server.guard.Tokens;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.testkit.TestClock;
import dev.unitracker.words.Language;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A server that lets in whom it should, over real HTTP, with the accounts {@value #ANA}, which is the standard one, and {@value #BRUNO}, in
 * which nothing is known. Every answer is judged by the OpenAPI document.
 */
public final class Guarded implements Hosted, AutoCloseable {

    /** The standard account. */
    public static final String ANA = "ana";
    /** Another one. */
    public static final String BRUNO = "bruno";

    /** Where only this machine comes. */
    public static final Reach HERE = new Reach(true, null);

    /** Where anybody comes who reaches the machine. */
    public static final Reach ANYWHERE = new Reach(false, null);

    /** Behind another server. */
    public static final Reach PUBLIC = new Reach(true, URI.create("https://tracker.example.org"));

    static final int PER_MINUTE = 6000;

    private static final Judge JUDGE = new Judge();
    private static final List<String> DOCUMENTED = List.of("GET", "POST", "DELETE");

    private final TestClock clock = new TestClock();
    private final JdbcStore store;
    private final Tokens tokens;
    private final ApiServer server;

    private Guarded(Path folder, Reach reach, int perMinute, StreamPace streams) {
        store = JdbcStore.inFile(folder.resolve("guarded")).build();
        Accounts accounts = Accounts.in(store).at(clock);
        for (String name : names()) {
            accounts.create(name, ZoneId.of("Europe/Madrid"), Language.ENGLISH);
        }
        GuardTables.create(store.database());
        tokens = new Tokens(store.database(), clock);
        Guard guard = Guard.of(store.database(), reach, this, perMinute, clock);
        server = ApiServer.of(this, new Premises("test", "local", Duration.ofHours(6)))
                .gate(guard)
                .streams(streams)
                .routes(guard.routes())
                .routes(LinkRoutes.of(store.database(), new byte[32], clock))
                .start("127.0.0.1", 0);
    }

    /** Starts a server. */
    public static Guarded at(Reach reach, Path folder) {
        return at(reach, PER_MINUTE, folder);
    }

    /** Starts a server that lets each ask so much. */
    public static Guarded at(Reach reach, int perMinute, Path folder) {
        // Whoever asks for events gets those that there are.
        return new Guarded(folder, reach, perMinute, StreamPace.DEFAULT.longest(Duration.ZERO));
    }

    /** Starts a server whose streams of events go on. */
    static Guarded streaming(Path folder) {
        return new Guarded(folder, ANYWHERE, PER_MINUTE, StreamPace.DEFAULT.heartbeat(Duration.ofMillis(50)));
    }

    /** Returns all routes that a whole server has. Nothing is asked of what they stand on. */
    static List<Route> routes() {
        List<Route> all = new ArrayList<>(Api.routes(new Premises("test", "local", Duration.ofHours(6))));
        all.addAll(Guard.of(new JdbcDataSource(), HERE, new Nobody(), PER_MINUTE, new TestClock())
                .routes());
        all.addAll(LinkRoutes.of(new JdbcDataSource(), new byte[32], new TestClock()));
        return all;
    }

    /** Asks with some headers, and judges the answer, unless the document does not speak of the method. */
    public RawHttp.Answered ask(String method, String path, String... headers) {
        RawHttp.Answered answered = RawHttp.at(port()).ask(method, path, headers);
        return DOCUMENTED.contains(method) ? JUDGE.judged(method, path, answered) : answered;
    }

    /** Asks with a token. */
    public RawHttp.Answered askAs(String token, String method, String path) {
        return ask(method, path, "Authorization: Bearer " + token);
    }

    /** Asks under another name than this machine's own. */
    RawHttp.Answered askUnder(String host, String path, String... headers) {
        StringBuilder request =
                new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return JUDGE.judged(
                "GET", path, RawHttp.at(port()).send(request.append("\r\n").toString()));
    }

    /** Sends a body. */
    public RawHttp.Answered send(String path, String type, String body, String... headers) {
        StringBuilder request = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port()
                + "\r\nConnection: close\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return JUDGE.judged(
                "POST",
                path,
                RawHttp.at(port()).send(request.append("\r\n").append(body).toString()));
    }

    /** Logs a page in, and returns the header that it sends from then on. */
    public String logIn(String token) {
        RawHttp.Answered answered = send("/session", "application/json", "{\"token\": \"" + token + "\"}");
        return "Cookie: " + answered.header("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    /** Makes a token for an account that opens until it is revoked. */
    public String token(String account, Scope scope) {
        return tokens.add(account, scope, "", null);
    }

    /** Takes a token back. */
    public void revoke(String token) {
        assertThat(tokens.revoke(token.substring("ut_".length(), "ut_0123456789abcdef".length())))
                .isTrue();
    }

    /** Returns the tokens. */
    public Tokens tokens() {
        return tokens;
    }

    /** Returns the clock of all. */
    public TestClock clock() {
        return clock;
    }

    /** Returns where all is kept. */
    public JdbcStore store() {
        return store;
    }

    /** Returns the port. */
    public int port() {
        return server.port();
    }

    @Override
    public String standard() {
        return ANA;
    }

    @Override
    public String meant(String name) {
        return name.equals("default") ? ANA : name;
    }

    @Override
    public SortedSet<String> names() {
        return new TreeSet<>(List.of(ANA, BRUNO));
    }

    @Override
    public Optional<Account> account(String name) {
        return Accounts.in(store).at(clock).account(meant(name));
    }

    @Override
    public Optional<Tracker> tracker(String name) {
        return Optional.empty();
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }

    /** Nobody is hosted. */
    static final class Nobody implements Hosted {

        @Override
        public String standard() {
            return "";
        }

        @Override
        public SortedSet<String> names() {
            return new TreeSet<>();
        }

        @Override
        public Optional<Account> account(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Tracker> tracker(String name) {
            return Optional.empty();
        }
    }
}
