package dev.unitracker.example.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.action.ActionSigner;
import dev.unitracker.action.ActionTicket;
import dev.unitracker.example.server.act.LeavingTicket;
import dev.unitracker.example.server.act.LinkRoutes;
import dev.unitracker.example.server.act.MailStop;
import dev.unitracker.example.server.guard.Guard;
import dev.unitracker.example.server.guard.GuardTables;
import dev.unitracker.example.server.guard.SigningKey;
import dev.unitracker.model.StoredItem;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Message.Action;
import dev.unitracker.store.jdbc.JdbcStore;
import dev.unitracker.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the links in messages lead to, over real HTTP. */
class LinksTest {

    private static final Delivery.Address CHAT = new Delivery.Address("telegram", "42");
    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

    @TempDir
    private static Path folder;

    private static final TestClock CLOCK = new TestClock(Recording.demo().recordedAt(1));
    private static JdbcStore database;
    private static byte[] key;
    private static Served served;

    @BeforeAll
    static void serve() {
        database = JdbcStore.inFile(folder.resolve("links")).build();
        GuardTables.create(database.database());
        key = SigningKey.of(database.database(), Optional.of("kept elsewhere"));
        served = Served.upTo(
                1,
                folder,
                builder -> builder.routes(LinkRoutes.of(database.database(), key, CLOCK))
                        .gate(Guard.of(
                                database.database(), Guarded.PUBLIC, new Guarded.Nobody(), Guarded.PER_MINUTE, CLOCK)));
    }

    @AfterAll
    static void end() {
        served.close();
        database.close();
    }

    private static String link(Action action, long number, String nonce) {
        return link(ActionSigner.withKey(key), Served.NAME, action, number, nonce);
    }

    private static String link(ActionSigner signer, String account, Action action, long number, String nonce) {
        return "/act/"
                + signer.sign(new ActionTicket(
                        account, action, number, CHAT, CLOCK.instant().plus(ActionSigner.VALID), nonce));
    }

    private static StoredItem task(int place) {
        return served.account().deadlines(Duration.ofDays(300)).stream()
                .filter(stored -> stored.item().type().name().equals("assignment"))
                .toList()
                .get(place);
    }

    @Test
    void opening_a_link_shows_what_it_does_and_does_nothing_however_often_a_program_opens_it() {
        StoredItem task = task(0);
        String link = link(Action.DONE, task.number(), "opened");
        long before = changes();

        for (String method : List.of("GET", "GET", "HEAD")) {
            assertThat(served.asked(method, link, BROWSER).status()).isEqualTo(200);
        }
        RawHttp.Answered page = served.get(link, BROWSER, "Origin: https://mail.example");

        assertThat(page.body())
                .contains("<html lang=\"es\">", task.item().title(), "¿Esto está hecho?", "Materia: ")
                .contains("<form method=\"post\"><button type=\"submit\">✅ Hecho</button></form>")
                .doesNotContain("<script", "style=", "src=");
        assertThat(page.header("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; form-action 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(changes()).isEqualTo(before);
    }

    @Test
    void its_button_does_it_once() {
        StoredItem task = task(0);
        String link = link(Action.DONE, task.number(), "once");
        long before = changes();

        assertThat(served.ask("POST", link, "Origin: null").body()).contains("Anotado: esto está hecho.");
        assertThat(changes()).isEqualTo(before + 1);
        assertThat(served.account().markOpen(task.item().id())).isPresent();

        assertThat(served.ask("POST", link).body()).contains("ya se usó").doesNotContain("<form");
        assertThat(served.get(link).body()).contains("ya se usó").doesNotContain("<form");
        assertThat(changes()).isEqualTo(before + 2);
    }

    private static long changes() {
        return served.account().changes().after(0, 1000).size();
    }

    @Test
    void what_somebody_knows_of_is_repeated_to_him_no_more_and_to_others_still() {
        long change = served.account().deliveries(1000).stream()
                .filter(delivery -> delivery.to().equals(CHAT))
                .map(Delivery::key)
                .filter(name -> name.matches("change/\\d+#.*"))
                .map(name -> Long.parseLong(name.replaceFirst("change/(\\d+)#.*", "$1")))
                .findFirst()
                .orElseThrow();
        String link = link(Action.ACKNOWLEDGE, change, "known");

        assertThat(served.get(link).body()).contains("✔ Enterado");
        assertThat(acknowledged(change)).isEmpty();
        assertThat(served.ask("POST", link).body()).contains("Anotado: ya sabés de esto.");
        assertThat(acknowledged(change)).containsOnly(CHAT);
        assertThat(served.ask("POST", link).body()).contains("ya se usó");
    }

    private static List<Delivery.Address> acknowledged(long change) {
        return served.account().deliveries(1000).stream()
                .filter(delivery -> delivery.key().startsWith("change/" + change + "#") && delivery.acknowledged())
                .map(Delivery::to)
                .toList();
    }

    @Test
    void what_is_put_off_is_told_tomorrow_and_what_cannot_be_is_said() {
        List<StoredItem> due = served.account().deadlines(Duration.ofDays(300));
        List<String> said = new ArrayList<>();
        for (StoredItem task : due) {
            String link = link(Action.SNOOZE, task.number(), "later" + task.number());
            assertThat(served.get(link).body()).contains("⏰ Mañana");

            said.add(served.ask("POST", link).body());

            boolean used = served.ask("POST", link).body().contains("ya se usó");
            assertThat(used).isEqualTo(said.get(said.size() - 1).contains("mañana te avisamos de esto."));
        }

        assertThat(said)
                .anyMatch(page -> page.contains("mañana te avisamos de esto."))
                .allMatch(
                        page -> page.contains("mañana te avisamos") || page.contains("no se puede dejar para mañana"));
    }

    @Test
    void a_link_that_nobody_here_signed_or_that_is_over_is_worth_nothing() {
        long number = task(1).number();
        String right = link(Action.DONE, number, "forged");
        String old = link(Action.DONE, number, "old");
        char changed = right.charAt(10) == 'A' ? 'B' : 'A';
        long before = changes();
        List<String> wrong = List.of(
                right.substring(0, 10) + changed + right.substring(11),
                right.substring(0, right.length() - 3) + "AAA",
                link(ActionSigner.withKey(new byte[32]), Served.NAME, Action.DONE, number, "forged"),
                link(ActionSigner.withKey(key), "bruno", Action.DONE, number, "forged"),
                link(Action.DONE, 99_999, "forged"),
                link(Action.ACKNOWLEDGE, 99_999, "forged"),
                "/act/x",
                "/act/%00",
                "/unsubscribe/" + new LeavingTicket("bruno", "bruno@example.org").signed(key),
                "/unsubscribe/" + new LeavingTicket(Served.NAME, "ana@example.org").signed(new byte[32]),
                right.replace("/act/", "/unsubscribe/"));

        for (String link : wrong) {
            assertWorthNothing(link);
        }
        CLOCK.advance(ActionSigner.VALID);
        assertWorthNothing(old);
        CLOCK.advance(ActionSigner.VALID.negated());
        assertThat(changes()).isEqualTo(before);
        assertThat(MailStop.of(served.account().settings())).doesNotContain("bruno@example.org");
    }

    private static void assertWorthNothing(String link) {
        for (String method : List.of("GET", "POST")) {
            assertThat(served.ask(method, link).status()).as(link).isIn(400, 404);
            assertThat(served.ask(method, link).json().hasNonNull("detail")).isTrue();
        }
        RawHttp.Answered page = served.get(link, BROWSER);
        if (page.status() == 404) {
            assertThat(page.body()).contains("This link is worth nothing", "Este enlace no vale");
        }
    }

    @Test
    void one_click_ends_the_mail_of_one_address_and_opening_the_link_does_not() {
        String link = "/unsubscribe/" + new LeavingTicket(Served.NAME, "ana@example.org").signed(key);

        assertThat(served.get(link, BROWSER).body()).contains("¿No enviar más correos a ana@example.org?", "<form");
        assertThat(MailStop.of(served.account().settings())).isEmpty();

        RawHttp.Answered left = send(link, "List-Unsubscribe=One-Click");
        assertThat(left.status()).isEqualTo(200);
        assertThat(left.body()).contains("no recibe más correos", "account mail ana on");
        assertThat(MailStop.of(served.account().settings())).containsExactly("ana@example.org");
        assertThat(send(link, "").status()).isEqualTo(200);

        assertThat(MailStop.resume(served.account())).isTrue();
        assertThat(MailStop.of(served.account().settings())).isEmpty();
        assertThat(MailStop.resume(served.account())).isFalse();
        assertThat(send(link, "x".repeat(2000)).status()).isEqualTo(413);
    }

    private static RawHttp.Answered send(String link, String body) {
        return RawHttp.at(served.port())
                .send("POST " + link + " HTTP/1.1\r\nHost: tracker.example.org\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body);
    }

    @Test
    void the_key_is_the_same_in_all_processes_and_another_one_with_another_secret() {
        assertThat(SigningKey.of(database.database(), Optional.of("kept elsewhere")))
                .isEqualTo(key)
                .hasSize(32);
        assertThat(SigningKey.of(database.database(), Optional.empty())).isNotEqualTo(key);
    }
}
