package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each scope on each route, whatever routes there are: a new one is tried without being named here. */
class ScopesTest {

    private static final Map<String, String> PARTS =
            Map.of("{id}", "1", "{number}", "1", "{name}", "moodle_forums", "{key}", "x", "{token}", "x");
    private static final List<Scope> SCOPES = List.of(Scope.READ, Scope.ACT, Scope.ADMIN);
    private static final String UNKNOWN = "there is no such account";

    @TempDir
    private static Path folder;

    private static Guarded guarded;
    private static final Map<Scope, String> OF_ANA = new EnumMap<>(Scope.class);
    private static final Map<Scope, String> OF_BRUNO = new EnumMap<>(Scope.class);

    @BeforeAll
    static void serve() {
        guarded = Guarded.at(Guarded.ANYWHERE, folder);
        for (Scope scope : SCOPES) {
            OF_ANA.put(scope, guarded.token(Guarded.ANA, scope));
            OF_BRUNO.put(scope, guarded.token(Guarded.BRUNO, scope));
        }
    }

    @AfterAll
    static void end() {
        guarded.close();
    }

    private static String ana(Scope scope) {
        return Objects.requireNonNull(OF_ANA.get(scope));
    }

    private static String bruno(Scope scope) {
        return Objects.requireNonNull(OF_BRUNO.get(scope));
    }

    /** One path with one method; what of an account that is named needs to be asked. */
    private record Door(String method, String path, Scope needed, boolean ofAccount, boolean named) {

        String under(String account) {
            return path.replace("{account}", account);
        }
    }

    private static List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        for (Route route : Guarded.routes()) {
            for (String path : route.paths()) {
                boolean named = path.startsWith(Route.OF_ACCOUNT);
                Scope needed = named && route.scope() == Scope.OPEN ? Scope.READ : route.scope();
                String filled = PARTS.entrySet().stream()
                        .reduce(path, (text, part) -> text.replace(part.getKey(), part.getValue()), (a, b) -> a);
                Stream.of(route.verb().name(), "HEAD")
                        .filter(method -> !method.equals("HEAD") || route.verb() == Verb.GET)
                        .forEach(method -> doors.add(new Door(method, filled, needed, route.ofAccount(), named)));
            }
        }
        return doors;
    }

    @Test
    void without_a_token_only_what_tells_nothing_of_a_student_is_answered() {
        Map<String, Boolean> wrong = new TreeMap<>();
        for (Door door : doors()) {
            RawHttp.Answered answered = guarded.ask(door.method(), door.under(Guarded.ANA));
            boolean refused = answered.status() == 401;
            if (refused == (door.needed() == Scope.OPEN)) {
                wrong.put(door.method() + " " + door.path(), refused);
            }
            if (refused) {
                assertThat(answered.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
            }
        }

        assertThat(wrong).as("doors, and whether they are shut").isEmpty();
    }

    @Test
    void a_token_of_the_account_opens_what_its_scope_allows_and_nothing_else() {
        Map<String, Integer> wrong = new TreeMap<>();
        for (Door door : doors()) {
            for (Scope scope : SCOPES) {
                int status = guarded.askAs(ana(scope), door.method(), door.under(Guarded.ANA))
                        .status();
                boolean open = scope.compareTo(door.needed()) >= 0;
                if (open == (status == 403) || status == 401) {
                    wrong.put(scope + " " + door.method() + " " + door.path(), status);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void a_token_of_another_account_opens_nothing_and_does_not_hear_whether_an_account_is_there() {
        Map<String, String> wrong = new TreeMap<>();
        for (Door door : doors()) {
            for (Scope scope : List.of(Scope.READ, Scope.ACT)) {
                RawHttp.Answered there = guarded.askAs(bruno(scope), door.method(), door.under(Guarded.ANA));
                RawHttp.Answered nowhere = guarded.askAs(bruno(scope), door.method(), door.under("nobody"));
                boolean right = isRight(door, there, nowhere);
                if (!right) {
                    wrong.put(scope + " " + door.method() + " " + door.path(), there.status() + " " + there.body());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static boolean isRight(Door door, RawHttp.Answered there, RawHttp.Answered nowhere) {
        if (door.needed() == Scope.OPEN || !door.ofAccount()) {
            return there.status() != 404 || !there.body().contains(UNKNOWN);
        }
        return door.named() ? isUnknown(there, door) && same(there, nowhere) : there.status() == 403;
    }

    private static boolean isUnknown(RawHttp.Answered answered, Door door) {
        return answered.status() == 404
                && (door.method().equals("HEAD") || answered.body().contains(UNKNOWN));
    }

    private static boolean same(RawHttp.Answered one, RawHttp.Answered other) {
        return one.status() == other.status()
                && one.body().equals(other.body())
                && withoutDate(one).equals(withoutDate(other));
    }

    private static List<String> withoutDate(RawHttp.Answered answered) {
        return answered.headers().stream()
                .filter(line -> !line.startsWith("Date:"))
                .toList();
    }

    @Test
    void a_token_for_all_accounts_opens_each_and_the_standard_one_is_also_called_default() {
        String admin = bruno(Scope.ADMIN);

        assertThat(guarded.askAs(admin, "GET", "/accounts/ana/items").status()).isEqualTo(200);
        assertThat(guarded.askAs(admin, "GET", "/items").status()).isEqualTo(200);
        assertThat(guarded.askAs(admin, "GET", "/accounts/nobody/items").status())
                .isEqualTo(404);
        assertThat(guarded.askAs(ana(Scope.READ), "GET", "/accounts/default/items")
                        .status())
                .isEqualTo(200);
        assertThat(guarded.askAs(bruno(Scope.READ), "GET", "/accounts/default/items")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void who_asks_for_the_standard_account_with_a_token_of_another_one_is_told_where_to_ask() {
        RawHttp.Answered answered = guarded.askAs(bruno(Scope.READ), "GET", "/items");

        assertThat(answered.status()).isEqualTo(403);
        assertThat(answered.text("/detail")).contains("the account bruno", "/accounts/");
        assertThat(guarded.askAs(bruno(Scope.READ), "GET", "/accounts/bruno/items")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void health_says_no_more_than_how_it_is_to_whoever_may_not_read_the_account() {
        assertThat(guarded.ask("GET", "/health").json()).hasToString("{\"status\":\"ok\"}");
        assertThat(guarded.askAs(bruno(Scope.READ), "GET", "/health").json()).hasSize(1);
        assertThat(guarded.askAs(ana(Scope.READ), "GET", "/health").json()).hasSize(3);
        assertThat(guarded.ask("GET", "/accounts/ana/health").status()).isEqualTo(401);
    }
}
