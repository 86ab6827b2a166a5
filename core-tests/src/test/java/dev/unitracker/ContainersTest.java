package dev.unitracker;

import static dev.unitracker.Classroom.CONTENTS;
import static dev.unitracker.Classroom.changes;
import static dev.unitracker.Classroom.module;
import static dev.unitracker.Classroom.part;
import static dev.unitracker.Classroom.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.model.ItemType;
import dev.unitracker.report.SyncReport;
import dev.unitracker.spi.Observation;
import dev.unitracker.spi.Sighting;
import org.junit.jupiter.api.Test;

class ContainersTest {

    private static final Sighting FOLDER = module(13).build();
    private static final Observation WITH_FOLDER = seen(CONTENTS, module(1).build(), FOLDER);
    private static final Observation WITHOUT_FOLDER = seen(CONTENTS, module(1).build());
    private static final Sighting FILE =
            part("file:13:/a.pdf", ItemType.MATERIAL_FILE, "module:13").build();
    private static final String FILES = "moodle_files/files/module:13";

    private static final String OLD_FORUM = "moodle_forums/a";
    private static final String NEW_FORUM = "moodle_forums/b";

    private final Classroom classroom = new Classroom();

    @Test
    void a_removed_folder_takes_its_files_with_it() {
        classroom.look(WITH_FOLDER, seen(FILES, FILE));

        classroom.look(WITHOUT_FOLDER);
        SyncReport report = classroom.look(WITHOUT_FOLDER);

        assertThat(changes(report)).containsExactly("file:13:/a.pdf removed", "module:13 removed");
    }

    @Test
    void what_goes_with_a_folder_is_proven_by_the_answer_that_does_not_show_the_folder() {
        classroom.look(WITH_FOLDER, seen(FILES, FILE));

        classroom.look(WITHOUT_FOLDER);
        SyncReport report = classroom.look(WITHOUT_FOLDER);

        assertThat(report.changes())
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.evidence()).containsExactly(WITHOUT_FOLDER.evidence()));
    }

    @Test
    void the_files_come_back_only_when_they_are_seen() {
        classroom.look(WITH_FOLDER, seen(FILES, FILE));
        classroom.look(WITHOUT_FOLDER);
        classroom.look(WITHOUT_FOLDER);

        SyncReport folderOnly = classroom.look(WITH_FOLDER);
        SyncReport files = classroom.look(WITH_FOLDER, seen(FILES, FILE));

        assertThat(changes(folderOnly)).containsExactly("module:13 reappeared");
        assertThat(changes(files)).containsExactly("file:13:/a.pdf reappeared");
    }

    @Test
    void whatever_their_names_what_lies_deeper_goes_in_the_same_look() {
        Sighting chapter = part("chapter:7", ItemType.MATERIAL, "module:13").build();
        Sighting image =
                part("attachment:7:/a.png", ItemType.MATERIAL_FILE, "chapter:7").build();
        classroom.look(WITH_FOLDER, seen(FILES, chapter, image));

        classroom.look(WITHOUT_FOLDER);
        SyncReport report = classroom.look(WITHOUT_FOLDER);

        assertThat(changes(report))
                .containsExactly("attachment:7:/a.png removed", "chapter:7 removed", "module:13 removed");
    }

    @Test
    void a_discussion_that_moved_to_another_forum_does_not_go_with_its_old_one() {
        Sighting before =
                part("discussion:36", ItemType.FORUM_DISCUSSION, "module:13").build();
        Sighting after =
                part("discussion:36", ItemType.FORUM_DISCUSSION, "module:1").build();
        classroom.look(WITH_FOLDER, seen(OLD_FORUM, before), seen(NEW_FORUM));

        classroom.look(WITHOUT_FOLDER, seen(OLD_FORUM), seen(NEW_FORUM, after));
        SyncReport report = classroom.look(WITHOUT_FOLDER, seen(OLD_FORUM), seen(NEW_FORUM, after));

        assertThat(changes(report)).contains("module:13 removed").doesNotContain("discussion:36 removed");
        assertThat(classroom.isThere("discussion:36")).isTrue();
    }

    @Test
    void a_discussion_that_moved_to_another_forum_is_where_it_is_now_though_its_old_one_is_not_looked_at_again() {
        Sighting before =
                part("discussion:36", ItemType.FORUM_DISCUSSION, "module:13").build();
        Sighting after =
                part("discussion:36", ItemType.FORUM_DISCUSSION, "module:1").build();
        classroom.look(WITH_FOLDER, seen(OLD_FORUM, before), seen(NEW_FORUM));

        classroom.look(WITHOUT_FOLDER, seen(NEW_FORUM, after));
        classroom.look(WITHOUT_FOLDER, seen(NEW_FORUM, after));

        assertThat(classroom.isThere("discussion:36")).isTrue();
    }

    @Test
    void what_is_still_listed_within_a_removed_folder_does_not_flicker() {
        classroom.look(WITH_FOLDER, seen(FILES, FILE));
        classroom.look(WITHOUT_FOLDER, seen(FILES, FILE));
        SyncReport removed = classroom.look(WITHOUT_FOLDER, seen(FILES, FILE));

        SyncReport later = classroom.look(WITHOUT_FOLDER, seen(FILES, FILE));

        assertThat(changes(removed)).contains("module:13 removed");
        assertThat(later.changes()).isEmpty();
    }
}
