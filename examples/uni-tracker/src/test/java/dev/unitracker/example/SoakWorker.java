package dev.unitracker.example;

import dev.unitracker.example.worker.Student;
import dev.unitracker.example.worker.Students;
import dev.unitracker.example.worker.Tempo;
import dev.unitracker.example.worker.Worker;
import dev.unitracker.example.worker.WorkerPace;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A worker as a process, with a compressed pace. It ends when its standard input does. */
final class SoakWorker {

    private SoakWorker() {}

    public static void main(String[] args) throws IOException {
        Surroundings surroundings = Surroundings.ofThisProcess();
        Duration between = Duration.parse(args[0]);
        WorkerPace pace = new WorkerPace(8, Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofMinutes(1));
        try (Installation installation = Installation.withoutSite(surroundings, pace.connections())) {
            Students students = compressed(WorkerCommand.students(installation, Optional.empty()), between);
            try (Worker worker =
                    Worker.on(installation.store().database(), students, () -> {}, pace, surroundings.clock())) {
                worker.start();
                int unusedEnd = System.in.read();
            }
        }
    }

    private static Students compressed(Students students, Duration between) {
        return new Students() {
            @Override
            public Set<String> names() {
                return students.names();
            }

            @Override
            public Optional<Student> find(String name) {
                Tempo tempo = new Tempo(between, between, between);
                return students.find(name)
                        .map(known -> new Student(known.site(), known.tracker(), tempo, known.briefs()));
            }
        };
    }
}
