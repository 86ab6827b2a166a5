package dev.unitracker.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The installed application as a process that answers over HTTP. */
final class Served implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);
    private static final int OK = 200;

    private final Process process;
    private final int port;
    private final Path log;

    private Served(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts it in a folder. */
    static Served start(Path application, Path folder, int port, Map<String, String> environment) {
        Path log = folder.resolve("serve.txt");
        return new Served(process(application, folder, log, environment, "serve", "--port", "" + port), port, log);
    }

    /** Runs a command to its end, which must be a good one. */
    static void run(Path application, Path folder, Map<String, String> environment, String... command)
            throws InterruptedException {
        Path log = folder.resolve(command[0] + ".txt");
        if (process(application, folder, log, environment, command).waitFor() != 0) {
            throw new IllegalStateException(command[0] + " failed, see " + log);
        }
    }

    private static Process process(
            Path application, Path folder, Path log, Map<String, String> environment, String... command) {
        List<String> words = new ArrayList<>(List.of(application.resolve("run").toString()));
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(words + " cannot be started", e);
        }
    }

    /** Asks again and again until a path is answered with some text in it. */
    void await(String path, String text) throws InterruptedException {
        long begin = System.nanoTime();
        while (!answer(path).contains(text)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE) {
                throw new IllegalStateException("it does not answer, see " + log);
            }
            Thread.sleep(5);
        }
    }

    /** Returns an answer; an empty text if there is none, or another one than 200. */
    private String answer(String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK ? answer.body() : "";
        } catch (IOException e) {
            return "";
        }
    }

    long pid() {
        return process.pid();
    }

    /** Ends it by SIGTERM, as a server is ended, and waits until it is over. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
