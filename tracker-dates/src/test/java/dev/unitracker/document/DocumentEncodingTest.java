package dev.unitracker.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.document.Table.Cell;
import dev.unitracker.document.Table.Row;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentEncodingTest {

    private static final Document SCHEDULE = new Document(
            2,
            List.of(
                    new Heading(new Position(1, 1), 2, List.of(Run.of("Cronograma"))),
                    new Table(
                            new Position(1, 2),
                            List.of(
                                    new Row(
                                            new Position(1, 2),
                                            List.of(new Cell(
                                                    true, 2, 1, Cell.of("Fecha").content()))),
                                    new Row(new Position(2, 1), List.of(Cell.of("30/11"), Cell.of(""))))),
                    new ListItem(
                            new Position(2, 0),
                            1,
                            List.of(new Run(Mark.STRUCK, "30/11"), Run.of(" "), new Run(Mark.INSERTED, "2/12")))));

    @Test
    void the_form_is_a_line_for_each_block_row_and_cell() {
        assertThat(SCHEDULE.encoded()).isEqualTo("""
                document 1 2
                H1.1 2 Cronograma
                T1.2
                R1.2
                C h 2 1
                P Fecha
                R2.1
                C d 1 1
                P 30/11
                C d 1 1
                E
                L2 1 \\s30/11\\p \\i2/12""");
    }

    @Test
    void a_document_comes_back_as_it_was() {
        System.out.println("documents come back: seeds 0 to 4999");
        AnyDocument.forSeeds(5_000, random -> {
            Document document = AnyDocument.of(random);

            Document back = Document.decoded(document.encoded());

            assertThat(back).isEqualTo(document);
            assertThat(back.encoded()).isEqualTo(document.encoded());
            assertThat(back.text()).isEqualTo(document.text());
        });
    }

    @Test
    void what_is_no_encoded_document_is_refused_and_never_quoted() {
        System.out.println("damaged documents are refused: seeds 0 to 4999");
        AnyDocument.forSeeds(5_000, random -> {
            String damaged = damaged(AnyDocument.of(random).encoded(), random);

            try {
                assertThat(Document.decoded(damaged).blocks()).isNotNull();
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith("not an encoded document, line ");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Parcial",
                "document 1 x",
                "document 1 1\nP2 a",
                "document 1 0\nX a",
                "document 1 0\nH 0 a",
                "document 1 0\nT\nR\nC d 1",
                "document 1 0\nT\nR\nC d 1 1",
                "document 1 0\nP a\\q"
            })
    void a_form_that_is_none_tells_the_line(String encoded) {
        assertThatThrownBy(() -> Document.decoded(encoded))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not an encoded document, line ");
    }

    @Test
    void tables_without_end_are_refused() {
        String deep = "document 1 0" + "\nT\nR\nC d 1 1".repeat(100_000);

        assertThatThrownBy(() -> Document.decoded(deep)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String damaged(String encoded, Random random) {
        int at = random.nextInt(encoded.length());
        String piece = Stream.of("", "\n", "T", "E\n", "9", " ").toList().get(random.nextInt(6));
        return encoded.substring(0, at) + piece + encoded.substring(Math.min(encoded.length(), at + random.nextInt(3)));
    }
}
