package dirsh.plugin;

import dirsh.command.Arguments;
import dirsh.command.CommandFunction;
import dirsh.command.CommandRegistry;
import dirsh.command.CommandSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Files and commands for the tests of this package. */
final class Fixtures {

    private Fixtures() {}

    static Path write(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A registry of names without declarations. */
    static CommandRegistry names(String... names) {
        return new CommandRegistry() {
            @Override
            public Optional<CommandSpec> find(String name) {
                return Optional.empty();
            }

            @Override
            public SortedSet<String> names() {
                return new TreeSet<>(List.of(names));
            }

            @Override
            public List<CommandSpec> all() {
                return List.of();
            }
        };
    }

    static Arguments arguments(CommandSpec spec, Map<String, ?> options) {
        return new dirsh.command.Binder().bind(spec, List.of(), options, null);
    }

    /** A function that answers with what it was called with. */
    static final class Recording implements CommandFunction {
        final List<String> calls = new ArrayList<>();

        @Override
        public @Nullable Object call(String name, List<?> positional, Map<String, ?> options) {
            calls.add(name + positional + options);
            return positional.isEmpty() ? name : positional.get(0);
        }
    }
}
