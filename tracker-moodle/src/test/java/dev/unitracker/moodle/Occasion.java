package dev.unitracker.moodle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.moodle.simulator.Failure;
import dev.unitracker.moodle.simulator.Recording;
import dev.unitracker.moodle.simulator.Where;
import java.time.Duration;

/** When a function is asked: some are not at each look, and something has to happen first. In the order in which they are tried. */
enum Occasion {
    /** Nothing has to happen. */
    EACH_LOOK {
        @Override
        Student settled() {
            Recording demo = Recording.demo();
            Student student = Student.of(demo);
            student.moodle.moveTo(demo.steps() - 1);
            return student.settled();
        }
    },

    /** A day goes by. */
    NEXT_DAY {
        @Override
        Student settled() {
            return EACH_LOOK.settled();
        }

        @Override
        void befall(Student student) {
            student.wait(Duration.ofHours(25));
        }
    },

    /** The times of discussions move, and the page of a course does not show an activity that it showed once. */
    STIR {
        @Override
        Student settled() {
            Student student = Student.of(Recording.term());
            student.look();
            student.moodle.moveTo(UNLISTED_AT);
            befallEachLook(student);
            student.look();
            return student.settled();
        }

        @Override
        void befallEachLook(Student student) {
            student.moodle.answer(
                    Where.function("mod_forum_get_forum_discussions"),
                    Edits.of(answer -> answer.path("discussions")
                            .forEach(one -> ((ObjectNode) one)
                                    .put(
                                            "timemodified",
                                            one.path("timemodified").asLong() + 1))));
            Where alone = Where.function("core_course_get_course_module").with("cmid", UNLISTED);
            student.moodle.fail(alone, Failure.emptyList());
            student.moodle.answer(
                    alone,
                    refusal -> "{\"cm\":{\"id\":" + UNLISTED + ",\"course\":5,\"name\":\"X\",\"modname\":\"assign\","
                            + "\"instance\":4,\"section\":20,\"sectionnum\":1,\"visible\":1,\"completion\":0},"
                            + "\"warnings\":[]}");
        }
    };

    /** A step of the term at which there are replies, and an activity of the beginning is not listed. */
    private static final int UNLISTED_AT = 29;

    private static final int UNLISTED = 29;

    /** Returns a student who knows all that there is. */
    abstract Student settled();

    /** Has happen what makes it asked once. */
    void befall(Student student) {}

    /** Has happen what makes it asked in the next look, be it good or not. */
    void befallEachLook(Student student) {}
}
