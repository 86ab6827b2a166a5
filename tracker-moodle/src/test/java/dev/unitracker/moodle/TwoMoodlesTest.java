package dev.unitracker.moodle;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.Tracker;
import dev.unitracker.TrackerBuilder;
import dev.unitracker.error.SettingsException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.words.Language;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TwoMoodlesTest {

    @Test
    void two_sites_in_one_account_are_refused_because_their_items_cannot_be_told_apart() {
        TrackerBuilder builder = Tracker.of(new InMemoryStore(), ZoneId.of("Europe/Madrid"), Language.ENGLISH)
                .collector(Moodle.at("https://campus.example.edu").token("a").build())
                .collector(Moodle.at("https://faculty.example.edu")
                        .token("b")
                        .named("moodle_b")
                        .build());

        assertThatThrownBy(builder::build)
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("of the kind moodle", "an account of its own");
    }
}
