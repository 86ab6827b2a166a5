package dev.unitracker.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, texts of pages and texts of files are read by the same rules. */
class InkTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a woman who is a scientist, Taller \uD83D\uDC69\u200D\uD83D\uDD2C",
        "a family with skin tones, \uD83D\uDC69\uD83C\uDFFD\u200D\u2764\uFE0F\u200D\uD83D\uDC68\uD83C\uDFFB",
        "the flag of a movement, \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
        "the flag of pirates, \uD83C\uDFF4\u200D\u2620\uFE0F",
        "the flag of Wales, \uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC77\uDB40\uDC6C\uDB40\uDC73\uDB40\uDC7F!",
        "a flag of two letters, \uD83C\uDDE6\uD83C\uDDF7",
        "a keycap, 1\uFE0F\u20E3",
        "a sign that is no emoji, \u2764\uFE0E",
        "a writing hand, \u270D\uFE0F de Escritura",
        "an emoji of next year, \uD83D\uDC69\u200D\uD83E\uDEF8",
        "Persian, \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
        "Persian with a vowel sign, \u0645\u064E\u200C\u0645",
        "an Arabic letter as within a word, \u0647\u200D",
        "an Arabic letter as at the end of a word, \u0627 \u200D\u0647",
        "Hindi half form, \u0915\u094D\u200D\u0937",
        "Hindi explicit vowel killer, \u0915\u094D\u200C\u0937",
        "Bengali, \u09B0\u200D\u09CD\u09AF",
        "Malayalam at the end of a word, \u0D05\u0D35\u0D28\u0D4D\u200D x",
        "Sinhala, \u0DC1\u0DCA\u200D\u0DBB\u0DD3",
        "Kannada, \u0CB0\u200D\u0CCD\u0C95",
        "Khmer, \u1780\u17D2\u1780\u200C\u17CA",
        "Mongolian, \u182A\u180E\u1820",
        "Mongolian variant, \u182D\u180B\u1820",
        "a variant of a Chinese character, \u845B\uDB40\uDD00",
        "a right-to-left letter beside a mark, \u05E9\u05B8",
    })
    void what_says_how_its_neighbours_are_written_stays(String what, String text) {
        assertThat(HtmlReader.title(text)).isEqualTo(text);
        assertThat(HtmlReader.standard().text("<p>" + text + "</p>")).isEqualTo(text);
        assertThat(DocumentText.normalised(text, 100)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "soft hyphen, exa\u00ADmen, examen",
        "byte order mark, \uFEFFexamen, examen",
        "zero width space, exa\u200Bmen, examen",
        "zero width space in Thai, \u0E01\u200B\u0E02, \u0E01\u0E02",
        "word joiner, exa\u2060men, examen",
        "direction marks, \u200Eexa\u200Fmen\u061C, examen",
        "directions, \u202Aexa\u202Cmen \u2066x\u2069, examen x",
        "unseen operators, f\u2061(x), f(x)",
        "joiners between Latin letters, exa\u200Dm\u200Cen, examen",
        "joiners between digits, 30\u200D/1\u200C1, 30/11",
        "joiner between an accent and a letter, e\u0301\u200Da, \u00E9a",
        "joiners in a row, \u0645\u200C\u200C\u200D\u0645, \u0645\u200C\u0645",
        "joiner before nothing, \u0645\u200C x, \u0645 x",
        "joiner behind nothing, x \u200Dy \u200C\u0645, x y \u0645",
        "part of no emoji, \u200D\uD83D\uDD2C, \uD83D\uDD2C",
        "selectors of nothing, a \uFE0Fb, a b",
        "selectors in a row, a\uFE0F\uFE0F, a\uFE0F",
        "words hidden in tags, a\uDB40\uDC69\uDB40\uDC67\uDB40\uDC7Fb, ab",
        "language tag, a\uDB40\uDC01\uDB40\uDC65b, ab",
        "accents on letters without a dot, bibliograf\u0131\u0301a \u0131\u0308 \u0237\u030C, bibliograf\u00EDa \u00EF \u01F0",
        "a dot that is written apart, \u0131\u0307, i",
        "accents that are written apart, a\u0301e\u0300n\u0303u\u0308, \u00E1\u00E8\u00F1\u00FC",
        "Turkish, s\u0131nav, s\u0131nav",
    })
    void noise_is_dropped_and_what_looks_the_same_is_the_same(String what, String text, String expected) {
        assertThat(HtmlReader.title(text)).isEqualTo(expected);
        assertThat(HtmlReader.standard().text("<p>" + text + "</p>")).isEqualTo(expected);
        assertThat(DocumentText.normalised(text, 100)).isEqualTo(expected);
    }
}
