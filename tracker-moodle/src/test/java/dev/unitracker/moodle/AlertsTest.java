package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.Tracker;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.notice.AlertSettings;
import dev.unitracker.notice.Message;
import dev.unitracker.notice.QuietHours;
import dev.unitracker.spi.Notifier;
import dev.unitracker.words.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a student is sent: of the five recorded steps, and of the month that follows them. */
class AlertsTest {

    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Buenos_Aires");

    private final List<String> sent = new ArrayList<>();
    private Instant later = Instant.EPOCH;

    @Test
    void each_step_alerts_of_just_what_matters_once() {
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo()).start()) {
            Tracker tracker = tracker(moodle);

            assertThat(sentAt(0, moodle, tracker))
                    .containsExactly("operations information Watching 5 courses: 81 items noted silently."
                            + " You will hear of what changes from now on.");
            assertThat(sentAt(1, moodle, tracker))
                    .containsExactlyInAnyOrder(
                            "urgent medium New: Cambio de aula - segundo parcial (Cálculo I)",
                            "urgent high Schedule changed: Clase de consulta (Cálculo I)",
                            "urgent high Deadline moved: TP 1 - Límites y continuidad (Cálculo I)",
                            "urgent high Deadline moved: Parcialito 1 (Cálculo I)");
            assertThat(sentAt(2, moodle, tracker))
                    .containsExactlyInAnyOrder(
                            "urgent high Exam changed: Cronograma CALCULO I 2do. Cuat. 2026.pdf (Cálculo I)",
                            "urgent high Exam changed: Régimen de aprobación (Cálculo I)",
                            "urgent high Schedule changed: Clase del 23/11 suspendida (Termodinámica)");
            assertThat(sentAt(3, moodle, tracker))
                    .containsExactlyInAnyOrder(
                            "urgent high New: Checkpoint: diagrama de clases (Programación II)",
                            "urgent high Deadline removed: TP 2 - Derivadas e integrales (Cálculo I)",
                            "urgent high Deadline added: Ejercicios optativos (Programación II)",
                            "urgent high Deadline moved: Informe de laboratorio: calorimetría (Termodinámica)",
                            "urgent information Grade released: Autoevaluación unidad 1 (Cálculo I)",
                            "urgent information Grade released: TP Integrador (Programación II)");
            assertThat(sentAt(4, moodle, tracker)).isEmpty();
        }
    }

    private List<String> sentAt(int step, MoodleSimulator moodle, Tracker tracker) {
        sent.clear();
        moodle.moveTo(step);
        tracker.syncFully();
        tracker.syncFully();
        return List.copyOf(sent);
    }

    @Test
    void the_month_after_reminds_of_each_deadline_at_its_times_and_of_nothing_else() throws IOException {
        monthAfter(QuietHours.none(ZONE));

        assertThat(String.join("\n", sent) + "\n").isEqualTo(pinned("reminders.txt"));
    }

    @Test
    void nobody_is_reminded_in_quiet_hours_and_no_reminder_is_lost_to_them() throws IOException {
        monthAfter(QuietHours.parse("22:00-08:00", ZONE));

        assertThat(sent).allMatch(message -> {
            int hour = Integer.parseInt(message.substring(11, 13));
            return hour >= 8 && hour < 22;
        });
        assertThat(sent.stream().map(AlertsTest::withoutTime))
                .containsExactlyInAnyOrderElementsOf(pinned("reminders.txt")
                        .lines()
                        .map(AlertsTest::withoutTime)
                        .toList());
    }

    private static String withoutTime(String message) {
        return message.replaceFirst("^\\S+ ", "").replaceFirst("Due in [^:]+:", "Due:");
    }

    private void monthAfter(QuietHours quiet) {
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo()).start()) {
            Tracker tracker = tracker(moodle, quiet);
            for (int step = 0; step < 5; step++) {
                sentAt(step, moodle, tracker);
            }
            tracker.account()
                    .changes()
                    .after(0, 1_000)
                    .forEach(change -> tracker.account().acknowledge(change.number()));
            sent.clear();
            Instant end =
                    LocalDateTime.parse("2026-12-20T00:00:00").atZone(ZONE).toInstant();
            Instant begin = moodle.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
            for (later = begin; later.isBefore(end); later = later.plus(Duration.ofMinutes(1))) {
                int before = sent.size();
                tracker.dispatch();
                for (int i = before; i < sent.size(); i++) {
                    sent.set(i, later.atZone(ZONE).toLocalDateTime() + " " + sent.get(i));
                }
            }
            sent.removeIf(message -> message.contains(" operations "));
        }
    }

    private static String pinned(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(AlertsTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Tracker tracker(MoodleSimulator moodle) {
        return tracker(moodle, QuietHours.none(ZONE));
    }

    private Tracker tracker(MoodleSimulator moodle, QuietHours quiet) {
        return Tracker.of(new InMemoryStore(), ZONE, Language.ENGLISH)
                .collector(Student.collector(moodle, site -> site.token(moodle.token())))
                .alerts(AlertSettings.in(ZONE).quiet(quiet))
                .clock(() -> later.isAfter(moodle.now()) ? later : moodle.now())
                .notifier(new Notifier() {
                    @Override
                    public String name() {
                        return "chat";
                    }

                    @Override
                    public void send(Message message, String recipient) {
                        sent.add(message.kind().key() + " " + message.severity().key() + " "
                                + message.lines().get(0).text());
                    }
                })
                .build();
    }
}
