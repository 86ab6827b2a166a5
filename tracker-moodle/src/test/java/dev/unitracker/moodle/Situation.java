package dev.unitracker.moodle;

import dev.unitracker.model.Item;
import dev.unitracker.moodle.simulator.Damage;
import dev.unitracker.moodle.simulator.Spot;
import dev.unitracker.moodle.simulator.Where;
import java.util.List;
import java.util.SplittableRandom;

/** What may befall a site for a look or two, and was told wrongly once. Each has its turn, so that no run goes without it. */
enum Situation {
    /** Like the end of term: all courses are hidden, or all enrolments suspended. */
    NO_COURSE_SHOWN {
        @Override
        Spell spell(SplittableRandom random, Student student) {
            String refusal = one(random, List.of("errorcoursecontextnotvalid", "requireloginerror"));
            return new Spell(2, moodle -> TakenAway.allCourses(moodle, refusal));
        }
    },

    /** An activity is moved into a section that is closed. */
    IN_A_CLOSED_SECTION {
        @Override
        Spell spell(SplittableRandom random, Student student) {
            return outOfSight(random, student, TakenAway::intoClosedSection);
        }
    },

    /** An activity is deleted, which waits for cron, and is taken back. */
    CRON_RESTS {
        @Override
        Spell spell(SplittableRandom random, Student student) {
            return outOfSight(random, student, (moodle, cmid) -> {
                moodle.moodle.restCron();
                TakenAway.from(moodle, cmid);
            });
        }
    },

    /** Once a day the site is asked what it offers, and answers nonsense. */
    NONSENSE_OF_ITSELF {
        @Override
        Spell spell(SplittableRandom random, Student student) {
            String nonsense =
                    one(random, List.of("[]", "{}", "null", "{\"userid\":3}", "{\"userid\":3,\"functions\":[]}"));
            return new Spell(1, moodle -> moodle.moodle.answer(SITE_INFO, answer -> nonsense)).onTheNextDay();
        }
    },

    /** That answer is damaged in any way. */
    DAMAGED_ABOUT_ITSELF {
        @Override
        Spell spell(SplittableRandom random, Student student) {
            Damage damage = one(random, List.of(Damage.values()));
            Spot spot = Spot.any(random.nextLong());
            return new Spell(1, moodle -> moodle.moodle.damage(SITE_INFO, damage, spot)).onTheNextDay();
        }
    },

    /** Activities come without their files, though they count them. */
    FILES_LEFT_OUT {
        @Override
        Spell spell(SplittableRandom random, Student student) {
            Damage damage = one(random, List.of(Damage.FIELD_NULL, Damage.LIST_EMPTY, Damage.FIELD_MISSING));
            return at(random, damage, "core_course_get_contents", "[].modules[].contents");
        }
    },

    /** Activities come without their dates. */
    DATES_LEFT_OUT {
        @Override
        Spell spell(SplittableRandom random, Student student) {
            Damage damage = one(random, List.of(Damage.FIELD_NULL, Damage.LIST_EMPTY));
            return at(random, damage, "core_course_get_contents", "[].modules[].dates");
        }
    },

    /** A field that has to be there is missing, null or of another type. */
    UNSAID {
        @Override
        Spell spell(SplittableRandom random, Student student) {
            Damage damage = one(
                    random,
                    List.of(Damage.FIELD_MISSING, Damage.FIELD_NULL, Damage.FIELD_WRAPPED, Damage.NUMBER_IN_WORDS));
            String[] field = one(
                            random,
                            List.of(
                                    "mod_assign_get_assignments courses[].assignments[].duedate",
                                    "mod_quiz_get_quizzes_by_courses quizzes[].timeclose",
                                    "gradereport_user_get_grade_items usergrades[].gradeitems[].graderaw",
                                    "core_course_get_contents [].modules[].uservisible",
                                    "core_course_get_contents [].modules[].id",
                                    "core_calendar_get_calendar_events events[].timestart"))
                    .split(" ", 2);
            return at(random, damage, field[0], field[1]);
        }
    },

    /** A list comes empty, or as an object, where there were things. */
    EMPTIED {
        @Override
        Spell spell(SplittableRandom random, Student student) {
            Damage damage = one(random, List.of(Damage.LIST_EMPTY, Damage.LIST_AS_OBJECT));
            String[] list = one(
                            random,
                            List.of(
                                    "gradereport_user_get_grade_items usergrades[].gradeitems",
                                    "mod_page_get_pages_by_courses pages",
                                    "mod_label_get_labels_by_courses labels",
                                    "mod_quiz_get_quizzes_by_courses quizzes",
                                    "mod_forum_get_forum_discussions discussions",
                                    "core_calendar_get_calendar_events events"))
                    .split(" ", 2);
            return at(random, damage, list[0], list[1]);
        }
    };

    private static final Where SITE_INFO = Where.function("core_webservice_get_site_info");

    /** Draws one of its kind. */
    abstract Spell spell(SplittableRandom random, Student student);

    private interface OfActivity {
        void befall(Student student, int cmid);
    }

    private static Spell outOfSight(SplittableRandom random, Student student, OfActivity how) {
        List<String> modules = student.activeItems().stream()
                .map(Item::id)
                .map(id -> id.key())
                .filter(key -> key.startsWith("module:"))
                .sorted()
                .toList();
        String key = one(random, modules);
        int cmid = Integer.parseInt(key.substring("module:".length()));
        return new Spell(2, moodle -> how.befall(moodle, cmid)).hides(key);
    }

    /** Strikes one place or all: what befalls all things at once may be held back because it is so much. */
    private static Spell at(SplittableRandom random, Damage damage, String function, String place) {
        Spot spot = random.nextBoolean() ? Spot.every(place) : Spot.one(place, random.nextLong());
        return new Spell(2, student -> student.moodle.damage(Where.function(function), damage, spot));
    }

    private static <T> T one(SplittableRandom random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
