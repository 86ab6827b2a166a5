package dev.unitracker.custom.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.Tracker;
import dev.unitracker.dates.Fact;
import dev.unitracker.error.SettingsException;
import dev.unitracker.memory.InMemoryStore;
import dev.unitracker.model.ChangeKind;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.testkit.Example;
import dev.unitracker.words.Language;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What becomes of the articles, beside what every collector promises. */
class ArticlesTest {

    @AutoClose
    private final Faculty faculty = new Faculty();

    private final Tracker tracker = Tracker.of(new InMemoryStore(), ZoneId.of("America/Montevideo"), Language.ENGLISH)
            .collector(faculty.collector())
            .clock(InstantSource.fixed(Example.NOON))
            .build();

    @Test
    void an_article_keeps_its_list_and_what_was_struck_and_states_its_exam() {
        tracker.sync();

        Item article = tracker.account().items().get(0).item();
        assertThat(article.fields())
                .containsEntry(Field.TITLE.key(), "Mesas de examen 1")
                .containsEntry(Field.PUBLISHED_AT.key(), "2026-11-20T15:00:00Z")
                .containsEntry(Field.BODY.key(), "Cambia el aula:\n- Final: 11/12/2026 18:00, ~~Aula 3~~ Aula 204");
        assertThat(article.facts()).extracting(Fact::value).contains("2026-12-11T21:00:00Z");
    }

    @Test
    void a_page_that_says_it_has_no_articles_is_believed_as_other_pages_are() {
        tracker.sync();
        faculty.withdrawAll();

        tracker.sync();

        assertThat(tracker.sync().changes())
                .extracting(change -> change.kind())
                .containsExactly(ChangeKind.REMOVED, ChangeKind.REMOVED);
    }

    @Test
    void a_date_that_is_none_costs_no_article() {
        faculty.publish("<article id=9><h2>Feria</h2><time datetime='ayer'></time></article>");

        assertThat(tracker.sync().items()).isEqualTo(3);
    }

    @Test
    void an_address_with_a_password_is_refused_and_not_shown() {
        assertThatThrownBy(() -> FacultyNews.at("https://ana:s3cr3t@host.example/news"))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("s3cr3t");
    }
}
