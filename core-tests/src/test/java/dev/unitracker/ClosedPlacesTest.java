package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.closed;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.part;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.Availability;
import dev.unitracker.model.Field;
import dev.unitracker.model.ItemType;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Sighting;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClosedPlacesTest {

    private static final String FILES = "moodle_files/files/course:2";
    private static final Sighting OTHER = module(1).placedIn("section:1").build();
    private static final Sighting FOLDER = module(13).placedIn("section:8").build();
    private static final Sighting FILE =
            part("file:13:/a.pdf", ItemType.MATERIAL_FILE, "module:13").build();

    private final Classroom classroom = new Classroom();

    @Test
    void a_section_that_closes_removes_nothing_within_it() {
        classroom.look(seen(CONTENTS, OTHER, FOLDER));

        lookThreeTimes(closed(CONTENTS, Set.of("section:8"), OTHER));

        assertThat(classroom.isThere("module:13")).isTrue();
    }

    @Test
    void a_closed_section_keeps_the_files_of_its_folders() {
        classroom.look(seen(CONTENTS, OTHER, FOLDER, FILE));

        lookThreeTimes(closed(CONTENTS, Set.of("section:8"), OTHER));

        assertThat(classroom.isThere("file:13:/a.pdf")).isTrue();
    }

    @Test
    void a_closed_section_keeps_what_other_collectors_saw_within_it() {
        classroom.look(seen(CONTENTS, OTHER, FOLDER), seen(FILES, FILE));

        lookThreeTimes(closed(CONTENTS, Set.of("section:8"), OTHER), seen(FILES));

        assertThat(classroom.isThere("file:13:/a.pdf")).isTrue();
    }

    @Test
    void a_restricted_folder_keeps_its_files() {
        classroom.look(seen(CONTENTS, OTHER, FOLDER), seen(FILES, FILE));

        lookThreeTimes(seen(CONTENTS, OTHER, restricted()), seen(FILES));

        assertThat(classroom.isThere("file:13:/a.pdf")).isTrue();
    }

    @Test
    void a_restricted_folder_keeps_what_lies_deeper() {
        Sighting chapter = part("chapter:7", ItemType.MATERIAL, "module:13").build();
        Sighting image =
                part("attachment:7:/a.png", ItemType.MATERIAL_FILE, "chapter:7").build();
        classroom.look(seen(CONTENTS, OTHER, FOLDER), seen(FILES, chapter, image));

        lookThreeTimes(seen(CONTENTS, OTHER, restricted()), seen(FILES));

        assertThat(classroom.isThere("attachment:7:/a.png")).isTrue();
    }

    @Test
    void a_restricted_activity_keeps_what_lists_that_now_leave_it_out_said_of_it() {
        Observation contents = seen(CONTENTS, OTHER, restricted());
        Sighting grade = Classroom.about(13).state(Field.GRADE, "8").build();
        Sighting details = module(13).body("Write.").build();
        classroom.look(contents, seen("a/assignments", details), seen("a/grades", grade));

        SyncReport report = lookThreeTimes(contents, seen("a/assignments"), seen("a/grades"));

        assertThat(report.changes()).isEmpty();
        assertThat(classroom.item("module:13").body()).contains("Write.");
        assertThat(classroom.item("module:13").grade()).isPresent();
    }

    @Test
    void what_is_out_of_sight_is_told_once_and_keeps_what_lists_that_leave_it_out_said_of_it() {
        Sighting details = module(13).body("Write.").build();
        classroom.look(seen(CONTENTS, OTHER, FOLDER), seen("a/assignments", details), seen(FILES, FILE));
        Observation hidden = seen(CONTENTS, OTHER, FOLDER.hidden());

        SyncReport first = classroom.look(hidden, seen("a/assignments"), seen(FILES));
        SyncReport later = lookThreeTimes(hidden, seen("a/assignments"), seen(FILES));
        SyncReport back = classroom.look(seen(CONTENTS, OTHER, FOLDER));

        assertThat(Classroom.changes(first)).containsExactly("module:13 availability_changed");
        assertThat(later.changes()).isEmpty();
        assertThat(Classroom.changes(back)).containsExactly("module:13 availability_changed");
        assertThat(classroom.item("module:13").body()).contains("Write.");
        assertThat(classroom.isThere("file:13:/a.pdf")).isTrue();
    }

    @Test
    void what_was_out_of_sight_and_is_missed_is_removed() {
        classroom.look(seen(CONTENTS, OTHER, FOLDER));
        classroom.look(seen(CONTENTS, OTHER, FOLDER.hidden()));

        SyncReport once = classroom.look(seen(CONTENTS, OTHER));
        SyncReport twice = classroom.look(seen(CONTENTS, OTHER));

        assertThat(once.changes()).isEmpty();
        assertThat(Classroom.changes(twice)).containsExactly("module:13 removed");
    }

    @Test
    void once_the_section_is_open_again_absences_count() {
        classroom.look(seen(CONTENTS, OTHER, FOLDER, FILE));
        lookThreeTimes(closed(CONTENTS, Set.of("section:8"), OTHER));

        classroom.look(seen(CONTENTS, OTHER, FOLDER));
        SyncReport report = classroom.look(seen(CONTENTS, OTHER, FOLDER));

        assertThat(Classroom.changes(report)).containsExactly("file:13:/a.pdf removed");
    }

    @Test
    void things_within_each_other_do_no_harm() {
        Sighting one = part("a:1", ItemType.MATERIAL, "b:1").build();
        Sighting other = part("b:1", ItemType.MATERIAL, "a:1").build();
        Sighting itself = part("c:1", ItemType.MATERIAL, "c:1").build();
        classroom.look(seen(CONTENTS, OTHER, one, other, itself));

        SyncReport report = lookThreeTimes(seen(CONTENTS, OTHER));

        assertThat(report.complete()).isTrue();
        assertThat(classroom.isThere("a:1")).isFalse();
    }

    private SyncReport lookThreeTimes(Observation... observations) {
        classroom.look(observations);
        classroom.look(observations);
        return classroom.look(observations);
    }

    private static Sighting restricted() {
        return module(13)
                .placedIn("section:8")
                .availability(Availability.restricted("not before 1 May"))
                .build();
    }
}
