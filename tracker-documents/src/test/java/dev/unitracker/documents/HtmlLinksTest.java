package dev.unitracker.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlLinksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://zoom.example/j/1?pwd=a",
                "/aviso.php/123456789/x?time=2#p5",
                "tel:+5411",
                "Gu%C3%ADa.pdf"
            })
    void a_link_is_followed_by_its_target_as_it_was_written(String href) {
        String html = "<a class='x' href='" + href + "'>ver</a>";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("ver (" + href + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "#", "#top", "javascript:void(0)", " JavaScript:x()", "/cdn-cgi/l/email-protection#8ae5"})
    void a_link_that_leads_nowhere_is_its_text(String href) {
        String html = "<a href='" + href + "'>ver</a>";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("ver");
    }

    @Test
    void a_target_that_the_text_already_says_is_not_repeated() {
        String html = "<ul><li><a href='https://example.org/'>example.org</a></li></ul>"
                + "<a href='https://m.example/a'>https://m.example/a</a> "
                + "<a href='g.png'><img alt='' src='/a/g.png'></a>";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("- example.org\nhttps://m.example/a [g.png]");
    }

    @Test
    void an_address_reads_the_same_however_it_is_obfuscated() {
        String one = "<a href=\"&#109;ailt&#111;:%61na@%65xample.org?subject=x\" >&#97;na&#64;example.org</a>";
        String other = "<a class=\"e\" href=\"mailto:an%61@example.o%72g\">ana@ex&#97;mple.org</a>";

        assertThat(HtmlReader.standard().text(one)).isEqualTo("ana@example.org");
        assertThat(HtmlReader.standard().text(other)).isEqualTo("ana@example.org");
    }

    @Test
    void a_mail_link_prints_its_words_or_else_its_address() {
        String html = "<p><a href='mailto:a@b.org'>Profesora</a></p><p><a href='mailto:%61@b.org'></a></p>";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("Profesora\na@b.org");
    }

    @Test
    void a_link_around_a_block_keeps_its_target_on_the_line() {
        String html = "<a href='https://e.org/x'><div>Clase 1</div></a>mañana";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("Clase 1 (https://e.org/x)\nmañana");
    }
}
