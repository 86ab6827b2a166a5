package dev.unitracker.architecture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Texts that a regular expression may choke on, made of what it looks for: a beginning, and what comes again and again. */
final class HostileTexts {

    private static final List<String> ANYWHERE = List.of(
            "a", "1", " ", "\n", "\t", "\\", "\"", "<", ">", "[", "(", "{", ".", "-", ",", ":", "/", "é", "\u0301",
            "a ", "1 ");

    private final Set<String> beginnings = new LinkedHashSet<>(List.of(""));
    private final Set<String> repeated = new LinkedHashSet<>(List.of("a", "1", " "));

    /** A text that begins in some way, goes on with the same again and again, and ends with what nobody looks for. */
    record HostileText(String beginning, String repeated) {

        String ofLength(int length) {
            return beginning + repeated.repeat(length / repeated.length()) + "\u0001";
        }
    }

    private HostileTexts() {}

    /** Returns the texts for a regular expression, in an order that is always the same. */
    static List<HostileText> against(String regex) {
        HostileTexts texts = new HostileTexts();
        texts.learn(tokens(regex, 'a'));
        texts.learn(tokens(regex, ' '));
        List<HostileText> all = new ArrayList<>();
        ANYWHERE.forEach(each -> all.add(new HostileText("", each)));
        texts.beginnings.forEach(
                beginning -> texts.repeated.forEach(each -> all.add(new HostileText(beginning, each))));
        return all;
    }

    private void learn(List<String> tokens) {
        StringBuilder soFar = new StringBuilder();
        String before = "";
        for (String token : tokens) {
            if (token.isEmpty()) {
                soFar.setLength(0);
                continue;
            }
            repeated.add(token);
            repeated.add(before + token);
            soFar.append(token);
            repeated.add(soFar.toString());
            beginnings.add(soFar.toString());
            before = token;
        }
    }

    /** Returns what the parts of an expression look for, an empty text where an alternative ends. */
    private static List<String> tokens(String regex, char any) {
        List<String> tokens = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int at = 0; at < regex.length(); at++) {
            char c = regex.charAt(at);
            if (c == '\\' && at + 1 < regex.length()) {
                at++;
                literal.append(escaped(regex.charAt(at), any));
                at = afterBraces(regex, at);
            } else if (c == '[') {
                int end = endOfClass(regex, at);
                flush(literal, tokens);
                tokens.add(oneOf(regex.substring(at + 1, end), any));
                at = end;
            } else if (c == '{') {
                at = Math.max(at, regex.indexOf('}', at));
                flush(literal, tokens);
            } else if ("|()*+?^$".indexOf(c) >= 0) {
                flush(literal, tokens);
                if (c == '|') {
                    tokens.add("");
                }
            } else {
                literal.append(c == '.' ? any : c);
            }
        }
        flush(literal, tokens);
        return tokens;
    }

    private static void flush(StringBuilder literal, List<String> tokens) {
        if (literal.length() > 0) {
            tokens.add(literal.toString());
            literal.setLength(0);
        }
    }

    private static String escaped(char c, char any) {
        return switch (c) {
            case 'd' -> "1";
            case 's' -> " ";
            case 'w', 'p' -> "a";
            case 'S', 'D', 'W', 'P' -> String.valueOf(any);
            case 'n', 'r' -> "\n";
            case 't' -> "\t";
            case 'b', 'B', 'A', 'z', 'Z', 'G', 'Q', 'E', 'u' -> "";
            default -> String.valueOf(c);
        };
    }

    private static int afterBraces(String regex, int at) {
        boolean named = (regex.charAt(at) == 'p' || regex.charAt(at) == 'P') && regex.startsWith("{", at + 1);
        return named ? Math.max(at, regex.indexOf('}', at)) : at;
    }

    private static int endOfClass(String regex, int start) {
        int at = start + 1;
        while (at < regex.length() && (regex.charAt(at) != ']' || at == start + 1)) {
            at += regex.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, regex.length() - 1);
    }

    private static String oneOf(String inner, char any) {
        if (inner.startsWith("^") || inner.isEmpty()) {
            return String.valueOf(any);
        }
        return inner.charAt(0) == '\\' && inner.length() > 1 ? escaped(inner.charAt(1), any) : inner.substring(0, 1);
    }
}
