package dev.unitracker.command;

import java.util.Map;
import java.util.Set;

/** Which variables of this process a command gets. The others may be secrets of the tracker. Pure. */
final class Inherited {

    static final Set<String> NAMES = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "TMPDIR",
            "XDG_CONFIG_HOME",
            "XDG_CACHE_HOME",
            "XDG_DATA_HOME",
            // Without these hardly any program starts on Windows.
            "SystemRoot",
            "Path",
            "PATHEXT",
            "TEMP",
            "TMP",
            "APPDATA",
            "LOCALAPPDATA",
            "USERPROFILE");

    private Inherited() {}

    /** The text that a command reads is UTF-8, which a program that knows no language does not expect. */
    static void complete(Map<String, String> variables) {
        if (!variables.containsKey("LANG") && !variables.containsKey("LC_ALL") && !variables.containsKey("LC_CTYPE")) {
            variables.put("LC_ALL", "C.UTF-8");
        }
    }
}
