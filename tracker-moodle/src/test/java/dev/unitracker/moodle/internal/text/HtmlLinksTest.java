package dev.unitracker.moodle.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlLinksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://zoom.example/j/1?pwd=a https://zoom.example/j/1?pwd=a",
                "https://m.example/mod/quiz/view.php?id=4&sesskey=AbC&time=17 https://m.example/mod/quiz/view.php?id=4",
                "https://m.example/view.php?SessKey=AbC&id=4#p5 https://m.example/view.php?id=4#p5",
                "https://m.example/course/view.php?id=2#yui_3_17_2_1_1699999999999_42 https://m.example/course/view.php?id=2",
                "https://m.example/pluginfile.php/77/mod_folder/content/3/Gu%C3%ADa%201.pdf?forcedownload=1 'Guía 1.pdf'",
                "https://m.example/webservice/pluginfile.php/77/mod_folder/content/0/a.pdf?token=secret a.pdf",
                "https://m.example/tokenpluginfile.php/0a1b2c/77/mod_page/content/9/a.pdf a.pdf",
                "https://m.example/draftfile.php/5/user/draft/123456/a.pdf a.pdf",
                "https://m.example/pluginfile.php?file=%2F77%2Fmod_page%2Fcontent%2F9%2Fa.pdf a.pdf",
                "@@PLUGINFILE@@/a%3Db.pdf a=b.pdf",
                "https://m.example/theme/styles.php/boost/1795340137_1/1795340137/all https://m.example/theme/styles.php/boost/1795340137_1/all",
                "tel:+5411 tel:+5411"
            })
    void a_link_is_followed_by_its_lasting_target(String href, String target) {
        String html = "<a class='x' href='" + href + "'>ver</a>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("ver (" + target + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "#", "#top", "javascript:void(0)", " JavaScript:x()", "/cdn-cgi/l/email-protection#8ae5"})
    void a_link_that_leads_nowhere_is_its_text(String href) {
        String html = "<a href='" + href + "'>ver</a>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("ver");
    }

    @Test
    void a_target_that_the_text_already_says_is_not_repeated() {
        String html = "<ul><li><a href='https://example.org/'>example.org</a></li></ul>"
                + "<a href='https://m.example/a?sesskey=A1'>https://m.example/a?sesskey=A1</a> "
                + "<a href='/pluginfile.php/1/a/b/0/g.png'><img alt='' src='/pluginfile.php/1/a/b/0/g.png'></a>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("- example.org\nhttps://m.example/a [g.png]");
    }

    @Test
    void an_address_reads_the_same_however_it_is_obfuscated() {
        String one = "<a href=\"&#109;ailt&#111;:%61na@%65xample.org?subject=x\" >&#97;na&#64;example.org</a>";
        String other = "<a class=\"e\" href=\"mailto:an%61@example.o%72g\">ana@ex&#97;mple.org</a>";

        assertThat(HtmlText.canonical(one)).isEqualTo("ana@example.org");
        assertThat(HtmlText.canonical(other)).isEqualTo("ana@example.org");
    }

    @Test
    void a_mail_link_prints_its_words_or_else_its_address() {
        String html = "<p><a href='mailto:a@b.org'>Profesora</a></p><p><a href='mailto:%61@b.org'></a></p>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("Profesora\na@b.org");
    }

    @Test
    void a_link_around_a_block_keeps_its_target_on_the_line() {
        String html = "<a href='https://e.org/x'><div>Clase 1</div></a>mañana";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("Clase 1 (https://e.org/x)\nmañana");
    }
}
