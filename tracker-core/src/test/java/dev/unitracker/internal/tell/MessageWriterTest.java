package dev.unitracker.internal.tell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.Change;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.FieldChange;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.model.StoredItem;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.notice.Delivery.Timing;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.Message.Action;
import dev.unitracker.notice.Message.Subject;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.Baseline;
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Notice.CredentialsLost;
import dev.unitracker.notice.Notice.Reminder;
import dev.unitracker.notice.Notice.Silence;
import dev.unitracker.notice.Notice.Storm;
import dev.unitracker.notice.Severity;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageWriterTest {

    private static final ZoneId BUENOS_AIRES = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final Instant DUE = Instant.parse("2026-03-09T21:00:00Z");
    private static final Address ANA = new Address("chat", "ana");
    private static final String COURSE = "course:2";

    private final InMemoryStore store = new InMemoryStore();

    @BeforeEach
    void a_course() {
        save(item(COURSE, ItemType.COURSE, "Álgebra").with(Field.COURSE, COURSE));
    }

    @Test
    void a_moved_deadline_says_from_when_to_when() {
        Item essay = essay(1).with(Field.URL, "https://moodle.example/mod/1");
        long change = change(essay, ChangeKind.DEADLINE_CHANGED, moved(DUE, DUE.plus(Duration.ofDays(7))));
        Notice notice = new ChangeAlert(change, id("module:1"), Severity.HIGH);

        assertThat(english(notice))
                .containsExactly(
                        "Deadline moved: Essay 1 (Álgebra) https://moodle.example/mod/1",
                        "  due: Mon 9 Mar 2026 18:00 → Mon 16 Mar 2026 18:00");
        assertThat(spanish(notice))
                .containsExactly(
                        "Fecha límite movida: Essay 1 (Álgebra) https://moodle.example/mod/1",
                        "  vence: lun 9 mar 2026 18:00 → lun 16 mar 2026 18:00");
        assertThat(again(notice, Language.ENGLISH).get(0))
                .isEqualTo("Deadline moved: Essay 1 (Álgebra) (in case you missed it) https://moodle.example/mod/1");
        assertThat(again(notice, Language.SPANISH).get(0))
                .isEqualTo("Fecha límite movida: Essay 1 (Álgebra) (por si no lo viste) https://moodle.example/mod/1");
    }

    @Test
    void every_kind_of_change_can_be_said_alone_and_as_a_storm_in_both_languages() {
        for (ChangeKind kind : ChangeKind.values()) {
            Item item = essay(1);
            long change = change(item, kind, new FieldChange(Field.TITLE.key(), null, "x"));
            Notice one = new ChangeAlert(change, id("module:1"), Severity.MEDIUM);
            Notice storm = storm(COURSE, change);

            assertThat(english(one).get(0)).endsWith(": Essay 1 (Álgebra)");
            assertThat(spanish(one).get(0))
                    .endsWith(": Essay 1 (Álgebra)")
                    .isNotEqualTo(english(one).get(0));
            assertThat(english(storm).get(0)).startsWith("1 ").endsWith(" (Álgebra)");
            assertThat(spanish(storm).get(0))
                    .startsWith("1 ")
                    .isNotEqualTo(english(storm).get(0));
        }
    }

    @Test
    void deadlines_that_all_moved_by_the_same_are_one_line() {
        Notice later = storm(COURSE, moves(14, Duration.ofDays(7)));
        Notice earlier = storm(COURSE, moves(9, Duration.ofHours(-26)));

        assertThat(english(later))
                .containsExactly(
                        "14 deadlines moved by +7 days (Álgebra)",
                        "  Essay 1: Mon 16 Mar 2026 18:00",
                        "  Essay 2: Mon 16 Mar 2026 18:00",
                        "  Essay 3: Mon 16 Mar 2026 18:00",
                        "  Essay 4: Mon 16 Mar 2026 18:00",
                        "  Essay 5: Mon 16 Mar 2026 18:00",
                        "  … and 9 more");
        assertThat(spanish(later))
                .startsWith("14 fechas límite se corrieron +7 días (Álgebra)")
                .endsWith("  … y 9 más");
        assertThat(english(earlier).get(0)).isEqualTo("9 deadlines moved by -1 day 2 h (Álgebra)");
        assertThat(spanish(earlier).get(0)).isEqualTo("9 fechas límite se adelantaron 1 día 2 h (Álgebra)");
        assertThat(again(later, Language.ENGLISH).get(0))
                .isEqualTo("14 deadlines moved by +7 days (Álgebra) (in case you missed it)");
    }

    @Test
    void deadlines_that_moved_differently_are_only_counted() {
        long[] some = moves(8, Duration.ofDays(7));
        long last = change(essay(9), ChangeKind.DEADLINE_CHANGED, moved(DUE, DUE.plusSeconds(60)));

        Notice storm = storm(COURSE, some[0], some[1], some[2], last);

        assertThat(english(storm).get(0)).isEqualTo("4 deadlines moved (Álgebra)");
        assertThat(spanish(storm).get(0)).isEqualTo("4 fechas límite movidas (Álgebra)");
        assertThat(english(storm)).hasSize(5);
    }

    @Test
    void a_week_is_a_week_also_when_the_clocks_change() {
        // Madrid's summer time begins on 29 March 2026.
        Instant before = Instant.parse("2026-03-25T22:00:00Z");
        Instant after = Instant.parse("2026-04-01T21:00:00Z");
        long change = change(essay(1), ChangeKind.DEADLINE_CHANGED, moved(before, after));

        assertThat(text(storm(COURSE, change, change), MADRID, Language.ENGLISH).get(0))
                .isEqualTo("2 deadlines moved by +7 days (Álgebra)");
    }

    @Test
    void a_storm_of_what_belongs_to_no_course_can_be_told_too() {
        long change = change(
                item("event:1", ItemType.CALENDAR_EVENT, "Holiday"),
                ChangeKind.NEW,
                new FieldChange(Field.TITLE.key(), null, "Holiday"));

        assertThat(english(storm("", change))).containsExactly("1 new items", "  Holiday");
    }

    @Test
    void a_storm_can_be_acknowledged_by_its_latest_change() {
        long[] changes = moves(9, Duration.ofDays(1));

        Message message = message(storm(COURSE, changes), BUENOS_AIRES, Language.ENGLISH, NOW);

        assertThat(message.about())
                .isEqualTo(new Subject(id(COURSE), 1, changes[8], null, List.of(Action.ACKNOWLEDGE)));
    }

    @Test
    void an_alert_offers_what_makes_sense() {
        Item essay = essay(1).with(Field.URL, "https://moodle.example/mod/1");
        long change = change(essay, ChangeKind.DEADLINE_ADDED, new FieldChange(Field.DUE_AT.key(), null, "" + DUE));

        assertThat(actions(new ChangeAlert(change, id("module:1"), Severity.HIGH)))
                .containsExactly(Action.ACKNOWLEDGE, Action.DONE, Action.SNOOZE, Action.OPEN);
        assertThat(actions(new ChangeAlert(change, id("module:1"), Severity.INFORMATION)))
                .containsExactly(Action.OPEN);
        assertThat(actions(reminder())).containsExactly(Action.DONE, Action.SNOOZE, Action.OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        "PT72H, 3 days, 3 días",
        "PT71H59M1S, 3 days, 3 días",
        "PT65H, 2 days 17 h, 2 días 17 h",
        "PT24H, 1 day, 1 día",
        "PT23H59M1S, 1 day, 1 día",
        "PT10H10M, 10 h 10 min, 10 h 10 min",
        "PT3H, 3 h, 3 h",
        "PT2H59M1S, 3 h, 3 h",
        "PT1H35M, 1 h 35 min, 1 h 35 min",
        "PT59M1S, 1 h, 1 h",
        "PT44M50S, 45 min, 45 min",
        "PT1S, 1 min, 1 min"
    })
    void a_reminder_says_how_much_time_is_left(Duration left, String english, String spanish) {
        save(essay(1));
        Instant now = DUE.minus(left);

        assertThat(message(reminder(), BUENOS_AIRES, Language.ENGLISH, now)
                        .text()
                        .lines())
                .containsExactly("Due in " + english + ": Essay 1 (Álgebra)", "  due: Mon 9 Mar 2026 18:00");
        assertThat(message(reminder(), BUENOS_AIRES, Language.SPANISH, now)
                        .text()
                        .lines())
                .containsExactly("Vence en " + spanish + ": Essay 1 (Álgebra)", "  vence: lun 9 mar 2026 18:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5|101|Watching 5 courses: 101 items noted silently. You will hear of what changes from now on."
                        + "|Estoy siguiendo 5 materias: anoté 101 elementos en silencio. De ahora en más te aviso de lo que cambie.",
                "1|1|Watching 1 course: 1 item noted silently. You will hear of what changes from now on."
                        + "|Estoy siguiendo 1 materia: anoté 1 elemento en silencio. De ahora en más te aviso de lo que cambie.",
                "0|12|12 items noted silently. You will hear of what changes from now on."
                        + "|Anoté 12 elementos en silencio. De ahora en más te aviso de lo que cambie."
            })
    void a_first_look_is_one_line(long courses, long items, String english, String spanish) {
        Notice notice = new Baseline("run-1", courses, items);

        assertThat(english(notice)).containsExactly(english);
        assertThat(spanish(notice)).containsExactly(spanish);
    }

    @Test
    void a_refused_login_says_why_and_a_long_silence_how_long() {
        Notice login = new CredentialsLost("run-1", "the token was refused");
        Notice stale = new Silence("run-1", Duration.ofHours(6));

        assertThat(english(login))
                .containsExactly(
                        "The site refused the login: until that is mended you are not told of anything new.",
                        "  Check user and password, or the token, in the settings.",
                        "  (the token was refused)");
        assertThat(spanish(login))
                .containsExactly(
                        "El sitio rechazó el ingreso: hasta que se arregle no puedo avisarte de nada nuevo.",
                        "  Revisá en la configuración el usuario y la contraseña, o el token.",
                        "  (the token was refused)");
        assertThat(english(stale))
                .containsExactly(
                        "The site could not be read for more than 6 h: there may be news that you were not told of.");
        assertThat(spanish(stale))
                .containsExactly(
                        "Hace más de 6 h que no se puede leer el sitio: puede haber novedades de las que no te avisé.");
    }

    private long[] moves(int count, Duration step) {
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = change(essay(i + 1), ChangeKind.DEADLINE_CHANGED, moved(DUE, DUE.plus(step)));
        }
        return numbers;
    }

    @Test
    void what_is_worth_nothing_in_a_day_cannot_be_put_off_until_then() {
        save(essay(1));

        assertThat(actionsUntil(NOW.plus(Duration.ofHours(24)))).containsExactly(Action.DONE);
        assertThat(actionsUntil(NOW.plus(Duration.ofHours(25)))).containsExactly(Action.DONE, Action.SNOOZE);
    }

    private List<Action> actionsUntil(Instant expiresAt) {
        Delivery delivery = Delivery.of(reminder(), ANA, new Timing(NOW, NOW, expiresAt));
        Subject about = store.inTransaction(
                        "me",
                        session -> new MessageWriter(MADRID, Texts.in(Language.ENGLISH), MessageWriterTest::digest)
                                .write(delivery, new Known(session), NOW))
                .about();
        return about == null ? List.of() : about.actions();
    }

    private static FieldChange moved(Instant before, Instant after) {
        return new FieldChange(Field.DUE_AT.key(), before.toString(), after.toString());
    }

    private static Item essay(int number) {
        return item("module:" + number, ItemType.ASSIGNMENT, "Essay " + number)
                .with(Field.COURSE, COURSE)
                .with(Field.DUE_AT, DUE.toString());
    }

    private static ItemId id(String key) {
        return new ItemId("me", "source", key);
    }

    private static Item item(String key, ItemType type, String title) {
        return Item.of(
                id(key),
                Map.of(
                        Field.STATUS.key(), ItemStatus.ACTIVE.key(),
                        Field.TYPE.key(), type.name(),
                        Field.TITLE.key(), title));
    }

    private static Notice storm(String course, long... changes) {
        List<Long> numbers = Arrays.stream(changes).boxed().toList();
        return new Storm("run", course, ChangeKind.DEADLINE_CHANGED, numbers, Severity.HIGH);
    }

    private static Notice reminder() {
        return new Reminder(id("module:1"), DUE, Duration.ofDays(3), Severity.MEDIUM);
    }

    private void save(Item item) {
        store.inTransaction("me", session -> {
            session.items().save(List.of(new StoredItem(item, false, NOW, NOW, 1, "key")));
            return item;
        });
    }

    private long change(Item item, ChangeKind kind, FieldChange... fields) {
        save(item);
        Change change =
                new Change(0, item.id(), kind, Change.About.of(item), List.of(fields), "key", NOW, false, List.of());
        return store.inTransaction(
                "me",
                session ->
                        session.ledger().append("run", List.of(change)).get(0).number());
    }

    private List<Action> actions(Notice notice) {
        @Nullable
        Subject about = message(notice, BUENOS_AIRES, Language.ENGLISH, NOW).about();
        return about == null ? List.of() : about.actions();
    }

    private List<String> english(Notice notice) {
        return text(notice, BUENOS_AIRES, Language.ENGLISH);
    }

    private List<String> spanish(Notice notice) {
        return text(notice, BUENOS_AIRES, Language.SPANISH);
    }

    private List<String> text(Notice notice, ZoneId zone, Language language) {
        return message(notice, zone, language, NOW).text().lines().toList();
    }

    private List<String> again(Notice notice, Language language) {
        Delivery first = Delivery.of(notice, ANA, new Timing(NOW, NOW, null));
        return message(first.again(first.timing()), BUENOS_AIRES, language, NOW)
                .text()
                .lines()
                .toList();
    }

    private Message message(Notice notice, ZoneId zone, Language language, Instant now) {
        return message(Delivery.of(notice, ANA, new Timing(NOW, NOW, null)), zone, language, now);
    }

    private Message message(Delivery delivery, ZoneId zone, Language language, Instant now) {
        return store.inTransaction(
                "me",
                session -> new MessageWriter(zone, Texts.in(language), MessageWriterTest::digest)
                        .write(delivery, new Known(session), now));
    }

    private static List<Message.Line> digest(StoreSession session, Duration window, Instant now) {
        return List.of(Message.Line.of(Message.Style.PLAIN, "the digest of " + window));
    }
}
