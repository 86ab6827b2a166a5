package dev.unitracker.moodle.internal.client;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A web-service function with its arguments. Two calls that ask the same are equal.
 *
 * @param function the function's name, for example {@code core_course_get_contents}
 * @param arguments texts, numbers, lists and maps by name
 * @param optional names of arguments that older sites reject and that may then be left out
 */
public record Call(String function, SortedMap<String, Object> arguments, Set<String> optional) {

    public Call {
        Objects.requireNonNull(function, "function");
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
        optional = Set.copyOf(optional);
    }

    /** Starts a call without arguments. */
    public static Call to(String function) {
        return new Call(function, new TreeMap<>(), Set.of());
    }

    /** Returns this call with an argument more: a text, a number, a list or a map of these. */
    public Call with(String name, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(arguments);
        more.put(name, value);
        return new Call(function, more, optional);
    }

    /** Returns this call with an argument more that is left out where a site rejects it. */
    public Call withOptional(String name, Object value) {
        Call more = with(name, value);
        Set<String> names = new TreeSet<>(optional);
        names.add(name);
        return new Call(function, more.arguments, names);
    }

    /** Returns this call without what a site may reject. */
    public Call plain() {
        SortedMap<String, Object> fewer = new TreeMap<>(arguments);
        fewer.keySet().removeAll(optional);
        return new Call(function, fewer, Set.of());
    }

    /** Returns the function and its plain arguments, for people: {@code core_course_get_contents courseid=2}. */
    public String describe() {
        String details = arguments.entrySet().stream()
                .filter(argument -> !optional.contains(argument.getKey()))
                .filter(argument -> !(argument.getValue() instanceof Map)
                        && !argument.getKey().equals("userid"))
                .map(argument -> argument.getKey() + "=" + argument.getValue())
                .collect(Collectors.joining(" "));
        return details.isEmpty() ? function : function + " " + details;
    }

    /** Returns the arguments as the fields of a form: {@code courseids[0]=2}. */
    public SortedMap<String, String> form() {
        SortedMap<String, String> form = new TreeMap<>();
        arguments.forEach((name, value) -> flatten(name, value, form));
        return form;
    }

    private static void flatten(String name, Object value, SortedMap<String, String> form) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(name + "[" + key + "]", Objects.requireNonNull(inner), form));
        } else if (value instanceof Collection<?> values) {
            int index = 0;
            for (Object inner : List.copyOf(values)) {
                flatten(name + "[" + index++ + "]", inner, form);
            }
        } else {
            form.put(name, value.toString());
        }
    }
}
