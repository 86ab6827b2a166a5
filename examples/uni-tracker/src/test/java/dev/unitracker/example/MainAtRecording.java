package dev.unitracker.example;

import java.nio.file.Path;
import java.time.InstantSource;

/** The application as a process, on the day on which the demo was recorded. */
final class MainAtRecording {

    private MainAtRecording() {}

    public static void main(String[] args) {
        Surroundings then = Played.surroundings(InstantSource.fixed(Played.NOW), Path.of(""), System.getenv());
        System.exit(Main.run(args, then, System.out, System.err));
    }
}
