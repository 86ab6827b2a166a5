package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.Account;
import dev.unitracker.Accounts;
import dev.unitracker.Tracker;
import dev.unitracker.example.worker.Databases;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemType;
import dev.unitracker.spi.Store;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.words.Language;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes as they come, over real connections. */
class EventsTest {

    private static final String ANA = "ana";
    private static final String BEA = "bea";
    private static final StreamPace PACE = StreamPace.DEFAULT;

    /** Half of the minute that a closing server waits for what is being answered, in milliseconds: nobody waited for its end. */
    private static final long LESS_THAN_PATIENCE = 30_000;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean refuses;

    @AfterEach
    void closeAll() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void events_are_the_rows_of_changes_in_their_order(Databases kind) {
        Store store = store(kind.newAddress());
        int port = serve(store, PACE);
        write(store, ANA, 45);

        EventReader reader = read(port, "/accounts/ana/events?after=3", "");
        List<JsonNode> events = reader.next(42);

        assertThat(reader.header("Content-Type")).startsWith("text/event-stream");
        assertThat(reader.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(events)
                .containsExactlyElementsOf(rows(
                        RawHttp.at(port).ask("GET", "/changes?after=3").json().get("changes")));
        assertThat(reader.last()).isEqualTo(45);
    }

    @Test
    void who_does_not_say_how_far_he_got_hears_what_comes_next() {
        Store store = store(Databases.H2.newAddress());
        write(store, ANA, 5);
        EventReader reader = read(serve(store, PACE), "/events", "");
        reader.readUntil("");

        write(store, ANA, 1);

        assertThat(reader.next().get("number").asLong()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_another_process_commits_is_heard(Databases kind) {
        String address = kind.newAddress();
        Store here = store(address);
        Store there = store(address);
        EventReader reader = read(serve(here, PACE), "/events", "");
        reader.readUntil("");

        write(there, ANA, 1);

        // How soon, the benchmark of the API says.
        assertThat(reader.next().get("number").asLong()).isEqualTo(1);
    }

    @Test
    void who_reconnects_while_changes_are_written_misses_none_and_gets_none_twice() {
        Store store = store(Databases.H2.newAddress());
        int port = serve(store, PACE);
        int all = 150;
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < all; i++) {
                write(store, ANA, 1);
            }
        });
        List<Long> heard = new ArrayList<>();

        for (int times = 1; heard.size() < all; times++) {
            String last = heard.isEmpty() ? "0" : Long.toString(heard.get(heard.size() - 1));
            // As a browser does: the address is the same, the header says how far it got.
            try (EventReader reader = EventReader.at(port, "/events?after=0", last)) {
                reader.next(Math.min(1 + times * 3 % 11, all - heard.size()))
                        .forEach(event -> heard.add(event.get("number").asLong()));
                assertThat(reader.last()).isEqualTo(heard.get(heard.size() - 1));
            }
        }

        writer.join();
        assertThat(heard)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all).boxed().toList());
    }

    @Test
    void accounts_hear_nothing_of_one_another() {
        Store store = store(Databases.H2.newAddress());
        int port = serve(store, PACE);
        EventReader ana = read(port, "/events?after=0", "");
        EventReader bea = read(port, "/accounts/bea/events?after=0", "");

        write(store, BEA, 2);
        write(store, ANA, 1);

        assertThat(ana.next().get("title").asText()).isEqualTo("ana 0");
        assertThat(bea.next(2)).allMatch(event -> event.get("title").asText().startsWith("bea"));
        write(store, ANA, 1);
        write(store, BEA, 1);
        assertThat(bea.next().get("number").asLong()).isEqualTo(3);
        assertThat(ana.next().get("number").asLong()).isEqualTo(2);
    }

    @Test
    void a_comment_comes_where_nothing_else_does_and_the_time_to_wait_before_reconnecting_first() {
        Store store = store(Databases.H2.newAddress());

        EventReader reader = read(serve(store, PACE.heartbeat(Duration.ofMillis(20))), "/events", "");

        assertThat(reader.line()).isEqualTo("retry: 2000");
        reader.readUntil(":");
        reader.readUntil(":");
        write(store, ANA, 1);
        assertThat(reader.next().get("number").asLong()).isEqualTo(1);
    }

    @Test
    void the_end_of_the_server_ends_every_stream_at_once() {
        Store store = store(Databases.H2.newAddress());
        ApiServer server = server(store, PACE);
        List<EventReader> readers = List.of(
                read(server.port(), "/events", ""),
                read(server.port(), "/events?after=0", ""),
                read(server.port(), "/accounts/bea/events", ""));

        readers.forEach(reader -> reader.readUntil(""));
        long from = System.nanoTime();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);

        assertThat(readers).allMatch(reader -> reader.line() == null);

        long millis = (System.nanoTime() - from) / 1_000_000;
        assertThat(millis).isLessThan(LESS_THAN_PATIENCE);
        closing.join();
    }

    @Test
    void who_reads_nothing_keeps_neither_others_nor_the_end_of_the_server_waiting() throws Exception {
        Store store = store(Databases.H2.newAddress());
        ApiServer server = server(store, PACE);
        String long1 = "x".repeat(1_000_000);
        store.inTransaction(
                ANA,
                session -> session.ledger()
                        .append(
                                "run",
                                IntStream.range(0, 40)
                                        .mapToObj(i -> change(ANA, i, long1))
                                        .toList()));
        try (Socket idle = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            idle.getOutputStream()
                    .write("GET /events?after=0 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(idle.getInputStream().read()).isEqualTo('H');
            EventReader reader = read(server.port(), "/events", "40");
            write(store, ANA, 1);
            assertThat(reader.next().get("number").asLong()).isEqualTo(41);

            assertThat(closing(server)).isLessThan(LESS_THAN_PATIENCE);
        }
    }

    private static long closing(ApiServer server) {
        long from = System.nanoTime();
        server.close();
        long millis = (System.nanoTime() - from) / 1_000_000;
        return millis;
    }

    @Test
    void whoever_lets_in_is_asked_for_streams_too_and_again_at_each_heartbeat() {
        Store store = store(Databases.H2.newAddress());
        int port = serve(store, PACE.heartbeat(Duration.ofMillis(20)));
        EventReader reader = read(port, "/accounts/bea/events", "");
        reader.readUntil(":");
        reader.readUntil(":");

        assertThat(asked).containsOnly("/events of bea").hasSizeGreaterThan(2);

        refuses = true;
        String line = "";
        while (line != null) {
            line = reader.line();
        }
        assertThat(RawHttp.at(port).ask("GET", "/events").status()).isEqualTo(401);
    }

    @Test
    void a_stream_ends_after_its_time() {
        Store store = store(Databases.H2.newAddress());
        write(store, ANA, 2);

        RawHttp.Answered answered =
                RawHttp.at(serve(store, PACE.longest(Duration.ofMillis(50)))).ask("GET", "/events?after=1");

        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.body())
                .startsWith("retry: 2000\n\nid: 2\ndata: {\"number\":2,")
                .endsWith("}\n\n");
    }

    @Test
    void too_many_streams_are_refused_until_one_is_closed() throws IOException {
        Store store = store(Databases.H2.newAddress());
        RawHttp http = RawHttp.at(serve(store, PACE.atMost(2, 3)));
        EventReader first = read(port(), "/events", "");
        read(port(), "/accounts/ana/events", "");

        RawHttp.Answered third = http.ask("GET", "/events");
        read(port(), "/accounts/bea/events", "");
        RawHttp.Answered another = http.ask("GET", "/accounts/bea/events");

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.text("/detail")).contains("2 streams");
        assertThat(third.header("Retry-After")).isPresent();
        assertThat(another.status()).isEqualTo(503);
        assertThat(another.text("/detail")).contains("/changes");

        first.close();
        int status = 0;
        for (int i = 0; i < 10_000 && status != 200; i++) {
            try (EventReader again = EventReader.at(port(), "/events", "")) {
                status = again.status();
            }
        }
        assertThat(status).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "01", "1.0", "3", "99999999999999999999", "", " ", "%31", "1,2"})
    void an_id_that_is_of_no_event_is_refused(String id) {
        Store store = store(Databases.H2.newAddress());
        write(store, ANA, 2);
        RawHttp http = RawHttp.at(serve(store, PACE));

        RawHttp.Answered answered = http.ask("GET", "/events?after=0", "Last-Event-ID: " + id);

        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.text("/detail")).isNotBlank();
        assertThat(http.ask("GET", "/events?after=3").status()).isEqualTo(400);
    }

    @Test
    void who_asks_for_the_head_alone_gets_it_at_once() {
        Store store = store(Databases.H2.newAddress());

        RawHttp.Answered head = RawHttp.at(serve(store, PACE)).ask("HEAD", "/events");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(head.body()).isEmpty();
    }

    private Store store(String address) {
        JdbcStore store = JdbcStore.at(address).build();
        opened.add(store);
        for (String name : List.of(ANA, BEA)) {
            Accounts.in(store).create(name, ZoneId.of("America/Lima"), Language.SPANISH);
        }
        return store;
    }

    private int port;

    private int port() {
        return port;
    }

    private int serve(Store store, StreamPace pace) {
        return serve(new TwoAccounts(store), pace);
    }

    private int serve(Hosted hosted, StreamPace pace) {
        ApiServer server = ApiServer.of(hosted, new Premises("test", "local", Duration.ofHours(6)))
                .gate(new Noting())
                .streams(pace)
                .start("127.0.0.1", 0);
        opened.add(server);
        port = server.port();
        return port;
    }

    private ApiServer server(Store store, StreamPace pace) {
        serve(store, pace);
        return (ApiServer) opened.remove(opened.size() - 1);
    }

    private EventReader read(int at, String path, String last) {
        EventReader reader = EventReader.at(at, path, last);
        opened.add(reader);
        assertThat(reader.status()).isEqualTo(200);
        return reader;
    }

    private static void write(Store store, String account, int count) {
        store.inTransaction(
                account,
                session -> session.ledger()
                        .append(
                                "run",
                                IntStream.range(0, count)
                                        .mapToObj(i -> change(account, i, "año 👋\n\"x\""))
                                        .toList()));
    }

    private static Change change(String account, int i, String text) {
        return new Change(
                0,
                new ItemId(account, "campus", "module:" + i),
                ChangeKind.CONTENT_CHANGED,
                new Change.About(ItemType.ASSIGNMENT, null, account + " " + i, null),
                List.of(new FieldChange("body_text", null, text)),
                "key",
                Instant.parse("2026-11-22T12:00:00Z"),
                false,
                List.of());
    }

    private static List<JsonNode> rows(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** Notes who asks for what, and refuses from a moment on. */
    private final class Noting implements Gate {
        @Override
        public boolean knows(Context request, String account) {
            return true;
        }

        @Override
        public void enter(Context request) {
            // Whoever reaches it may come in.
        }

        @Override
        public void pass(Context request, Route route, String account) {
            asked.add(route.path() + " of " + account);
            if (refuses) {
                throw new Refusal(401, "not any more", Map.of());
            }
        }
    }

    /** Two accounts of one store, of which nobody looks. */
    private static final class TwoAccounts implements Hosted {
        private final Accounts accounts;

        TwoAccounts(Store store) {
            this.accounts = Accounts.in(store);
        }

        @Override
        public String standard() {
            return ANA;
        }

        @Override
        public SortedSet<String> names() {
            return new TreeSet<>(List.of(ANA, BEA));
        }

        @Override
        public Optional<Account> account(String name) {
            return accounts.account(name);
        }

        @Override
        public Map<String, Long> lastChanges(Set<String> names) {
            return accounts.lastChanges(names);
        }

        @Override
        public Optional<Tracker> tracker(String name) {
            return Optional.empty();
        }
    }
}
