package dev.unitracker.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {
    @Test
    void a_block_is_a_line_and_inline_markup_does_not_split_words() {
        String html = "<h3>Condiciones</h3>\n<p>Nota <b>mín</b>ima:&nbsp; &ge;&#32;4<br/>Aula\n  204</p><div></div>";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("Condiciones\nNota mínima: ≥ 4\nAula 204");
    }

    @Test
    void items_of_lists_start_with_a_dash_however_they_are_nested() {
        String html = "<ul><li>uno<ul><li><p>dos</p></li></ul></li><li></li><li>tres</li></ul>fin";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("- uno\n- dos\n- tres\nfin");
    }

    @Test
    void a_row_of_a_table_is_one_line_even_if_its_cells_hold_paragraphs() {
        String html = "<table><tr><th><p>Fecha</p></th> <th>Aula</th></tr>"
                + "<tr><td>30/11</td><td><p>204</p></td></tr><tr><td></td><td>x</td><td> </td></tr></table>";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("Fecha | Aula\n30/11 | 204\n| x");
    }

    @Test
    void two_paragraphs_of_one_cell_stay_two_lines() {
        String html = "<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("a\nb | c");
    }

    @Test
    void an_empty_cell_keeps_its_column() {
        String html = "<table><tr><td>a</td><td></td><td>c</td></tr></table>";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("a | | c");
    }

    @Test
    void what_is_struck_out_differs_from_what_is_not() {
        String html = "<p>Parcial: <s> 30/11 </s> 2/12 <del></del></p>";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("Parcial: ~~30/11~~ 2/12");
    }

    @Test
    void scripts_styles_comments_and_hidden_parts_are_not_seen() {
        String html = "<style>p{}</style>a<!-- b --><script>c()</script><p hidden>d</p>"
                + "<p style='color:red; DISPLAY : none'>e</p><noscript>f</noscript><template>g</template>h";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("ah");
    }

    @Test
    void invisible_characters_and_the_way_of_composing_letters_do_not_matter() {
        String one = "<p>exa\u00ADmen\u200B e\u0301\uFEFF \u200Ey\u2003\u00A0z\u0000</p>";

        String text = HtmlReader.standard().text(one);

        assertThat(text).isEqualTo("examen \u00e9 y z");
    }

    @Test
    void plain_text_passes_with_its_white_space_folded() {
        String plain = "  Test assign 5 \t si  2 < 3 &  x\u00a0> 1 \r\n";

        String text = HtmlReader.standard().text(plain);

        assertThat(text).isEqualTo("Test assign 5 si 2 < 3 & x > 1");
    }

    @Test
    void formulas_pass_as_text() {
        String html = "<span class=\"filter_mathjaxloader_equation\"><span class=\"nolink\">\\(x^2\\)</span></span>";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("\\(x^2\\)");
    }

    @Test
    void the_lines_of_preformatted_text_stay_lines() {
        String html = "<pre>uno\n  <b>dos</b> tres\n\ncuatro</pre>";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("uno\ndos tres\ncuatro");
    }

    @Test
    void pictures_and_media_are_named() {
        String html = "<img src='a.png' alt=' Plano  del aula '> <img src='/icons/f1?v=2' alt=''>"
                + "<img src='data:image/png;base64,AAAA'><img>"
                + "<iframe src='https://www.youtube.com/embed/abc?rel=0&origin=x'>no</iframe>"
                + "<video id='v_1'><source src='https://m.example/clase%201.mp4?time=1'>"
                + "<a href='x'>fallback</a></video>";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("[Plano del aula] [f1][image][www.youtube.com/embed/abc][m.example/clase%201.mp4]");
    }

    @Test
    void half_a_surrogate_pair_becomes_a_character_that_can_be_stored() {
        String html = "<p>a\uD83Db</p>";

        String text = HtmlReader.standard().text(html);

        assertThat(text).isEqualTo("a\uFFFDb");
    }

    @Test
    void a_part_of_a_page_is_read_alone() {
        Element news = Jsoup.parse("<nav>Inicio</nav><div id=news><h2>Mesas</h2><p>30/11</p></div>")
                .expectFirst("#news");

        assertThat(HtmlReader.standard().text(news)).isEqualTo("Mesas\n30/11");
    }

    @Test
    void a_dialect_takes_away_what_one_source_adds() {
        HtmlReader reader = HtmlReader.of(new HtmlDialect() {
            @Override
            public String sent(String html) {
                return html.replace("[es]", "");
            }

            @Override
            public boolean hides(Element element) {
                return element.hasClass("menu");
            }

            @Override
            public String shown(String words) {
                return words.replace("visit 17", "visit");
            }

            @Override
            public String lasting(String address) {
                return Addresses.path(address);
            }

            @Override
            public Optional<String> storedFile(String address) {
                return address.startsWith("/files/") ? Optional.of(Addresses.fileName(address)) : Optional.empty();
            }
        });

        assertThat(reader.text("[es]<p class=menu>Menu</p>visit 17 <a href='/a?key=9'>one</a> "
                        + "<a href='/files/7/b%20c.pdf?key=9'>two</a> <img src='/files/8/d.png'>"))
                .isEqualTo("visit one (/a) two (b c.pdf) [d.png]");
    }
}
