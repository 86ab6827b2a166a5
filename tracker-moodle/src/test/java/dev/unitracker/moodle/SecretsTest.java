package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.ItemQuery;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Where;
import dev.unitracker.report.SyncReport;
import dev.unitracker.run.Run;
import dev.unitracker.spi.NoteOwner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that a run leaves behind holds a token, a password, a key of the student's or a session key. */
class SecretsTest {

    private static final String PRIVATE_KEY = "0123456789abcdef0123456789abcdef";
    private static final String SESSION_KEY = "sEsSiOnKeY";

    @BeforeEach
    void forgetLogs() {
        CapturedLogs.forget();
    }

    @Test
    void a_run_in_which_all_goes_well_leaves_no_secret() {
        try (Student student = Student.ofDemo(password -> password)) {
            plantSecrets(student);
            List<SyncReport> reports = new ArrayList<>();
            for (int step = 0; step < 5; step++) {
                student.moodle.moveTo(step);
                reports.add(student.look());
                reports.add(student.quietLook());
            }

            assertNoSecret(student, reports);
            assertThat(CapturedLogs.lines()).anyMatch(line -> line.contains("webservice/rest/server.php"));
        }
    }

    @Test
    void a_run_in_which_everything_goes_wrong_leaves_no_secret() {
        List<Failure> failures = List.of(
                Failure.loginPage(),
                Failure.truncated(),
                Failure.dropped(),
                Failure.brokenOff(),
                Failure.status(500),
                Failure.error("invalidtoken"),
                Failure.error("accessexception"),
                Failure.error("dmlreadexception"));
        for (Failure failure : failures) {
            try (Student student = Student.ofDemo(password -> password)) {
                plantSecrets(student);
                List<SyncReport> reports = new ArrayList<>(List.of(student.look()));
                student.moodle.fail(Where.path("pluginfile"), failure);
                student.moodle.answer(
                        Where.function("core_course_get_contents"),
                        contents -> contents.replaceAll("\"timemodified\":\\d+", "\"timemodified\":1795000000"));
                reports.add(student.look());
                student.moodle.fail(Where.function("core_course_get_contents"), failure);
                reports.add(student.look());
                student.moodle.fail(Where.everything(), failure);
                reports.add(student.look());

                assertNoSecret(student, reports);
            }
        }
    }

    @Test
    void an_error_whose_words_hold_a_secret_is_told_without_it() {
        try (Student student = Student.ofDemo()) {
            student.settled();
            String token = student.moodle.token();
            student.moodle.answer(
                    Where.function("core_calendar_get_calendar_events"),
                    answer -> "{\"exception\":\"moodle_exception\",\"errorcode\":\"dmlreadexception\",\"message\":\"in"
                            + " /webservice/pluginfile.php/1/a.pdf?token=" + token + " and sesskey=" + SESSION_KEY
                            + "\"}");
            student.moodle.removeFunction("tool_mobile_call_external_functions");

            SyncReport report = student.look();

            assertThat(String.join("\n", report.run().notLooked()))
                    .contains("token=***")
                    .contains("sesskey=***");
            assertNoSecret(student, List.of(report));
        }
    }

    @Test
    void a_wrong_password_leaves_only_its_fingerprint() {
        try (Student student = Student.ofDemo(password -> "Geheim-ñandú-7")) {
            SyncReport report = student.look();

            List<String> left = leftBehind(student, List.of(report));
            assertThat(left).noneMatch(text -> text.contains("Geheim") || text.contains("ñandú"));
        }
    }

    @Test
    void a_refused_login_that_repeats_the_request_leaves_no_password() {
        try (Student student = Student.ofDemo(password -> password)) {
            student.moodle.answer(
                    Where.path("/login/token.php"),
                    answer -> "{\"errorcode\":\"whatever\",\"error\":\"failed for username=jperez&password="
                            + student.moodle.password().replace("\"", "\\\"") + "\"}");

            SyncReport report = student.look();

            assertThat(report.run().notLooked())
                    .isNotEmpty()
                    .allMatch(line -> line.contains("the site could not log jperez in: whatever;"));
            assertNoSecret(student, List.of(report));
        }
    }

    /** A text of the site that holds what Moodle puts into texts, and an answer that holds the private key. */
    private static void plantSecrets(Student student) {
        student.moodle.answer(
                Where.function("mod_page_get_pages_by_courses"),
                pages -> pages.replaceFirst(
                        "\"intro\":\"",
                        "\"intro\":\"<p>Salir: <a href='https:\\\\/\\\\/x.example\\\\/logout.php?sesskey=" + SESSION_KEY
                                + "'>salir<\\\\/a> <img src='https:\\\\/\\\\/x.example\\\\/tokenpluginfile.php\\\\/"
                                + PRIVATE_KEY
                                + "\\\\/1\\\\/a.png'> https:\\\\/\\\\/x.example\\\\/tokenpluginfile.php\\\\/"
                                + PRIVATE_KEY
                                + "\\\\/1\\\\/b.png<\\\\/p>"));
        student.moodle.answer(
                Where.function("core_webservice_get_site_info"),
                info -> info.replaceAll(
                        "\"userprivateaccesskey\":\"[^\"]*\"", "\"userprivateaccesskey\":\"" + PRIVATE_KEY + "\""));
    }

    private static void assertNoSecret(Student student, List<SyncReport> reports) {
        for (String secret : List.of(student.moodle.token(), student.moodle.password(), PRIVATE_KEY, SESSION_KEY)) {
            assertThat(leftBehind(student, reports))
                    .filteredOn(text -> text.contains(secret))
                    .isEmpty();
        }
    }

    private static List<String> leftBehind(Student student, List<SyncReport> reports) {
        List<String> left = new ArrayList<>();
        student.store.inTransaction("default", session -> {
            session.sightings().inScopes("").forEach(known -> left.add(known.toString()));
            session.items()
                    .find(ItemQuery.all())
                    .forEach(stored -> left.add(stored + " " + stored.item().fields()));
            session.ledger().after(0, 10_000).forEach(change -> left.add(change.toString()));
            session.runs().latest(1_000).stream().map(Run::toString).forEach(left::add);
            for (NoteOwner owner :
                    List.of(NoteOwner.CORE, NoteOwner.collector("moodle"), NoteOwner.collector("moodle_calendar"))) {
                session.notes().all(owner).forEach((name, value) -> left.add(name + " " + value));
            }
            return true;
        });
        student.artifacts.texts().forEach(left::add);
        reports.forEach(report -> left.add(report.toString()));
        left.addAll(student.progress);
        student.moodle.log().forEach(asked -> left.add(asked.path()));
        left.addAll(CapturedLogs.lines());
        return left;
    }
}
