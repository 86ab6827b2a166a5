package dev.unitracker.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.documents.Extraction.Failure;
import dev.unitracker.documents.Extraction.Status;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
    private static final String SPANISH = "Guía 1: señales — año";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void text_without_a_mark_is_utf8_or_else_windows_1252(String charset) {
        Path file = Documents.file(folder, "guia1.txt", SPANISH.getBytes(Charset.forName(charset)));

        Extraction extraction = DocumentReader.standard().read(file, "guia1.txt", "text/plain");

        assertThat(extraction).isEqualTo(Extraction.text(SPANISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void a_byte_order_mark_is_believed_and_not_shown(String charset) {
        Path file = Documents.file(folder, "a.csv", ("\uFEFF" + SPANISH).getBytes(Charset.forName(charset)));

        Extraction extraction = DocumentReader.standard().read(file, "a.csv", null);

        assertThat(extraction).isEqualTo(Extraction.text(SPANISH));
    }

    @Test
    void lines_are_brought_into_one_form_and_indentation_stays() {
        String raw = "\r\n\r\ndef f():\r\n\treturn 1  \t\r\n \n\n\n\u00a0x\u0000\u0007 e\u0301\rfin\u2028z  \n\n";
        Path file = Documents.file(folder, "a.py", raw);

        Extraction extraction = DocumentReader.standard().read(file, "a.py", null);

        assertThat(extraction.text()).isEqualTo("def f():\n\treturn 1\n\n x \u00e9\nfin\nz");
    }

    @Test
    void a_gap_without_end_is_narrowed_and_the_text_cut_at_the_limit() {
        Path file =
                Documents.file(folder, "a.txt", "a" + " ".repeat(1_000) + "b" + "e\u0301\u0327" + "c".repeat(5_000));
        Limits limits = new Limits(1 << 20, 1 << 20, 1, 1000, Limits.STANDARD.time());

        Extraction extraction = DocumentReader.standard().within(limits).read(file, "a.txt", null);

        assertThat(extraction.text()).startsWith("a" + " ".repeat(200) + "b").hasSizeBetween(990, 1000);
    }

    @Test
    void a_page_of_html_is_read_as_html_in_its_declared_charset() {
        String html = "<html><head><meta charset='iso-8859-2'></head><p>Guía <b>3</b>: źródło</p>";
        Path file = Documents.file(folder, "guia3.html", html.getBytes(Charset.forName("iso-8859-2")));

        Extraction extraction = DocumentReader.standard().read(file, "GUIA3.HTML", null);

        assertThat(extraction).isEqualTo(Extraction.text("Guía 3: źródło"));
    }

    @Test
    void a_declared_charset_that_is_wrong_or_unknown_does_no_harm() {
        String html = "<meta charset='%s'><p>" + SPANISH;
        byte[] windows = html.formatted("utf-8").getBytes(Charset.forName("windows-1252"));
        byte[] unknown = html.formatted("x-nothing").getBytes(StandardCharsets.UTF_8);

        Extraction first = DocumentReader.standard().read(Documents.file(folder, "a.html", windows), "a.html", null);
        Extraction second = DocumentReader.standard().read(Documents.file(folder, "b.html", unknown), "b.html", null);

        assertThat(first.text()).isEqualTo(SPANISH);
        assertThat(second.text()).isEqualTo(SPANISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"foto.jpg", "clase.mp4", "datos.zip", "viejo.doc", "planilla.xlsx", "a.b.desconocido"})
    void kinds_without_text_have_no_text(String name) {
        Path file = Documents.file(folder, "x", "\u0001\u0002 anything");

        Extraction extraction = DocumentReader.standard().read(file, name, "application/octet-stream");

        assertThat(extraction).isEqualTo(Extraction.noText());
    }

    @Test
    void a_binary_file_that_is_called_text_has_no_text() {
        Path file = Documents.file(folder, "a.txt", new byte[1000]);

        Extraction extraction = DocumentReader.standard().read(file, "a.txt", "text/plain");

        assertThat(extraction).isEqualTo(Extraction.noText());
    }

    @Test
    void a_name_without_an_ending_is_read_if_it_is_text() {
        Path file = Documents.file(folder, "LEEME", SPANISH);

        Extraction extraction = DocumentReader.standard().read(file, "LEEME", "document/unknown");

        assertThat(extraction).isEqualTo(Extraction.text(SPANISH));
    }

    @Test
    void the_media_type_decides_where_the_name_does_not() {
        Path file = Documents.file(folder, "x", "<p>" + SPANISH);

        Extraction extraction = DocumentReader.standard().read(file, "pagina.php5", "Text/HTML; charset=utf-8");

        assertThat(extraction).isEqualTo(Extraction.text(SPANISH));
    }

    @Test
    void what_is_read_to_its_end_is_not_cut() {
        for (String name : List.of("a.txt", "a.html")) {
            Extraction extraction = DocumentReader.standard().read("Hola".getBytes(StandardCharsets.UTF_8), name, null);

            assertThat(extraction.cut()).isFalse();
        }
    }

    @Test
    void an_empty_text_file_is_an_empty_text() {
        Path file = Documents.file(folder, "a.md", "");

        Extraction extraction = DocumentReader.standard().read(file, "a.md", null);

        assertThat(extraction).isEqualTo(Extraction.text(""));
    }

    @Test
    void a_million_lines_are_cut_to_what_is_kept() {
        Path file = Documents.file(folder, "a.txt", "una línea más\r\n".repeat(1_000_000));

        Extraction extraction = DocumentReader.standard().read(file, "a.txt", null);

        assertThat(extraction.status()).isEqualTo(Status.TEXT);
        assertThat(extraction.text()).hasSize(Limits.STANDARD.characters()).startsWith("una línea más\nuna");
        assertThat(extraction.cut()).isTrue();
    }

    @Test
    void a_file_beyond_the_limit_is_too_big() {
        Path file = Documents.file(folder, "a.txt", "x".repeat(2000));
        Limits limits = new Limits(1000, 1000, 1, 1000, Limits.STANDARD.time());

        Extraction extraction = DocumentReader.standard().within(limits).read(file, "a.txt", null);

        assertThat(extraction).isEqualTo(Extraction.failed(Failure.TOO_BIG, "the file has 2000 bytes"));
    }

    @Test
    void a_file_that_is_not_there_is_the_callers_trouble() {
        Path missing = folder.resolve("missing.pdf");

        assertThatThrownBy(() -> DocumentReader.standard().read(missing, "missing.pdf", null))
                .isInstanceOf(UncheckedIOException.class);
    }
}
