package dev.unitracker.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is not repeated of what a command prints: its arguments that hold an address, which is where such programs have their
 * tokens and passwords, each piece of them, and all variables that the host gave it. Pure.
 */
final class Concealed {

    private static final String HIDDEN = "***";

    /** What is shorter would be found in the middle of words. */
    private static final int SHORTEST = 4;

    /** The longest first, so that nothing is left of one that begins with another. */
    private final List<String> secrets;

    private Concealed(Collection<String> secrets) {
        List<String> longestFirst = new ArrayList<>(secrets);
        longestFirst.sort(Comparator.comparing(String::length).reversed());
        this.secrets = List.copyOf(longestFirst);
    }

    static Concealed of(List<String> command, Collection<String> variables) {
        Set<String> secrets = new LinkedHashSet<>();
        command.stream().skip(1).filter(argument -> argument.contains("://")).forEach(argument -> {
            secrets.add(argument);
            secrets.addAll(
                    List.of(argument.substring(argument.indexOf("://") + 3).split("[/:@?&=,]", -1)));
        });
        secrets.addAll(variables);
        secrets.removeIf(secret -> secret.length() < SHORTEST);
        return new Concealed(secrets);
    }

    String in(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, HIDDEN);
        }
        return shown;
    }
}
