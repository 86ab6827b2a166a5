package dev.unitracker.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.documents.Documents.Content;
import dev.unitracker.documents.Extraction.Failure;
import dev.unitracker.documents.Extraction.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocxTextTest {
    @TempDir
    private Path folder;

    @Test
    void each_paragraph_of_a_schedule_is_a_line() {
        Path schedule = Documents.resource("termodinamica.docx");

        Extraction extraction = DocumentReader.standard().read(schedule, "CRONOGRAMA TERMODINAMICA 2C 2026.DOCX", null);

        assertThat(extraction).isEqualTo(Extraction.text("""
                                Cronograma Termodinámica
                                Clase 12: 23/11/2026 19:00 - Ciclos de potencia
                                Parcial 2: 7 de diciembre de 2026 a las 19:00
                                Entrega informe: 11/12/2026"""));
    }

    @Test
    void a_short_document_is_text() {
        Path schedule = Documents.resource("materiales.docx");

        Extraction extraction =
                DocumentReader.standard().read(schedule, "Cronograma de Ciencia de los Materiales.docx", null);

        assertThat(extraction.status()).isEqualTo(Status.TEXT);
        assertThat(extraction.text()).endsWith("Recuperatorio: 17/12/2026 14:00");
    }

    @Test
    void words_split_over_runs_stay_whole_and_breaks_tabs_and_cells_are_kept_apart() {
        String body = "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>Par</w:t></w:r>"
                + "<w:r><w:t>cial</w:t><w:tab/><w:t>204</w:t><w:br/><w:t>fin</w:t></w:r></w:p><w:p/>"
                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>30/11</w:t></w:r></w:p></w:tc>"
                + "<w:tc><w:p><w:r><w:t>18:00</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        Path file = Documents.docx(folder, body);

        Extraction extraction = read(file);

        assertThat(extraction.text()).isEqualTo("Parcial\t204\nfin\n30/11 | 18:00");
    }

    @Test
    void replaced_text_and_second_tellings_are_left_out() {
        String body =
                "<w:p><w:del><w:r><w:delText>a</w:delText><w:t>b</w:t></w:r></w:del><w:ins><w:r><w:t>c</w:t></w:r></w:ins>"
                        + "<w:moveFrom><w:r><w:t>d</w:t></w:r></w:moveFrom><w:r><w:instrText>e</w:instrText></w:r>"
                        + "<m:AlternateContent xmlns:m='x'><m:Choice><w:r><w:t>f</w:t></w:r></m:Choice>"
                        + "<m:Fallback><w:r><w:t>f</w:t></w:r></m:Fallback></m:AlternateContent></w:p>";
        Path file = Documents.docx(folder, body);

        Extraction extraction = read(file);

        assertThat(extraction.text()).isEqualTo("cf");
    }

    @Test
    void the_body_is_found_by_its_relation_where_its_name_is_not_the_usual_one() {
        String relations = "<r><Relationship Type='http://x/core-properties' Target='a.xml'/>"
                + "<Relationship Type='http://x/officeDocument' Target='/word/document2.xml'/></r>";
        String body = "<w:document xmlns:w='x'><w:p><w:t>Parcial</w:t></w:p></w:document>";
        Path file = Documents.zip(
                folder, Map.of("_rels/.rels", Content.of(relations), "word/document2.xml", Content.of(body)));

        Extraction extraction = read(file);

        assertThat(extraction).isEqualTo(Extraction.text("Parcial"));
    }

    @Test
    void an_archive_without_a_body_is_corrupt() {
        Path nothing = Documents.zip(folder, "a.txt", Content.of("x"));
        Extraction withoutRelations = read(nothing);
        Path pointless = Documents.zip(folder, "_rels/.rels", Content.of("<r/>"));

        Extraction withoutTarget = read(pointless);

        assertThat(withoutRelations.failure()).isEqualTo(Failure.CORRUPT);
        assertThat(withoutTarget.failure()).isEqualTo(Failure.CORRUPT);
    }

    @Test
    void a_document_of_pictures_is_low_density() {
        String body = "<w:document xmlns:w='x'><w:p><w:t>Scan 1</w:t></w:p></w:document>";
        Path file = Documents.zip(
                folder, Map.of("word/document.xml", Content.of(body), "word/media/image1.png", Content.of("x")));

        Extraction extraction = read(file);

        assertThat(extraction).isEqualTo(Extraction.lowDensity("Scan 1"));
    }

    @Test
    void a_part_that_unfolds_without_end_is_too_big() {
        byte[] zeros = new byte[1 << 20];
        Path file = Documents.zip(folder, "word/document.xml", out -> {
            out.write("<w:document xmlns:w='x'><w:t>".getBytes(StandardCharsets.UTF_8));
            Arrays.fill(zeros, (byte) ' ');
            for (int i = 0; i < 300; i++) {
                out.write(zeros);
            }
        });

        Extraction extraction = read(file);

        assertThat(extraction.failure()).isEqualTo(Failure.TOO_BIG);
    }

    @Test
    void an_external_entity_is_never_opened() {
        Path secret = Documents.file(folder, "secret.txt", "top secret");
        Path file = withDtd("<!ENTITY x SYSTEM '" + secret.toUri() + "'>");

        Extraction extraction = read(file);

        assertThat(extraction.failure()).isEqualTo(Failure.CORRUPT);
        assertThat(extraction.toString()).doesNotContain("top secret");
    }

    @Test
    void entities_that_multiply_are_refused() {
        Path file = withDtd("<!ENTITY a 'ha'><!ENTITY x '&a;&a;&a;&a;'>");

        Extraction extraction = read(file);

        assertThat(extraction.failure()).isEqualTo(Failure.CORRUPT);
    }

    @Test
    void broken_xml_and_a_broken_archive_are_corrupt() throws IOException {
        Path brokenXml = Documents.docx(folder, "<w:p><w:t>x</w:p>");
        Extraction fromXml = read(brokenXml);
        byte[] whole = Files.readAllBytes(Documents.resource("termodinamica.docx"));
        Path cut = Documents.file(folder, "cut.docx", Arrays.copyOf(whole, 600));

        Extraction fromArchive = read(cut);

        assertThat(fromXml.failure()).isEqualTo(Failure.CORRUPT);
        assertThat(fromArchive.failure()).isEqualTo(Failure.CORRUPT);
    }

    @Test
    void an_error_page_is_misnamed_and_an_encrypted_document_is_known() {
        Path page = Documents.file(folder, "a.docx", "<html>Login</html>");
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        Path locked = Documents.file(folder, "b.docx", ole);

        Extraction fromPage = read(page);
        Extraction fromLocked = read(locked);

        assertThat(fromPage)
                .isEqualTo(Extraction.failed(Failure.MISNAMED, "not a Word document: it looks like HTML or XML"));
        assertThat(fromLocked.failure()).isEqualTo(Failure.ENCRYPTED);
    }

    @Test
    void other_archives_have_no_text() {
        Path file = Documents.zip(folder, "ppt/presentation.xml", out -> out.write('x'));

        assertThat(DocumentReader.standard().read(file, "x.pptx", null)).isEqualTo(Extraction.noText());
        assertThat(DocumentReader.standard().read(file, "x.zip", "application/zip"))
                .isEqualTo(Extraction.noText());
    }

    private Path withDtd(String declarations) {
        String xml = "<?xml version='1.0'?><!DOCTYPE d [" + declarations
                + "]><w:document xmlns:w='x'><w:p><w:t>&x;</w:t></w:p></w:document>";
        return Documents.zip(folder, "word/document.xml", Content.of(xml));
    }

    private static Extraction read(Path file) {
        return DocumentReader.standard().read(file, "x.docx", null);
    }
}
