package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of 96 MB: whatever a site sends, a look ends, says what it did not read, and the next one reads all. */
class SmallHeapTest {

    private static final List<String> SMALL = List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    Path folder;

    private final MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo());

    @BeforeEach
    void start() throws IOException {
        moodle.start();
        Files.writeString(
                folder.resolve(".env"),
                "MOODLE_BASE_URL=" + moodle.url() + "\nMOODLE_TOKEN=" + moodle.token() + "\nLANGUAGE=en\n");
    }

    @AfterEach
    void close() {
        moodle.close();
    }

    /** What a site sends in place of good answers. */
    enum Hostile {
        ONE_LONG_TEXT(moodle -> answers(
                moodle,
                "mod_quiz_get_quizzes_by_courses",
                "{\"quizzes\":[{\"intro\":\"" + "x".repeat(40 * MEGABYTE) + "\"}]}")),
        MILLIONS_OF_VALUES(moodle -> {
            answers(moodle, "mod_assign_get_assignments", "{\"courses\":[" + "{},".repeat(MEGABYTE) + "{}]}");
            answers(moodle, "mod_forum_get_forums_by_courses", "[" + "1,".repeat(3 * MEGABYTE) + "1]");
        }),
        DEPTHS(moodle -> {
            answers(moodle, "core_calendar_get_calendar_events", "[".repeat(MEGABYTE));
            answers(moodle, "mod_quiz_get_quizzes_by_courses", "{\"quizzes\":".repeat(200_000));
        }),
        MANY_LARGE_ANSWERS(moodle -> moodle.answer(
                Where.function("core_course_get_contents"),
                contents -> contents.replaceFirst("\"name\":\"", "\"name\":\"" + "x".repeat(2 * MEGABYTE)))),
        LARGE_PAGES(moodle -> moodle.answer(
                Where.function("mod_page_get_pages_by_courses"),
                pages -> pages.replaceFirst("\"content\":\"", "\"content\":\"" + "<div>".repeat(MEGABYTE / 2)))),
        LARGE_FILES(moodle -> {
            moodle.answer(
                    Where.function("core_course_get_contents"),
                    contents -> contents.replaceAll("\"filesize\":\\d+", "\"filesize\":0"));
            moodle.answer(Where.path("CALCULO"), file -> "x ".repeat(30 * MEGABYTE));
            moodle.answer(Where.path("guia1"), file -> "<html>" + "<div>".repeat(MEGABYTE));
            moodle.answer(Where.path("README"), file -> "x\n".repeat(5 * MEGABYTE));
        });

        @SuppressWarnings("ImmutableEnumChecker")
        private final Consumer<MoodleSimulator> begin;

        Hostile(Consumer<MoodleSimulator> begin) {
            this.begin = begin;
        }

        private static void answers(MoodleSimulator moodle, String function, String text) {
            moodle.answer(Where.function(function), answer -> text);
        }
    }

    @Test
    void looks_survive_what_they_have_no_memory_for_and_the_next_sees_all() throws Exception {
        for (Hostile hostile : Hostile.values()) {
            hostile.begin.accept(moodle);

            OtherJvm.Ended look = look();
            moodle.clearFailures();

            assertThat(look.status()).as("%s: %s", hostile, look).isIn(0, 3);
            assertThat(look.err()).as("%s", hostile).doesNotContain("OutOfMemoryError");
        }

        OtherJvm.Ended last = look();

        assertThat(last.status()).as("%s", last).isZero();
        assertThat(itemsIn(last)).isEqualTo(itemsIn(undisturbed()));
    }

    private OtherJvm.Ended look() throws IOException, InterruptedException {
        return OtherJvm.ended(folder, SMALL, "sync", "--once", "--full");
    }

    /** Looks for another student, who met nothing hostile. */
    private OtherJvm.Ended undisturbed() throws IOException, InterruptedException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.copy(folder.resolve(".env"), other.resolve(".env"));
        return OtherJvm.ended(other, SMALL, "sync", "--once", "--full");
    }

    /** How many there are depends on the day: what is long over is not asked for. */
    private static String itemsIn(OtherJvm.Ended look) {
        Matcher items = Pattern.compile("5 courses, [1-9]\\d* items").matcher(look.out());
        assertThat(items.find()).as("%s", look).isTrue();
        return items.group();
    }
}
