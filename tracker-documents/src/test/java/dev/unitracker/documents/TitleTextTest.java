package dev.unitracker.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "'Unidad 1: Material obligatorio &amp; optativo.'='Unidad 1: Material obligatorio & optativo.'",
                "'Tom &amp;amp; Jerry'='Tom & Jerry'",
                "'Q&A, R&D'='Q&A, R&D'",
                "'&quot;TP&quot;&nbsp;  n&#186; 2 &#x2013; entrega'='\"TP\" nº 2 – entrega'",
                "'List&lt;String&gt;'='List<String>'",
                "'si x<y o a < b'='si x<y o a < b'",
                "'<I>Parcial</I><br/>Tema <span lang>B</span>'='Parcial Tema B'",
                "'exa\u00ADmen\u200B'=examen",
                "''=''"
            })
    void a_title_reads_as_a_page_shows_it_and_may_be_read_again(String raw, String expected) {
        String title = HtmlReader.title(raw);

        assertThat(title).isEqualTo(expected);
        assertThat(HtmlReader.title(title)).isEqualTo(expected);
    }
}
