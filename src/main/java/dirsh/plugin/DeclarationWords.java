package dirsh.plugin;

import dirsh.command.ParameterKind;
import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words between the braces of a declaration. What is none of them is an error: a closure over a plain object or map
 * would let a misspelt word pass.
 */
abstract class DeclarationWords extends GroovyObjectSupport {

    /** What a command, rule, script or parameter may be called. */
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** The words that may stand more than once. */
    private static final Set<String> REPEATED = Set.of("argument", "option", "example", "attribute");

    private final Set<String> seen = new HashSet<>();
    private final String what;
    private final List<String> words;
    private final SourceFile file;

    /**
     * Words of one declaration.
     *
     * @param what the thing declared, such as {@code a command}
     * @param words the words there are, with what they say
     */
    DeclarationWords(String what, Map<String, String> words, SourceFile file) {
        this.what = what;
        this.words = List.copyOf(words.keySet());
        this.file = file;
    }

    /** Words in order, each followed by what it says in the guide for plugin authors. */
    static Map<String, String> words(String... wordsAndMeanings) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndMeanings.length; i += 2) {
            words.put(wordsAndMeanings[i], wordsAndMeanings[i + 1]);
        }
        return Collections.unmodifiableMap(words);
    }

    /** Takes one of the words. */
    abstract void take(Call call);

    /** Evaluates the declaration between the braces. */
    final void read(Closure<?> declaration) {
        Closure<?> own = (Closure<?>) declaration.clone();
        own.setDelegate(this);
        own.setResolveStrategy(Closure.DELEGATE_ONLY);
        own.call();
    }

    @Override
    public final @Nullable Object invokeMethod(String name, @Nullable Object arguments) {
        if (!words.contains(name)) {
            throw file.broken("no such word '" + name + "'; " + what + " is made of " + String.join(", ", words));
        }
        take(Call.of(name, arguments, file));
        if (!seen.add(name) && !REPEATED.contains(name)) {
            throw file.broken("'" + name + "' is declared twice");
        }
        return null;
    }

    /** A word is followed by its value; an assignment would reach into this object instead. */
    @Override
    public final void setProperty(String name, @Nullable Object value) {
        throw file.broken("'" + name + "' is followed by its value without an equals sign, as in " + name + " '…'");
    }

    /** The kind of a parameter that a word names; there are no other names. */
    @Override
    public final Object getProperty(String name) {
        if (words.contains(name)) {
            throw file.broken(name + " takes a value, as in " + name + " '…'");
        }
        return kind(name).orElseThrow(() -> file.broken("no such type '" + name + "'; the types are " + types()));
    }

    /** A check on a name. */
    final String checkedName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw file.broken("'" + name + "' is no name: one word in lower case, dashes allowed");
        }
        return name;
    }

    /** A value that must have been given once the declaration is read. */
    final <T> T needed(@Nullable T value, String word, int line) {
        if (value == null) {
            throw new BrokenDeclaration(
                    file.name(), line, what + " needs " + ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word);
        }
        return value;
    }

    final SourceFile file() {
        return file;
    }

    static Optional<ParameterKind> kind(Object type) {
        if (type instanceof ParameterKind kind) {
            return Optional.of(kind);
        }
        String word = type instanceof Class<?> javaType ? javaType.getSimpleName() : String.valueOf(type);
        return switch (word) {
            case "int", "Integer" -> Optional.of(ParameterKind.NUMBER);
            case "double", "Double", "BigDecimal" -> Optional.of(ParameterKind.DECIMAL);
            case "boolean", "Boolean" -> Optional.of(ParameterKind.SWITCH);
            case "String" -> Optional.of(ParameterKind.TEXT);
            default ->
                Arrays.stream(ParameterKind.values())
                        .filter(kind -> kind.word().equals(word))
                        .findFirst();
        };
    }

    static String types() {
        return Stream.concat(
                        Arrays.stream(ParameterKind.values()).map(ParameterKind::word),
                        Stream.of("int", "double", "boolean"))
                .collect(Collectors.joining(", "));
    }
}
