package dev.unitracker.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.document.Block;
import dev.unitracker.document.Document;
import dev.unitracker.document.Heading;
import dev.unitracker.document.ListItem;
import dev.unitracker.document.Mark;
import dev.unitracker.document.Paragraph;
import dev.unitracker.document.Position;
import dev.unitracker.document.Run;
import dev.unitracker.document.Table;
import dev.unitracker.document.Table.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlDocumentTest {

    @Test
    void headings_paragraphs_and_items_are_blocks_with_their_lines() {
        String html = "<h2>Fechas</h2><p>Primer parcial<br>Aula <b>204</b></p>suelto"
                + "<ol><li>uno<ul><li><p>dos</p></li></ul>sigue</li></ol><pre>a\nb</pre>";

        assertThat(document(html).blocks())
                .containsExactly(
                        new Heading(line(1), 2, words("Fechas")),
                        new Paragraph(line(2), words("Primer parcial\nAula 204")),
                        new Paragraph(line(4), words("suelto")),
                        new ListItem(line(5), 1, words("uno")),
                        new ListItem(line(6), 2, words("dos")),
                        new Paragraph(line(7), words("sigue")),
                        new Paragraph(line(8), words("a\nb")));
    }

    @Test
    void a_table_has_header_cells_and_cells_that_reach_over_others() {
        String html = "<table><caption>Mesas</caption><tr><th colspan=2>Fecha</th><th>Aula</th></tr>"
                + "<tr><td rowspan='2'>30/11</td><td></td><td><p>204</p><p>205</p></td></tr></table>";

        List<Block> blocks = document(html).blocks();

        assertThat(blocks.get(0)).isEqualTo(new Paragraph(line(1), words("Mesas")));
        Table table = (Table) blocks.get(1);
        assertThat(table.rows().get(0).isHeader()).isTrue();
        assertThat(table.rows().get(0).cells())
                .containsExactly(
                        new Cell(true, 2, 1, List.of(new Paragraph(line(2), words("Fecha")))),
                        new Cell(true, 1, 1, List.of(new Paragraph(line(2), words("Aula")))));
        assertThat(table.rows().get(1).cells())
                .containsExactly(
                        new Cell(false, 1, 2, List.of(new Paragraph(line(3), words("30/11")))),
                        new Cell(false, 1, 1, List.of()),
                        new Cell(
                                false,
                                1,
                                1,
                                List.of(new Paragraph(line(3), words("204")), new Paragraph(line(4), words("205")))));
    }

    @Test
    void what_is_struck_and_what_is_inserted_is_marked() {
        String html = "<p>Parcial: <s> 30/11 </s> <ins>2/12</ins>, aula 3</p>";

        Document document = document(html);

        assertThat(document.blocks())
                .containsExactly(new Paragraph(
                        line(1),
                        List.of(
                                Run.of("Parcial: "),
                                new Run(Mark.STRUCK, "30/11"),
                                Run.of(" "),
                                new Run(Mark.INSERTED, "2/12"),
                                Run.of(", aula 3"))));
        assertThat(document.text()).isEqualTo("Parcial: ~~30/11~~ 2/12, aula 3");
    }

    @Test
    void a_link_around_a_block_keeps_its_target_in_the_block() {
        String html = "<a href='https://e.org/x'><div>Clase 1</div></a>mañana";

        assertThat(document(html).blocks())
                .containsExactly(
                        new Paragraph(line(1), words("Clase 1 (https://e.org/x)")),
                        new Paragraph(line(2), words("mañana")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<table><tr><td></td></tr></table>",
                "<table><tr><td>a</td><td><table><tr><td></td><td>x</td></tr></table></td></tr></table>",
                "<s><p>a</p><p>b</p></s>",
                "<ul><li></li><li><h3>a</h3></li></ul>",
                "<h2>a<ul><li>b</li></ul>c</h2>",
                "<table><tr><td>a<br></td><td><br>b</td></tr></table>c"
            })
    void its_text_is_the_text_of_the_page(String html) {
        assertThat(document(html).text()).isEqualTo(HtmlReader.standard().text(html));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<table><tr><td>x", "<ul><li>x", "<p>x", "<s>x<p>", "<h1>x<ins>y", "<table><tr><td>"})
    void a_hostile_page_is_a_document_and_no_larger_than_ten_times_its_size(String piece) {
        String html = piece.repeat(500_000 / piece.length());

        // What takes more than linear time does not end within the build's limit for a test.
        Document document = document(html);

        assertThat(document.encoded().length()).isLessThan(10 * html.length());
    }

    private static Document document(String html) {
        return HtmlReader.standard().document(html);
    }

    private static Position line(int line) {
        return new Position(0, line);
    }

    private static List<Run> words(String text) {
        return List.of(Run.of(text));
    }
}
