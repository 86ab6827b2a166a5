package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unitracker.error.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentFileTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve(".env");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'PLACE=s3\n'",
        "'A=1\n', 'A=1\nPLACE=s3\n'",
        "'A=1', 'A=1\nPLACE=s3\n'",
        "'A=1\r\nB=2\r\n', 'A=1\r\nB=2\r\nPLACE=s3\r\n'",
        "'A=1\r\nPLACE=local\r\nB=2', 'A=1\r\nPLACE=s3\r\nB=2'",
        "'# PLACE=x\n PLACE = local # here\n\nB=2\n', '# PLACE=x\nPLACE=s3\n\nB=2\n'",
        "'PLACE=\nMY_PLACE=1\nPLACES=2\n', 'PLACE=s3\nMY_PLACE=1\nPLACES=2\n'",
        "'export PLACE=local\n', 'export PLACE=s3\n'",
        "'PLACE=local\nPLACE=local\n', 'PLACE=s3\nPLACE=s3\n'"
    })
    void a_setting_is_changed_where_it_stands_or_added(String before, String after) throws IOException {
        Files.writeString(file, before);

        new EnvironmentFile(file).set("PLACE", "s3");

        assertThat(Files.readString(file)).isEqualTo(after);
    }

    @Test
    void every_other_byte_stays() throws IOException {
        byte[] before = new byte[256];
        for (int number = 0; number < before.length; number++) {
            before[number] = (byte) number;
        }
        Files.write(file, before);

        new EnvironmentFile(file).set("PLACE", "s3");

        assertThat(Files.readAllBytes(file)).startsWith(before).hasSize(before.length + "\nPLACE=s3\n".length());
    }

    @Test
    void whoever_could_not_read_it_cannot_read_it_after() throws IOException {
        Files.writeString(file, "A=1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        new EnvironmentFile(file).set("PLACE", "s3");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void a_link_stays_a_link_and_nothing_else_is_left() throws IOException {
        Path elsewhere = Files.writeString(
                Files.createDirectory(folder.resolve("shared")).resolve("settings"), "A=1\n");
        Files.createSymbolicLink(file, elsewhere);

        new EnvironmentFile(file).set("PLACE", "s3");

        assertThat(file).isSymbolicLink();
        assertThat(Files.readString(elsewhere)).isEqualTo("A=1\nPLACE=s3\n");
        assertThat(folder.resolve("shared")).isDirectoryContaining(path -> path.equals(elsewhere));
        assertThat(folder.resolve("shared").toFile().list()).hasSize(1);
    }

    @Test
    void a_file_in_another_alphabet_is_refused_before_a_password_is_sent_wrong() throws IOException {
        Files.writeString(file, "PASSWORD=contraseña\n", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> new EnvironmentFile(file).read())
                .isInstanceOf(SettingsException.class)
                .hasMessage(".env is not written in UTF-8; save it again, as UTF-8");
    }

    @Test
    void what_is_no_file_cannot_be_read() throws IOException {
        Files.createDirectory(file);

        assertThatThrownBy(() -> new EnvironmentFile(file).read())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(".env cannot be read");
    }

    @Test
    void a_file_that_is_not_there_is_not_made() {
        assertThatThrownBy(() -> new EnvironmentFile(file).set("PLACE", "s3")).isInstanceOf(NoSuchFileException.class);
        assertThat(new EnvironmentFile(file).read()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }
}
