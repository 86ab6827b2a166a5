package dev.unitracker.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.documents.Extraction.Failure;
import dev.unitracker.documents.Extraction.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTextTest {
    private static final String LINE = "Segundo parcial: 30/11/2026 18:00 - Aula 204";

    @TempDir
    private Path folder;

    @Test
    void each_line_of_a_schedule_is_a_line() {
        Path schedule = Documents.resource("calculo.pdf");

        Extraction extraction = DocumentReader.standard().read(schedule, "Cronograma CALCULO I.pdf", "application/pdf");

        assertThat(extraction.status()).isEqualTo(Status.TEXT);
        assertThat(extraction.text().lines())
                .startsWith(
                        "Cronograma - Cálculo I - 2do. cuatrimestre 2026",
                        "Semana 1: 10/08/2026 - Presentación de la materia. Clase teórica.",
                        "Semana 8: 28/09/2026 - Repaso general.",
                        "Primer parcial: 05/10/2026 18:00 - Aula 204",
                        LINE,
                        "Recuperatorio: 9 de diciembre de 2026 a las 18:00");
    }

    @Test
    void the_next_version_of_a_schedule_differs_where_it_was_edited() {
        Path schedule = Documents.resource("calculo-v2.pdf");

        Extraction extraction = DocumentReader.standard().read(schedule, "Cronograma CALCULO I.pdf", null);

        assertThat(extraction.text()).contains("\nSegundo parcial: 02/12/2026 18:00 - Aula Magna\n");
    }

    @Test
    void the_form_feeds_before_a_quote_tell_its_page() throws IOException {
        Path file = pdf(Documents.pdf("", LINE, "", "", LINE, ""));

        Extraction extraction = read(file);

        assertThat(extraction.text()).isEqualTo("\f" + LINE + "\f\f\f" + LINE);
    }

    @Test
    void a_document_that_only_forbids_printing_is_read() throws IOException {
        Path file = pdf(locked(""));

        Extraction extraction = read(file);

        assertThat(extraction.text()).isEqualTo(LINE);
    }

    @Test
    void a_document_with_a_password_fails_as_encrypted() throws IOException {
        Path file = pdf(locked("user"));

        Extraction extraction = read(file);

        assertThat(extraction.failure()).isEqualTo(Failure.ENCRYPTED);
    }

    @Test
    void pages_with_hardly_any_text_are_low_density() throws IOException {
        Path file = pdf(Documents.pdf("Scan 1", "", ""));

        Extraction extraction = read(file);

        assertThat(extraction).isEqualTo(Extraction.lowDensity("Scan 1"));
    }

    @Test
    void a_document_without_pages_fails() throws IOException {
        Path file = pdf(new PDDocument());

        Extraction extraction = read(file);

        assertThat(extraction.failure()).isEqualTo(Failure.CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "{\"exception\":\"moodle_exception\",\"errorcode\":\"invalidtoken\"}",
                "<!DOCTYPE html><title>Login</title>", "PK"
            })
    void an_answer_that_pretends_to_be_a_document_is_misnamed(String answer) {
        Path file = Documents.file(folder, "x.pdf", answer);

        Extraction extraction = read(file);

        assertThat(extraction.failure()).isEqualTo(Failure.MISNAMED);
        assertThat(extraction.detail()).startsWith("not a PDF: ");
    }

    @Test
    void garbage_behind_a_signature_fails_as_corrupt() {
        Path file = Documents.file(folder, "x.pdf", "%PDF-1.7\n" + "garbage stream\n endobj 1 0 obj << ".repeat(100));

        Extraction extraction = read(file);

        assertThat(extraction).isEqualTo(Extraction.failed(Failure.CORRUPT, "the file is damaged"));
    }

    @Test
    void a_document_cut_anywhere_gives_an_answer() throws IOException {
        byte[] whole = Files.readAllBytes(Documents.resource("calculo.pdf"));
        for (int length = 1; length < whole.length; length += whole.length / 40) {
            Path file = Documents.file(folder, "x.pdf", Arrays.copyOf(whole, length));

            Extraction extraction = read(file);

            assertThat(extraction.status()).as("%d bytes", length).isIn(Status.FAILED, Status.TEXT, Status.LOW_DENSITY);
        }
    }

    @Test
    void a_stream_that_unfolds_without_end_is_too_big() throws IOException {
        PDDocument document = Documents.pdf("");
        PDStream bomb = new PDStream(document);
        try (OutputStream out = bomb.createOutputStream(COSName.FLATE_DECODE)) {
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 200; i++) {
                out.write(blanks);
            }
        }
        document.getPage(0).setContents(bomb);
        Path file = pdf(document);

        Extraction extraction = read(file);

        assertThat(extraction.failure()).isEqualTo(Failure.TOO_BIG);
    }

    @Test
    void forms_nested_without_end_are_too_slow_and_leave_no_thread_behind() throws Exception {
        Path file = pdf(laughing(12));
        Limits limits = new Limits(1 << 20, 1 << 20, 10, 1000, Duration.ofSeconds(1));

        Extraction extraction = DocumentReader.standard().within(limits).read(file, "x.pdf", null);

        assertThat(extraction).isEqualTo(Extraction.failed(Failure.TOO_SLOW, "reading took longer than 1 s"));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(TimeLimit.THREAD)) {
                TimeUnit.MINUTES.timedJoin(thread, 4);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void pages_beyond_the_limit_are_cut_and_a_file_beyond_it_is_not_read() throws IOException {
        Path file = pdf(Documents.pdf(LINE, LINE, LINE));
        Limits twoPages = new Limits(1 << 20, 1 << 20, 2, 1000, Duration.ofMinutes(4));
        Limits tiny = new Limits(100, 1 << 20, 2, 1000, Duration.ofMinutes(4));

        Extraction cut = DocumentReader.standard().within(twoPages).read(file, "x.pdf", null);
        Extraction refused = DocumentReader.standard().within(tiny).read(file, "x.pdf", null);

        assertThat(cut.text()).isEqualTo(LINE + "\f" + LINE);
        assertThat(refused.failure()).isEqualTo(Failure.TOO_BIG);
    }

    @Test
    void the_content_decides_whatever_the_name_says() throws IOException {
        Path file = pdf(Documents.pdf(LINE));

        Extraction extraction = DocumentReader.standard().read(file, "cronograma.docx", "text/plain");

        assertThat(extraction.text()).isEqualTo(LINE);
    }

    private static PDDocument locked(String password) throws IOException {
        AccessPermission nothing = new AccessPermission(0);
        PDDocument document = Documents.pdf(LINE);
        document.protect(new StandardProtectionPolicy("owner", password, nothing));
        return document;
    }

    /** Makes a page whose form draws another form ten times, and so on. */
    private static PDDocument laughing(int depth) throws IOException {
        PDDocument document = Documents.pdf("");
        PDResources resources = new PDResources();
        for (int i = 0; i < depth; i++) {
            PDFormXObject form = new PDFormXObject(document);
            form.setBBox(new PDRectangle(100, 100));
            form.setResources(resources);
            write(form.getCOSObject(), resources.getXObjectNames().iterator().hasNext() ? "/F Do ".repeat(10) : "q Q ");
            resources = new PDResources();
            resources.put(COSName.getPDFName("F"), form);
        }
        PDPage page = document.getPage(0);
        page.setResources(resources);
        PDStream content = new PDStream(document);
        write(content.getCOSObject(), "/F Do ");
        page.setContents(content);
        return document;
    }

    private static void write(COSStream stream, String content) throws IOException {
        try (OutputStream out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Path pdf(PDDocument document) throws IOException {
        return Documents.file(folder, "x.pdf", Documents.bytes(document));
    }

    private static Extraction read(Path file) {
        return DocumentReader.standard().read(file, "x.pdf", "application/pdf");
    }
}
