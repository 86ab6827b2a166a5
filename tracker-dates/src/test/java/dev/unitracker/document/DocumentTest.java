package dev.unitracker.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.document.Table.Cell;
import dev.unitracker.document.Table.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

    @Test
    void each_kind_of_block_has_its_lines() {
        Document document = Document.of(List.of(
                new Heading(Position.NONE, 1, List.of(Run.of("Fechas"))),
                paragraph("uno\ndos"),
                new ListItem(Position.NONE, 2, List.of(Run.of("tres"))),
                table(row(Cell.of("Fecha"), Cell.of("Aula")), row(Cell.of("30/11"), Cell.of("204")))));

        assertThat(document.text()).isEqualTo("Fechas\nuno\ndos\n- tres\nFecha | Aula\n30/11 | 204");
    }

    @Test
    void what_is_struck_stands_between_tildes_and_what_is_inserted_as_it_is() {
        Paragraph paragraph = new Paragraph(
                Position.NONE,
                List.of(Run.of("Parcial:"), new Run(Mark.STRUCK, " 30/11 "), new Run(Mark.INSERTED, "2/12")));

        assertThat(paragraph.text()).isEqualTo("Parcial: ~~30/11~~ 2/12");
    }

    @Test
    void a_row_tells_empty_cells_between_others_and_none_at_its_end() {
        assertThat(row(Cell.of("a"), Cell.of(""), Cell.of("c"), Cell.of("")).text())
                .isEqualTo("a | | c");
        assertThat(row(Cell.of(""), Cell.of("x")).text()).isEqualTo("| x");
        assertThat(Document.of(List.of(table(row(Cell.of("")), row(Cell.of("x")))))
                        .text())
                .isEqualTo("x");
    }

    @Test
    void a_row_of_header_cells_is_a_header_whatever_is_empty() {
        Cell header = new Cell(true, 1, 1, Cell.of("Lunes").content());

        assertThat(row(Cell.of(""), header).isHeader()).isTrue();
        assertThat(row(header, Cell.of("30/11")).isHeader()).isFalse();
        assertThat(row(Cell.of("")).isHeader()).isFalse();
    }

    @Test
    void form_feeds_separate_pages_within_a_table_too() {
        Document document = new Document(
                5,
                List.of(
                        new Paragraph(Position.onPage(2), List.of(Run.of("a"))),
                        new Table(
                                Position.onPage(2),
                                List.of(
                                        new Row(Position.onPage(2), List.of(Cell.of("b"))),
                                        new Row(Position.onPage(4), List.of(Cell.of("c")))))));

        assertThat(document.text()).isEqualTo("\fa\nb\f\fc\f");
    }

    @Test
    void pages_never_go_back_nor_beyond_the_last() {
        Block second = new Paragraph(Position.onPage(2), List.of());
        Block first = new Paragraph(Position.onPage(1), List.of());

        assertThatThrownBy(() -> new Document(2, List.of(second, first))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Document(1, List.of(second))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Document.of(List.of(first))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tables_within_tables_have_an_end() {
        Block deepest = table(row(Cell.of("x")));
        Block deep = deepest;
        for (int i = 1; i < Document.DEEPEST; i++) {
            deep = table(row(new Cell(false, 1, 1, List.of(deep))));
        }
        Block tooDeep = table(row(new Cell(false, 1, 1, List.of(deep))));

        assertThat(Document.of(List.of(deep)).text()).isEqualTo("x");
        assertThatThrownBy(() -> Document.of(List.of(tooDeep))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\nb\n\nc", "\n", "\n\n a\n", "a\fb", "\f", "\f\fa\n\f", "a\n\n\n\nb"})
    void a_plain_text_stays_what_it_is(String text) {
        assertThat(Document.ofText(text).text()).isEqualTo(text);
    }

    @Test
    void any_text_stays_what_it_is() {
        System.out.println("texts stay: seeds 0 to 4999");
        AnyDocument.forSeeds(5_000, random -> {
            String text = AnyDocument.text(random)
                    + List.of("", "\f", "\n\n").get(random.nextInt(3))
                    + AnyDocument.text(random);

            assertThat(Document.ofText(text).text()).isEqualTo(text);
        });
    }

    @Test
    void lines_of_plain_text_are_paragraphs_with_their_place() {
        assertThat(Document.ofText("a\nb\n\fc").blocks())
                .containsExactly(
                        new Paragraph(new Position(1, 1), List.of(Run.of("a\nb"))),
                        new Paragraph(new Position(1, 3), List.of()),
                        new Paragraph(new Position(2, 1), List.of(Run.of("c"))));
    }

    @Test
    void a_title_stands_above_a_document_on_its_first_page() {
        assertThat(Document.ofText("a\fb").titled("Fechas").text()).isEqualTo("Fechas\na\fb");
        assertThat(Document.empty().titled("Fechas").text()).isEqualTo("Fechas");
        assertThat(Document.ofText("a").titled(" ")).isEqualTo(Document.ofText("a"));
    }

    @Test
    void documents_are_joined_one_below_the_other() {
        Document list = Document.of(List.of(
                new ListItem(new Position(0, 1), 1, List.of(Run.of("c"))),
                new Table(
                        new Position(0, 2),
                        List.of(new Row(
                                new Position(0, 2),
                                List.of(new Cell(
                                        true,
                                        1,
                                        1,
                                        List.of(new Heading(new Position(0, 2), 1, List.of(Run.of("d")))))))))));

        Document joined =
                Document.joined(List.of(Document.ofText("a\nb"), Document.empty(), list, Document.ofText("e")));

        assertThat(joined.text()).isEqualTo("a\nb\n- c\nd\ne");
        assertThat(joined.blocks()).extracting(block -> block.at().line()).containsExactly(1, 3, 4, 5);
        assertThat(joined.encoded()).contains("H0.4 1 d");
        assertThat(Document.joined(List.of(Document.ofText("a\fb"))).text()).isEqualTo("a\nb");
    }

    @Test
    void runs_are_joined_and_hold_nothing_that_cannot_be_stored() {
        Paragraph paragraph = new Paragraph(
                Position.NONE,
                List.of(Run.of("a\u0000\uD83D"), Run.of(""), Run.of("\f😀"), new Run(Mark.STRUCK, ""), Run.of("b")));

        assertThat(paragraph.runs()).containsExactly(Run.of("a\uFFFD 😀b"));
    }

    @Test
    void a_value_keeps_no_list_of_its_maker() {
        List<Block> blocks = new ArrayList<>(List.of(paragraph("a")));
        Document document = Document.of(blocks);

        blocks.add(paragraph("b"));

        assertThat(document.text()).isEqualTo("a");
    }

    private static Paragraph paragraph(String text) {
        return new Paragraph(Position.NONE, List.of(Run.of(text)));
    }

    private static Table table(Row... rows) {
        return new Table(Position.NONE, List.of(rows));
    }

    private static Row row(Cell... cells) {
        return new Row(Position.NONE, List.of(cells));
    }
}
