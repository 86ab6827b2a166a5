package dev.unitracker.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelLimitsTest {

    private static final ChannelLimits TEN = ChannelLimits.none().characters(10, Line::text);

    private static final List<String> BITS = List.of(
            "a",
            " ",
            "*",
            "😀",
            "ñ",
            "n\u0303",
            "palabra ",
            "x".repeat(70),
            "👩‍🎓",
            "🇦🇷",
            "한",
            "e\u0301\u0301",
            "❤\uFE0F",
            "👍🏽");

    @Test
    void what_fits_is_one_part() {
        List<Line> lines = lines("12345", "7890");

        assertThat(TEN.parts(lines)).containsExactly(lines);
        assertThat(ChannelLimits.none().parts(lines("x".repeat(100_000), "y"))).hasSize(1);
    }

    @Test
    void what_is_longer_is_cut_between_lines_and_their_line_feeds_count() {
        List<Line> lines = lines("12345", "78901", "3");

        assertThat(TEN.parts(lines)).containsExactly(lines.subList(0, 1), lines.subList(1, 3));
    }

    @Test
    void a_line_that_is_longer_is_cut_at_the_last_space_that_fits() {
        assertThat(texts("one two three four")).containsExactly("one two", "three four");
        assertThat(texts("1234567890 234")).containsExactly("1234567890", "234");
        assertThat(texts("12345678901234")).containsExactly("1234567890", "1234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😀",
                "n\u0303",
                "e\u0301\u0323",
                "👩‍🎓",
                "🇦🇷",
                "❤\uFE0F",
                "👍🏽",
                "\u1112\u1161\u11AB",
                "कि",
                " \u0301"
            })
    void what_people_take_for_one_character_is_not_cut(String character) {
        for (int before = 1; before < 10; before++) {
            List<String> pieces = texts("x".repeat(before) + character.repeat(9));

            assertThat(pieces)
                    .allSatisfy(piece -> assertThat(piece.replace("x", ""))
                            .isEqualTo(character.repeat(piece.replace("x", "").length() / character.length())));
            assertThat(String.join("", pieces)).isEqualTo("x".repeat(before) + character.repeat(9));
        }
    }

    @Test
    void a_character_that_is_more_than_a_message_is_cut_between_its_code_points() {
        String tower = "a" + "\u0301".repeat(25);

        assertThat(texts(tower)).extracting(String::length).containsExactly(10, 10, 6);
        assertThat(ChannelLimits.none().bytes(3, Line::text).parts(lines("😀😀")))
                .extracting(part -> part.get(0).text())
                .containsExactly("😀", "😀");
    }

    @Test
    void each_piece_of_a_line_is_like_the_line_and_leads_where_it_leads() {
        Line line = new Line(Style.HEADING, "one two three four", "https://campus.example.edu/");

        assertThat(TEN.parts(List.of(line)))
                .containsExactly(
                        List.of(new Line(Style.HEADING, "one two", line.link())),
                        List.of(new Line(Style.HEADING, "three four", line.link())));
    }

    @Test
    void a_link_that_leaves_no_room_becomes_a_part_of_the_text() {
        String link = "https://campus.example.edu/" + "x".repeat(1_000);
        ChannelLimits limits = ChannelLimits.none().bytes(500, line -> line.text() + " " + line.link());

        List<List<Line>> parts = limits.parts(List.of(new Line(Style.DETAIL, "text", link)));

        assertThat(parts)
                .hasSizeBetween(3, 4)
                .allSatisfy(part -> assertThat(part.get(0).link()).isNull());
        assertThat(parts.stream().map(part -> part.get(0).text()).collect(Collectors.joining()))
                .isEqualTo("text" + link);
    }

    @Test
    void each_of_several_limits_holds() {
        ChannelLimits limits = ChannelLimits.none()
                .characters(100, Line::text)
                .bytes(20, line -> "[" + line.text() + "]")
                .sum(3, line -> 1);

        assertThat(limits.parts(lines("a", "b", "c", "d"))).hasSize(2);
        assertThat(limits.parts(lines("ñ".repeat(9)))).hasSize(1);
        assertThat(limits.parts(lines("ñ".repeat(10)))).hasSize(2);
    }

    @Test
    void a_part_that_says_nothing_is_left_out() {
        assertThat(TEN.parts(lines("before", " ".repeat(50), "after")))
                .allSatisfy(part -> assertThat(part)
                        .anySatisfy(line -> assertThat(line.text()).isNotBlank()));
        assertThat(TEN.parts(lines(" ".repeat(50)))).hasSize(1);
    }

    @Test
    void whatever_is_said_is_within_the_limits_and_nothing_is_lost_or_cut_apart() {
        ChannelLimits limits =
                ChannelLimits.none().bytes(100, ChannelLimitsTest::escaped).characters(60, Line::text);
        for (long seed = 1; seed <= 200; seed++) {
            List<Line> lines = random(new Random(seed));

            List<List<Line>> parts = limits.parts(lines);

            assertThat(parts).as("seed %s", seed).allSatisfy(part -> {
                String sent = part.stream().map(ChannelLimitsTest::escaped).collect(Collectors.joining("\n"));
                assertThat(sent.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(100);
                assertThat(StandardCharsets.UTF_16.newEncoder().canEncode(sent)).isTrue();
            });
            List<Line> pieces = parts.stream().flatMap(List::stream).toList();
            assertThat(characters(pieces)).as("seed %s", seed).isEqualTo(characters(lines));
        }
    }

    @Test
    void how_much_is_measured_grows_with_a_text_and_not_with_its_square() {
        assertThat(measured(160_000)).isLessThan(20 * measured(10_000));
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatThrownBy(() -> ChannelLimits.none().characters(0, Line::text))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TEN.parts(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static long measured(int length) {
        AtomicLong characters = new AtomicLong();
        ChannelLimits.none()
                .characters(100, line -> {
                    characters.addAndGet(line.text().length());
                    return line.text();
                })
                .parts(lines("e\u0301".repeat(length / 2)));
        return characters.get();
    }

    private static String escaped(Line line) {
        return line.text().replace("*", "\\*");
    }

    private static List<String> characters(List<Line> lines) {
        Pattern character = Pattern.compile("\\X");
        return lines.stream()
                .flatMap(line -> character.matcher(line.text()).results())
                .map(found -> Normalizer.normalize(found.group(), Normalizer.Form.NFD))
                .filter(found -> !found.isBlank())
                .toList();
    }

    private static List<Line> random(Random random) {
        List<Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("-");
            int bits = random.nextInt(30);
            for (int j = 0; j < bits; j++) {
                text.append(BITS.get(random.nextInt(BITS.size())));
            }
            lines.add(Line.of(Style.PLAIN, text.toString()));
        }
        return lines;
    }

    private static List<String> texts(String text) {
        return TEN.parts(lines(text)).stream().map(part -> part.get(0).text()).toList();
    }

    private static List<Line> lines(String... texts) {
        return Arrays.stream(texts).map(text -> Line.of(Style.PLAIN, text)).toList();
    }
}
