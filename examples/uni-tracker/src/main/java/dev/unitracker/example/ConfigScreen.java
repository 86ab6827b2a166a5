package dev.unitracker.example;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Shows which settings count and where each comes from. No secret is shown. Pure. */
final class ConfigScreen {

    private static final String HIDDEN = "***";

    private ConfigScreen() {}

    /** Returns a line for each setting, in the order in which they are told of. */
    static List<String> lines(Settings settings) {
        return Stream.concat(
                        Arrays.stream(Setting.values()).map(setting -> line(setting, settings)),
                        unknown(settings).stream())
                .toList();
    }

    /** Returns a line for each name in the file {@code .env} that is no setting's. */
    static List<String> unknown(Settings settings) {
        List<String> names = Arrays.stream(Setting.values()).map(Setting::name).toList();
        return settings.unknown().stream()
                .map(name -> ".env: there is no setting " + name
                        + Nearest.of(name, names)
                                .map(near -> "; do you mean " + near + "?")
                                .orElse(""))
                .toList();
    }

    private static String line(Setting setting, Settings settings) {
        String name = setting.name();
        return settings.get(name)
                .map(value -> name + "=" + (setting.secret() ? HIDDEN : value) + "  (" + settings.origin(name) + ")")
                .orElseGet(() -> setting.otherwise().isEmpty()
                        ? name + " is not set"
                        : name + "=" + setting.otherwise() + "  (default)");
    }
}
