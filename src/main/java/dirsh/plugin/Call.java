package dirsh.plugin;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One word of a declaration with what stands behind it.
 *
 * @param word the word
 * @param values what stands there without a name
 * @param named what stands there as {@code name: value}
 * @param file where it stands
 */
record Call(String word, List<Object> values, Map<String, Object> named, SourceFile file) {

    /** A call as Groovy hands it over: named values as a map in front of the others. */
    static Call of(String word, @Nullable Object arguments, SourceFile file) {
        Object[] all = arguments instanceof Object[] several ? several : new Object[] {arguments};
        List<Object> values = new ArrayList<>(Arrays.asList(all));
        Map<String, Object> named = new LinkedHashMap<>();
        if (!values.isEmpty() && values.get(0) instanceof Map<?, ?> map) {
            values.remove(0);
            map.forEach((name, value) -> named.put(String.valueOf(name), value));
        }
        return new Call(word, values, named, file);
    }

    /** Only these names may stand here. */
    Call takes(String... names) {
        for (String name : named.keySet()) {
            if (!Arrays.asList(names).contains(name)) {
                throw file.broken("no such word '" + name + "'; "
                        + (names.length == 0
                                ? word + " takes no names"
                                : "beside its value " + word + " takes " + String.join(", ", names)));
            }
        }
        return this;
    }

    /** The one text that stands there. */
    String text() {
        if (values.size() == 1 && values.get(0) instanceof CharSequence text) {
            return text.toString();
        }
        throw file.broken(word + " takes one text, as in " + word + " '…'");
    }

    /** The texts that stand there, at least one. */
    List<String> texts() {
        if (!values.isEmpty() && values.stream().allMatch(CharSequence.class::isInstance)) {
            return values.stream().map(String::valueOf).toList();
        }
        throw file.broken(word + " takes texts, as in " + word + " '…', '…'");
    }

    /** A map given by name, in its order; empty if it is not there. */
    Map<String, Object> map(String name) {
        Object value = named.get(name);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw file.broken(name + " of " + word + " takes items, as in " + name + ": [ShortName: 'jdoe']");
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, each) -> copy.put(String.valueOf(key), each));
        return copy;
    }

    /** A whole number given by name; 0 if it is not there. */
    int number(String name) {
        Object value = named.getOrDefault(name, 0);
        if (value instanceof Integer number && number >= 0) {
            return number;
        }
        throw file.broken(name + " of " + word + " takes a whole number from 0");
    }

    /** The one text that stands there over several lines, without its layout. */
    String block() {
        return unindented(text());
    }

    /** The one closure that stands there. */
    Closure<?> closure() {
        if (values.size() == 1 && values.get(0) instanceof Closure<?> closure) {
            return closure;
        }
        throw file.broken(word + " takes a closure, as in " + word + " { … }");
    }

    /** A text given by name; empty if it is not there. */
    String named(String name) {
        Object value = named.get(name);
        if (value == null || value instanceof CharSequence) {
            return value == null ? "" : value.toString();
        }
        throw file.broken(name + " of " + word + " takes a text");
    }

    /** A yes or no given by name; no if it is not there. */
    boolean isTrue(String name) {
        Object value = named.getOrDefault(name, false);
        if (value instanceof Boolean yes) {
            return yes;
        }
        throw file.broken(name + " of " + word + " is true or false");
    }

    /** A list given by name, if it is there. */
    Optional<Collection<?>> list(String name) {
        Object value = named.get(name);
        if (value == null || value instanceof Collection<?>) {
            return Optional.ofNullable((Collection<?>) value);
        }
        throw file.broken(name + " of " + word + " takes a list, as in " + name + ": ['…', '…']");
    }

    /** A text without the line end after its opening quotes, its common indentation and blanks at line ends. */
    static String unindented(String text) {
        return text.stripTrailing().replaceFirst("^\\h*\\R", "").stripIndent();
    }
}
