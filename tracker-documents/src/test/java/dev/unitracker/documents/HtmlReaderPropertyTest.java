package dev.unitracker.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.document.Document;
import dev.unitracker.testkit.Growth;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderPropertyTest {
    private static final int PAGES = 300;
    private static final List<String> WORDS =
            List.of("Parcial", "30/11/2026", "18:00", "Aula 204", "&ge; 4", "a&nbsp;b", "señal", "I", "ı", "x &amp; y");
    private static final List<String> BLOCKS = List.of("p", "div", "h3", "blockquote", "section");
    private static final List<String> INLINES = List.of("b", "i", "span", "em", "font", "s");

    @Test
    void attributes_never_matter() {
        everywhere((page, random) -> page.replaceAll(
                "<(\\w+)", "<$1 id=\"yui_3_17_2_1_" + random.nextLong() + "_42\" class=\"c" + random.nextInt() + "\""));
    }

    @Test
    void white_space_between_blocks_never_matters() {
        everywhere((page, random) -> page.replaceAll(
                "(</?(?:p|div|h3|ul|li|table|tr|td|section)>)", random.nextBoolean() ? " \n$1\t" : "\n$1"));
    }

    @Test
    void a_wrapping_block_never_matters() {
        everywhere((page, random) -> "<div class=\"no-overflow\">" + page + "</div><!-- " + random.nextInt() + " -->");
    }

    @Test
    void text_that_is_shown_again_reads_the_same() {
        everywhere((page, random) -> Entities.escape(HtmlReader.standard().text(page))
                .replace("\n", random.nextBoolean() ? "<br>" : "<br />\n"));
    }

    @Test
    void a_word_more_is_always_seen() {
        Random random = new Random(7);
        for (int i = 0; i < PAGES; i++) {
            String page = page(random, 3);

            assertThat(HtmlReader.standard().text(page + "<p>otra</p>"))
                    .isNotEqualTo(HtmlReader.standard().text(page));
        }
    }

    @Test
    void a_document_says_what_its_text_says_and_keeps_its_structure() {
        int structured = 0;
        for (long seed = 1; seed <= PAGES; seed++) {
            String page = page(new Random(seed), 4);

            Document document = HtmlReader.standard().document(page);

            assertThat(document.text())
                    .as("seed %d: %s", seed, page)
                    .isEqualTo(HtmlReader.standard().text(page));
            structured += document.equals(Document.ofText(document.text())) ? 0 : 1;
        }
        assertThat(structured).as("pages that are more than lines").isGreaterThan(PAGES / 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b><p>",
                "<table><tr><td>",
                "<ul><li>",
                "<i><b><a href=x><p>",
                "<a href=http://x/",
                "<s>",
                "&#x41",
                "<pre>\n",
                "<td>",
                "x\u0301\u0327",
                "\u0301\u0327",
                "%41",
                "<a href='mailto:%4",
                "sesskey=&",
                "<!--",
                "<img alt=x>",
                "<a href='/x.php/123456789/'>y</a>",
                "<video><source>"
            })
    void hostile_html_costs_in_proportion_to_its_length(String piece) {
        Growth.assertProportional(piece, 500_000, html -> {
            String text = HtmlReader.standard().text(html);

            assertThat(text.length()).isLessThanOrEqualTo(4 * html.length());
        });
    }

    @Test
    void deep_and_endless_html_is_cut_and_keeps_its_words() {
        String html = "<div>".repeat(100_000) + "al fondo" + "<p>".repeat(1_500_000) + "nunca";

        String text = HtmlReader.standard().text(html);

        assertThat(text).startsWith("al fondo").doesNotContain("nunca");
    }

    private static void everywhere(BiFunction<String, Random, String> change) {
        for (long seed = 1; seed <= PAGES; seed++) {
            Random random = new Random(seed);
            String page = page(random, 4);

            String changed = change.apply(page, random);

            assertThat(HtmlReader.standard().text(changed))
                    .as("seed %d: %s", seed, page)
                    .isEqualTo(HtmlReader.standard().text(page));
        }
    }

    private static String page(Random random, int depth) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> block(random, depth))
                .collect(Collectors.joining());
    }

    private static String block(Random random, int depth) {
        if (depth == 0) {
            return inline(random);
        }
        return switch (random.nextInt(6)) {
            case 0 -> "<ul><li>" + page(random, depth - 1) + "</li><li>" + inline(random) + "</li></ul>";
            case 1 -> "<table><tr><td>" + page(random, depth - 1) + "</td><td>" + inline(random) + "</td></tr></table>";
            case 2 -> inline(random);
            default -> inside(any(BLOCKS, random), random.nextBoolean() ? inline(random) : page(random, depth - 1));
        };
    }

    private static String inline(Random random) {
        String word = any(WORDS, random);
        return random.nextInt(3) == 0 ? inside(any(INLINES, random), word) : word + " ";
    }

    private static String inside(String tag, String content) {
        return "<" + tag + ">" + content + "</" + tag + ">";
    }

    private static String any(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
