package dev.unitracker.example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application in a process of its own, with other defaults. */
final class OtherJvm {

    private OtherJvm() {}

    /** How a command ended, and what it printed. */
    record Ended(int status, String out, String err) {}

    /** Returns what a command printed to standard output; it has to end well. */
    static String run(Path folder, List<String> options, String... args) throws IOException, InterruptedException {
        Ended ended = ended(folder, options, args);
        if (ended.status() != 0) {
            throw new AssertionError("ended with " + ended.status() + ": " + ended.err());
        }
        return ended.out();
    }

    /** Returns how a command ended. */
    static Ended ended(Path folder, List<String> options, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(args));
        Path out = folder.resolve("other-jvm.out");
        Path err = folder.resolve("other-jvm.err");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("did not end in three minutes");
        }
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
