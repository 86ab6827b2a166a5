package dev.unitracker.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.brief.BriefRequest;
import dev.unitracker.brief.BriefSubject;
import dev.unitracker.brief.BriefWriter;
import dev.unitracker.model.Field;
import dev.unitracker.model.Item;
import dev.unitracker.model.ItemId;
import dev.unitracker.model.ItemStatus;
import dev.unitracker.model.ItemType;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptTest {

    @Test
    void a_model_is_asked_in_the_language_that_it_is_to_write_in() {
        assertThat(system("es")).startsWith("Resumís material");
        assertThat(system("es-UY")).isEqualTo(system("es"));
        assertThat(system("en")).contains("You write in English,");
    }

    @Test
    void for_a_language_without_a_prompt_it_is_asked_in_english_to_write_in_that_one() {
        assertThat(system("pt")).isEqualTo(system("en").replace("English", "Portuguese"));
    }

    private static String system(String code) {
        Language language = Language.of(code);
        Item item = Item.of(
                new ItemId("me", "source", "module:1"),
                Map.of(
                        Field.STATUS.key(), ItemStatus.ACTIVE.key(),
                        Field.TYPE.key(), ItemType.MATERIAL.name(),
                        Field.TITLE.key(), "Essay"));
        BriefWriter writer = new BriefWriter(Texts.in(language), ZoneOffset.UTC);
        BriefSubject subject = BriefSubject.of(item, List.of(item), List.of());
        return Prompt.of(
                        new BriefRequest(
                                item, "Ten pages.", writer.write(subject, Instant.EPOCH), language, ZoneOffset.UTC),
                        1_000)
                .system();
    }
}
