package dev.unitracker.benchmarks;

import dev.unitracker.moodle.simulator.MoodleSimulator;
import dev.unitracker.moodle.simulator.Recording;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * How long the installed application takes from the start of its process to its first answer, beside a JVM that does nothing, and how
 * much heap many accounts need.
 */
final class StartFigures {

    private static final int STARTS = 9;
    private static final double SLOWEST = 2000;
    private static final int ACCOUNTS = 200;
    private static final int LARGEST_HEAP = 400;
    private static final Pattern USED = Pattern.compile("generation\\s+total \\d+K, used (\\d+)K");

    private final Settings settings;
    private final Report report;
    private final Path application;
    private final Path folder;
    private final Map<String, String> environment;

    private StartFigures(Settings settings, Report report, MoodleSimulator moodle) {
        this.settings = settings;
        this.report = report;
        this.application = Path.of(System.getProperty("unitracker.installed", "target/installed"))
                .toAbsolutePath();
        this.folder = settings.folder().resolve("start");
        this.environment = Map.of(
                "MOODLE_BASE_URL", moodle.url(),
                "MOODLE_TOKEN", moodle.token(),
                "SITE_REQUESTS_PER_MINUTE", "1000000");
    }

    static void measure(Settings settings, Report report) {
        try (MoodleSimulator moodle = MoodleSimulator.playing(Recording.demo()).start()) {
            StartFigures figures = new StartFigures(settings, report, moodle);
            Folders.delete(figures.folder);
            Files.createDirectories(figures.folder);
            figures.start();
            figures.heap();
            Folders.delete(figures.folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Both take turns, so that whatever else the machine does befalls both. */
    private void start() throws IOException, InterruptedException {
        report.doing("Starting with a database that is there already");
        Served.run(application, folder, environment, "sync", "--once");
        int starts = settings.small() ? 3 : STARTS;
        double[] bare = new double[starts];
        double[] served = new double[starts];
        for (int i = 0; i < starts; i++) {
            bare[i] = bare();
            served[i] = served();
        }
        Arrays.sort(bare);
        Arrays.sort(served);
        double jvm = bare[starts / 2];
        double first = served[starts / 2];
        report.add(Figure.plain("a JVM that does nothing, median", Figure.text(jvm, "ms")));
        report.add(Figure.atMost("serve, to the first answer, median", first, SLOWEST, "ms"));
        report.add(Figure.plain(
                "serve, to the first answer, fastest and slowest",
                Figure.text(served[0], "ms") + " and " + Figure.text(served[starts - 1], "ms")));
        report.add(Figure.plain("serve, as many times a JVM that does nothing", Figure.text(first / jvm, "")));
    }

    private double bare() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return milliseconds(begin);
    }

    private double served() throws IOException, InterruptedException {
        int port = freePort();
        long begin = System.nanoTime();
        try (Served serve = Served.start(application, folder, port, environment)) {
            serve.await("/courses", "Termodin");
            return milliseconds(begin);
        }
    }

    private static double milliseconds(long begin) {
        return (System.nanoTime() - begin) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    private void heap() throws IOException, InterruptedException {
        int accounts = settings.small() ? ACCOUNTS / 10 : ACCOUNTS;
        report.doing("Looking at " + accounts + " accounts in " + LARGEST_HEAP + " MB");
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < accounts; i++) {
            file.append("student").append(i).append(":\n");
            for (String name : new String[] {"MOODLE_BASE_URL", "MOODLE_TOKEN"}) {
                file.append("  ")
                        .append(name)
                        .append(": '")
                        .append(environment.get(name))
                        .append("'\n");
            }
        }
        Path many = Files.createDirectories(folder.resolve("many"));
        Files.writeString(many.resolve("accounts.yaml"), file);
        Map<String, String> host =
                Map.of("SITE_REQUESTS_PER_MINUTE", "1000000", "JAVA_OPTIONS", "-Xmx" + LARGEST_HEAP + "m");
        try (Served serve = Served.start(application, many, freePort(), host)) {
            for (int i = 0; i < accounts; i++) {
                serve.await("/accounts/student" + i + "/courses", "Termodin");
            }
            double used = used(serve.pid()) / 1024;
            report.add(Figure.atMost(
                    "heap that " + accounts + " accounts keep, looked at and served", used, LARGEST_HEAP, "MB"));
        }
    }

    /** Returns how many kilobytes are left after a collection. */
    private static double used(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        return USED.matcher(jcmd(pid, "GC.heap_info"))
                .results()
                .mapToDouble(used -> Double.parseDouble(used.group(1)))
                .sum();
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IllegalStateException("jcmd " + command + " failed: " + said);
        }
        return said;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
