package dev.unitracker.moodle.simulator;

import java.util.List;
import java.util.Objects;

/**
 * One HTTP request as the simulator remembers it: nothing in it is secret.
 *
 * @param method the HTTP method
 * @param path the path without its query; a private access key in it is replaced by {@code ***}
 * @param functions the web-service functions it asked for in order, a batch before what it holds; empty for other requests
 */
public record Asked(String method, String path, List<String> functions) {

    public Asked {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        functions = List.copyOf(functions);
    }
}
