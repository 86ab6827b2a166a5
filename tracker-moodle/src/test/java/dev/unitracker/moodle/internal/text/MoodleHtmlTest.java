package dev.unitracker.moodle.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.testkit.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Moodle changes on its own leaves no trace. */
class MoodleHtmlTest {
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

    @Test
    void a_link_that_a_filter_made_of_a_word_leaves_no_trace() {
        String html =
                "Ver <a class='autolink' title='TP 1' href='https://m.example/mod/assign/view.php?id=4'>TP 1</a> y "
                        + "<a class='glossary autolink concept glossaryid7' href='https://m.example/mod/glossary/x'>tensor</a>";

        assertThat(HtmlText.canonical(html)).isEqualTo("Ver TP 1 y tensor");
    }

    @Test
    void a_target_that_the_text_already_says_is_not_repeated() {
        String html = "<a href='https://m.example/a?sesskey=A1'>https://m.example/a?sesskey=A1</a> "
                + "<a href='/pluginfile.php/1/a/b/0/g.png'><img alt='' src='/pluginfile.php/1/a/b/0/g.png'></a>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("https://m.example/a [g.png]");
    }

    @Test
    void pictures_and_media_are_named_by_the_files_that_moodle_stores() {
        String html = "<img src='/theme/image.php/boost/core/1795340137/u/f1' alt=''>"
                + "<video id='v_1'><source src='https://m.example/pluginfile.php/7/mod_page/content/3/clase%201.mp4?time=1'>"
                + "<a href='x'>fallback</a></video>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("[f1][clase 1.mp4]");
    }

    @Test
    void a_session_key_in_visible_text_leaves_no_trace() {
        String html = "<p>https://m.example/a?sesskey=AbC123&id=4 y https://m.example/b?id=4&amp;sesskey=AbC123</p>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("https://m.example/a?id=4 y https://m.example/b?id=4");
    }

    @Test
    void a_title_that_was_read_may_be_read_again() {
        String title = HtmlText.title("Gu&iacute;a &amp;amp; List&lt;String&gt;");

        assertThat(title).isEqualTo("Guía & List<String>");
        assertThat(HtmlText.title(title)).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<i><b><a href=x><p>",
                "%41",
                "sesskey=&",
                "<a href='/x.php/123456789/'>y</a>",
                "<a href='/x?sesskey=1&amp;sesskey=2'>y</a>",
                "<a href='/pluginfile.php?file=%2Fa&file=%2Fb'>y</a>",
                "<span class=multilang lang=es>"
            })
    void hostile_html_costs_in_proportion_to_its_length(String piece) {
        Growth.assertProportional(piece, 500_000, HtmlText::canonical);
    }
}
