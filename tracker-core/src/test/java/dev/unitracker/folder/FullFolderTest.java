package dev.unitracker.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unitracker.error.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder without space for an artifact, because the process may write no files of its length. */
class FullFolderTest {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final byte[] SMALL = "small".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_does_not_fit_is_told_and_nothing_of_it_stays() throws IOException {
        assumeTrue(Files.isExecutable(SHELL));

        List<String> said = keptWithLittleSpace();

        assertThat(said)
                .singleElement()
                .asString()
                .contains("cannot write the artifact")
                .contains("is the disk full or read-only?");
        assertThat(listed())
                .containsExactly(FolderArtifactStore.in(folder).build().keep(SMALL));
        assertThat(FolderArtifactStore.in(folder).build().keep(large())).isIn(listed());
    }

    private List<String> listed() throws IOException {
        List<String> names = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> names.add(String.valueOf(file.getFileName())));
        }
        return names;
    }

    private List<String> keptWithLittleSpace() throws IOException {
        Process process = new ProcessBuilder(
                        SHELL.toString(),
                        "-c",
                        "ulimit -f 200 && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullFolderTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    private static byte[] large() {
        return new byte[1_000_000];
    }

    /** Keeps something small, then something large, and says what it was told. */
    public static void main(String[] arguments) {
        FolderArtifactStore store =
                FolderArtifactStore.in(Path.of(arguments[0])).build();
        store.keep(SMALL);
        try {
            store.keep(large());
        } catch (StoreException e) {
            System.out.println(e.getMessage());
        }
    }
}
