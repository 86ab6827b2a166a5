package dev.unitracker.moodle.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {
    @Test
    void a_block_is_a_line_and_inline_markup_does_not_split_words() {
        String html = "<h3>Condiciones</h3>\n<p>Nota <b>mín</b>ima:&nbsp; &ge;&#32;4<br/>Aula\n  204</p><div></div>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("Condiciones\nNota mínima: ≥ 4\nAula 204");
    }

    @Test
    void items_of_lists_start_with_a_dash_however_they_are_nested() {
        String html = "<ul><li>uno<ul><li><p>dos</p></li></ul></li><li></li><li>tres</li></ul>fin";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("- uno\n- dos\n- tres\nfin");
    }

    @Test
    void a_row_of_a_table_is_one_line_even_if_its_cells_hold_paragraphs() {
        String html = "<table><tr><th><p>Fecha</p></th> <th>Aula</th></tr>"
                + "<tr><td>30/11</td><td><p>204</p></td></tr><tr><td></td><td>x</td><td> </td></tr></table>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("Fecha | Aula\n30/11 | 204\n| x");
    }

    @Test
    void two_paragraphs_of_one_cell_stay_two_lines() {
        String html = "<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("a\nb | c");
    }

    @Test
    void an_empty_cell_keeps_its_column() {
        String html = "<table><tr><td>a</td><td></td><td>c</td></tr></table>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("a | | c");
    }

    @Test
    void what_is_struck_out_differs_from_what_is_not() {
        String html = "<p>Parcial: <s> 30/11 </s> 2/12 <del></del></p>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("Parcial: ~~30/11~~ 2/12");
    }

    @Test
    void scripts_styles_comments_and_hidden_parts_are_not_seen() {
        String html = "<style>p{}</style>a<!-- b --><script>c()</script><p hidden>d</p>"
                + "<p style='color:red; DISPLAY : none'>e</p><noscript>f</noscript><template>g</template>h";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("ah");
    }

    @Test
    void invisible_characters_and_the_way_of_composing_letters_do_not_matter() {
        String one = "<p>exa\u00ADmen\u200B e\u0301\uFEFF \u200Ey\u2003\u00A0z\u0000</p>";

        String text = HtmlText.canonical(one);

        assertThat(text).isEqualTo("examen \u00e9 y z");
    }

    @Test
    void plain_text_passes_with_its_white_space_folded() {
        String plain = "  Test assign 5 \t si  2 < 3 &  x\u00a0> 1 \r\n";

        String text = HtmlText.canonical(plain);

        assertThat(text).isEqualTo("Test assign 5 si 2 < 3 & x > 1");
    }

    @Test
    void formulas_pass_as_text() {
        String html = "<span class=\"filter_mathjaxloader_equation\"><span class=\"nolink\">\\(x^2\\)</span></span>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("\\(x^2\\)");
    }

    @Test
    void the_lines_of_preformatted_text_stay_lines() {
        String html = "<pre>uno\n  <b>dos</b> tres\n\ncuatro</pre>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("uno\ndos tres\ncuatro");
    }

    @Test
    void pictures_and_media_are_named() {
        String html =
                "<img src='a.png' alt=' Plano  del aula '> <img src='/theme/image.php/boost/core/1795340137/u/f1' alt=''>"
                        + "<img src='data:image/png;base64,AAAA'><img>"
                        + "<iframe src='https://www.youtube.com/embed/abc?rel=0&origin=x'>no</iframe>"
                        + "<video id='v_1'><source src='https://m.example/pluginfile.php/7/mod_page/content/3/clase%201.mp4?time=1'>"
                        + "<a href='x'>fallback</a></video>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("[Plano del aula] [f1][image][www.youtube.com/embed/abc][clase 1.mp4]");
    }

    @Test
    void a_session_key_in_visible_text_leaves_no_trace() {
        String html = "<p>https://m.example/a?sesskey=AbC123&id=4 y https://m.example/b?id=4&amp;sesskey=AbC123</p>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("https://m.example/a?id=4 y https://m.example/b?id=4");
    }

    @Test
    void half_a_surrogate_pair_becomes_a_character_that_can_be_stored() {
        String html = "<p>a\uD83Db</p>";

        String text = HtmlText.canonical(html);

        assertThat(text).isEqualTo("a\uFFFDb");
    }
}
