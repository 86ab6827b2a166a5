package dev.unitracker.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {

    private static final List<Style> STYLES = List.of(Style.HEADING, Style.PLAIN, Style.DETAIL);

    private static final List<String> BITS =
            List.of("a", " ", "&", "<", ">", "\"", "😀", "ñ", "&amp;", "</b>", "palabra ", "x".repeat(700), "👩‍🎓");

    @Test
    void what_fits_is_one_page() {
        List<Line> lines = List.of(plain("x".repeat(2000)), plain("y".repeat(2095)));

        assertThat(Pages.of(lines, Form.HTML)).containsExactly(lines);
    }

    @Test
    void what_is_longer_is_cut_between_lines() {
        List<Line> lines = List.of(plain("x".repeat(2000)), plain("y".repeat(2096)));

        assertThat(Pages.of(lines, Form.HTML)).containsExactly(lines.subList(0, 1), lines.subList(1, 2));
    }

    @Test
    void markup_does_not_count() {
        assertThat(Pages.of(List.of(plain("&".repeat(4096))), Form.HTML)).hasSize(1);
    }

    @Test
    void a_line_is_cut_at_the_last_space_that_fits() {
        String word = "x".repeat(3000);

        List<List<Line>> pages = Pages.of(List.of(plain(word + " " + word)), Form.HTML);

        assertThat(pages).containsExactly(List.of(plain(word)), List.of(plain(word)));
    }

    @Test
    void a_character_is_not_cut() {
        List<List<Line>> pages = Pages.of(List.of(plain("x" + "😀".repeat(3000))), Form.HTML);

        assertThat(pages).hasSize(2);
        assertThat(pages.get(0).get(0).text()).hasSize(4095);
    }

    @Test
    void a_letter_and_its_accent_are_not_cut_apart() {
        List<List<Line>> pages = Pages.of(List.of(plain("x" + "e\u0301".repeat(3000))), Form.HTML);

        assertThat(pages).hasSize(2);
        assertThat(pages.get(0).get(0).text()).hasSize(4095).endsWith("\u0301");
    }

    @Test
    void each_piece_of_a_cut_line_leads_where_the_line_leads() {
        Line line = new Line(Style.HEADING, "x".repeat(5000), "https://campus.example.edu/");

        assertThat(Pages.of(List.of(line), Form.HTML))
                .hasSize(2)
                .allSatisfy(page -> assertThat(page.get(0).link()).isEqualTo("https://campus.example.edu/"));
    }

    @Test
    void more_markup_than_telegram_keeps_begins_a_new_page() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            lines.add(new Line(Style.HEADING, "h" + i, "https://campus.example.edu/"));
        }

        assertThat(Pages.of(lines, Form.HTML)).hasSize(2);
    }

    @Test
    void a_run_of_spaces_is_no_page_of_its_own() {
        List<Line> lines = List.of(plain("x".repeat(4000)), plain(" ".repeat(9000)), plain("y".repeat(4000)));

        assertThat(Pages.of(lines, Form.HTML))
                .allSatisfy(page -> assertThat(Form.HTML.written(page)).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void whatever_is_said_is_taken_by_telegram_and_nothing_is_lost(Form form) throws Exception {
        for (long seed = 1; seed <= 60; seed++) {
            List<Line> lines = lines(new Random(seed));

            List<String> pages = new ArrayList<>();
            for (List<Line> page : Pages.of(lines, form)) {
                String written = form.written(page);
                assertThat(written.getBytes(StandardCharsets.UTF_8))
                        .as("seed %s", seed)
                        .hasSizeLessThan(32_768);
                pages.add(form == Form.HTML ? TelegramHtml.parse(written).text() : written);
            }

            assertThat(pages)
                    .as("seed %s", seed)
                    .allSatisfy(page -> assertThat(page)
                            .hasSizeLessThan(4097)
                            .isNotBlank()
                            .satisfies(text -> assertThat(
                                            StandardCharsets.UTF_16.newEncoder().canEncode(text))
                                    .isTrue()));
            String said =
                    lines.stream().map(line -> form.shown(form.fitted(line))).collect(Collectors.joining());
            assertThat(letters(String.join("", pages))).as("seed %s", seed).isEqualTo(letters(said));
        }
    }

    private static List<Line> lines(Random random) {
        List<Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(60);
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("*");
            int bits = random.nextInt(40);
            for (int j = 0; j < bits; j++) {
                text.append(BITS.get(random.nextInt(BITS.size())));
            }
            Style style = STYLES.get(random.nextInt(STYLES.size()));
            String link = random.nextInt(4) > 0
                    ? null
                    : "https://campus.example.edu/?a=1&b=\"" + "z".repeat(random.nextInt(900));
            lines.add(new Line(style, text.toString(), link));
        }
        return lines;
    }

    /** A cut line repeats its bullet, and loses the space where it is cut. */
    private static String letters(String text) {
        return text.replaceAll("[\\s•]+", "");
    }

    private static Line plain(String text) {
        return Line.of(Style.PLAIN, text);
    }
}
