package dev.unitracker.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files with which it is run elsewhere name what there is. */
class DeploymentTest {

    private static final Path ROOT = Path.of("../..");

    private final Map<?, ?> compose =
            (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(read("deploy/docker-compose.yml"));

    @Test
    void compose_starts_commands_that_there_are_with_settings_that_there_are() {
        assertThat(ours()).hasSize(2).allSatisfy(service -> {
            assertThat(list(service, "command")).singleElement().isIn("api", "worker");
            assertThat(map(service, "environment").keySet())
                    .allSatisfy(name -> assertThat(Setting.find(name.toString()))
                            .as(name + "")
                            .isPresent());
        });
    }

    @Test
    void compose_gives_containers_no_more_than_they_need() {
        assertThat(ours()).allSatisfy(service -> {
            assertThat(service.get("read_only")).isEqualTo(true);
            assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
            assertThat(service.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
            assertThat(service.get("mem_limit")).isNotNull();
        });
        assertThat(services().filter(service -> service.containsKey("ports")))
                .allSatisfy(service -> assertThat(list(service, "ports"))
                        .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:")));
    }

    @Test
    void compose_names_each_volume_and_the_version_of_each_image_that_is_not_built_here() {
        Set<?> volumes = map(compose, "volumes").keySet();

        assertThat(services().flatMap(service -> list(service, "volumes").stream()))
                .isNotEmpty()
                .allSatisfy(volume -> assertThat(volumes.toString())
                        .contains(volume.toString().split(":", 2)[0]));
        assertThat(services().map(service -> String.valueOf(service.get("image"))))
                .allSatisfy(image -> assertThat(image).matches("uni-tracker|[a-z]+:\\d.*"));
    }

    @Test
    void the_image_is_made_of_files_that_there_are_and_runs_without_root() {
        String dockerfile = read("deploy/Dockerfile");
        String last = dockerfile.substring(dockerfile.lastIndexOf("\nFROM "));
        String version = found("<artifactId>tracker-parent</artifactId>\\s*<version>([^<]+)", read("pom.xml"))
                .get(0);

        assertThat(found("(?m)^COPY --from=build /src/(deploy/\\S+)", last))
                .hasSize(3)
                .allSatisfy(file -> assertThat(ROOT.resolve(file)).isExecutable());
        assertThat(last).contains("/src/examples/uni-tracker/target/uni-tracker-" + version + ".jar ");
        assertThat(found("(?m)^ENV ([A-Z_]+)=", last))
                .allSatisfy(name -> assertThat(name.equals("JAVA_OPTIONS")
                                || Setting.find(name).isPresent())
                        .isTrue());
        assertThat(found("(?m)^USER (\\S+)", last)).singleElement().isNotIn("0", "root");
        assertThat(found("(?m)^FROM (\\S+)", dockerfile))
                .allSatisfy(image -> assertThat(image).contains(":17-"));
        assertThat(last).contains("HEALTHCHECK", "CMD [\"serve\"]");
    }

    @Test
    void the_unit_has_a_small_heap_and_no_rights_that_it_does_not_need() {
        String unit = read("deploy/uni-tracker.service");

        assertThat(read("deploy/run")).contains("-XX:+UseSerialGC");
        assertThat(unit)
                .contains("ExecStart=/opt/uni-tracker/run serve\n", "JAVA_OPTIONS=-Xmx256m")
                .contains("NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=\n", "UMask=0077")
                .contains("RestartPreventExitStatus=" + ExitStatus.WRONG_SETTINGS + "\n");
    }

    @Test
    void the_pages_name_commands_that_there_are() {
        String help = Played.of(ROOT, Map.of(), "--help").out();

        assertThat(Stream.of("README.md", "docs/running.md", "docs/worker.md", "docs/accounts.md")
                        .flatMap(page ->
                                found("(?:examples/run|uni-tracker/run|--rm(?: -T)? worker) ([a-z-]+)", read(page))
                                        .stream()))
                .hasSizeGreaterThan(20)
                .filteredOn(command -> !command.startsWith("--"))
                .allSatisfy(command -> assertThat(help).containsPattern("(?m)^  " + command + "\\b"));
    }

    private Stream<Map<?, ?>> services() {
        return map(compose, "services").values().stream().map(service -> (Map<?, ?>) service);
    }

    private List<Map<?, ?>> ours() {
        return services()
                .filter(service -> "uni-tracker".equals(service.get("image")))
                .toList();
    }

    private static Map<?, ?> map(Map<?, ?> in, String name) {
        return (Map<?, ?>) Objects.requireNonNull(in.get(name), name);
    }

    private static List<?> list(Map<?, ?> in, String name) {
        return (List<?>) Objects.requireNonNull(in.get(name), name);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }
}
