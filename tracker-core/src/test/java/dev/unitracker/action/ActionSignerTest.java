package dev.unitracker.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.action.ActionLinks.Link;
import dev.unitracker.error.SettingsException;
import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Action;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.Message.Subject;
import dev.unitracker.notice.NoticeKind;
import dev.unitracker.notice.Severity;
import dev.unitracker.words.Language;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionSignerTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00.5Z");
    private static final Address ANA = new Address("ntfy", "ntfy.example#1");
    private static final String OPENED = "https://campus.example.edu/mod/assign/view.php?id=5";

    private final ActionSigner signer = ActionSigner.withKey(KEY);
    private final ActionLinks links = signer.links("https://tracker.example/mine/", "ana", InstantSource.fixed(NOW));

    @Test
    void a_message_has_a_link_for_each_of_its_actions_in_its_language() {
        List<Link> found = links.of(about(7, 12, OPENED, Action.values()), ANA);

        assertThat(found).extracting(Link::label).containsExactly("✔ Enterado", "✅ Hecho", "⏰ Mañana", "Abrir");
        assertThat(found.get(3).url()).isEqualTo(OPENED);
        assertThat(found.subList(0, 3))
                .allSatisfy(link ->
                        assertThat(link.url()).matches("https://tracker\\.example/mine/act/[A-Za-z0-9_.-]{50,300}"));
    }

    @Test
    void what_a_link_stands_for_is_read_again() {
        Message message = about(7, 12, OPENED, Action.ACKNOWLEDGE, Action.DONE);

        List<ActionTicket> tickets =
                links.of(message, ANA).stream().map(this::ticket).toList();

        ActionTicket known = tickets.get(0);
        assertThat(known.action()).isEqualTo(Action.ACKNOWLEDGE);
        assertThat(known.number()).isEqualTo(12);
        assertThat(known.account()).isEqualTo("ana");
        assertThat(known.recipient()).isEqualTo(ANA);
        assertThat(known.validUntil()).isEqualTo("2026-03-16T12:00:00Z");
        assertThat(tickets.get(1).number()).isEqualTo(7);
        assertThat(tickets.get(1).nonce()).isNotEqualTo(known.nonce());
    }

    @Test
    void a_message_that_comes_again_has_the_same_nonces_and_another_message_or_recipient_has_others() {
        Message message = about(7, 12, OPENED, Action.DONE);
        ActionLinks later = signer.links("https://tracker.example", "ana", InstantSource.fixed(NOW.plusSeconds(9)));
        ActionLinks bruno = signer.links("https://tracker.example", "bruno", InstantSource.fixed(NOW));

        String nonce = nonce(links.of(message, ANA));

        assertThat(nonce(later.of(message, ANA))).isEqualTo(nonce);
        assertThat(nonce(links.of(message, new Address("ntfy", "ntfy.example#2"))))
                .isNotEqualTo(nonce);
        assertThat(nonce(bruno.of(message, ANA))).isNotEqualTo(nonce);
    }

    @Test
    void what_has_no_number_or_no_address_of_the_web_has_no_link() {
        assertThat(links.of(about(0, 0, "not an address", Action.values()), ANA))
                .isEmpty();
        assertThat(links.of(about(0, 0, "javascript:alert(1)", Action.values()), ANA))
                .isEmpty();
        assertThat(links.of(about(0, 0, null, Action.values()), ANA)).isEmpty();
        assertThat(links.of(message(null), ANA)).isEmpty();
    }

    @Test
    void without_a_host_there_is_only_something_to_open() {
        assertThat(ActionLinks.openingOnly().of(about(7, 12, OPENED, Action.values()), ANA))
                .containsExactly(new Link(Action.OPEN, "Abrir", OPENED));
    }

    @Test
    void a_link_is_worth_something_for_fourteen_days() {
        String text = text(links.of(about(7, 12, null, Action.DONE), ANA).get(0));
        Instant end = Instant.parse("2026-03-16T12:00:00Z");

        assertThat(signer.read(text, end.minusMillis(1))).isPresent();
        assertThat(signer.read(text, end)).isEmpty();
        assertThat(signer.read(text, NOW.plus(Duration.ofDays(400)))).isEmpty();
    }

    @Test
    void whatever_is_changed_is_not_believed() {
        String text = text(links.of(about(7, 12, null, Action.DONE), ANA).get(0));
        Random random = new Random(1);

        for (int at = 0; at < text.length() - 1; at++) {
            char other = "abcdefghijklmnopqrstuvwxyzABCDEFG0123456789-_.".charAt(random.nextInt(46));
            String changed = text.substring(0, at) + other + text.substring(at + 1);
            if (other != text.charAt(at) && !sameBytes(changed, text)) {
                assertThat(signer.read(changed, NOW)).as(changed).isEmpty();
            }
        }
    }

    @Test
    void who_has_another_key_is_not_believed() {
        byte[] other = KEY.clone();
        other[31]++;

        String text = text(links.of(about(7, 12, null, Action.DONE), ANA).get(0));

        assertThat(ActionSigner.withKey(other).read(text, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "....", "%2e%2e/", "ñ.ñ", "AAAA.", ".AAAA", "\u0000.\u0000"})
    void anything_else_is_no_ticket(String text) {
        assertThat(signer.read(text, NOW)).isEmpty();
        assertThat(signer.read(text + "A".repeat(1_000_000), NOW)).isEmpty();
    }

    @Test
    void the_key_and_what_makes_a_link_secret_are_not_shown() {
        Link link = links.of(about(7, 12, null, Action.DONE), ANA).get(0);

        assertThat(signer.toString()).isEqualTo("***");
        assertThat(links.toString()).doesNotContain("0123");
        assertThat(link.toString()).isEqualTo("DONE ✅ Hecho");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tracker.example",
                "ftp://tracker.example",
                "https://",
                "https://tracker.example/?a=b",
                "https://a:b@c"
            })
    void an_address_that_cannot_be_is_refused(String address) {
        assertThatThrownBy(() -> signer.links(address, "ana", InstantSource.system()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("publicUrl");
    }

    @Test
    void a_short_key_is_refused() {
        byte[] half = Arrays.copyOf(KEY, 16);

        assertThatThrownBy(() -> ActionSigner.withKey(half))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("0123");
    }

    private ActionTicket ticket(Link link) {
        return signer.read(text(link), NOW).orElseThrow();
    }

    private String nonce(List<Link> found) {
        return ticket(found.get(0)).nonce();
    }

    private static String text(Link link) {
        return link.url().substring(link.url().lastIndexOf('/') + 1);
    }

    /** The last letter of Base64 has bits that mean nothing. */
    private static boolean sameBytes(String one, String other) {
        return decoded(one).equals(decoded(other));
    }

    private static List<String> decoded(String text) {
        return Arrays.stream(text.split("\\.", 2))
                .map(part -> {
                    try {
                        return Arrays.toString(java.util.Base64.getUrlDecoder().decode(part));
                    } catch (IllegalArgumentException e) {
                        return "none: " + part;
                    }
                })
                .toList();
    }

    private static Message about(long number, long change, @Nullable String url, Action... actions) {
        return message(new Subject(new ItemId("ana", "moodle", "assign:5"), number, change, url, List.of(actions)));
    }

    private static Message message(@Nullable Subject about) {
        return new Message(
                "change/12#0 ntfy/ana",
                Language.SPANISH,
                NoticeKind.URGENT,
                Severity.HIGH,
                List.of(Line.of(Style.HEADING, "Ensayo")),
                about);
    }
}
