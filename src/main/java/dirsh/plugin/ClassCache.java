package dirsh.plugin;

import dirsh.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.util.ReleaseInfo;

/**
 * Compiled plugin files on disk, by a hash of all they depend on, since compiling costs a second at every start.
 *
 * <p>What cannot be read or does not fit is as good as not there. Reading it loads no class of Groovy's runtime.
 */
final class ClassCache {

    private static final String ENDING = ".classes";

    private final List<Path> readOnly;
    private final Path own;
    private final boolean personal;
    private final byte[] surroundings;

    /**
     * The cache of a user, behind those of the build.
     *
     * @param built folders the build filled, looked at first
     * @param own the folder to store in; made when needed, and not trusted if others can write to it
     */
    static ClassCache ofUser(List<Path> built, Path own) {
        return new ClassCache(built, own, true);
    }

    /** The cache that a build fills for everybody. */
    static ClassCache ofBuild(Path folder) {
        return new ClassCache(List.of(), folder, false);
    }

    private ClassCache(List<Path> readOnly, Path own, boolean personal) {
        this.readOnly = readOnly.stream().filter(Files::isDirectory).toList();
        this.own = own;
        this.personal = personal;
        this.surroundings = surroundings();
    }

    /** The key of a source: it changes with its text, its name, dirsh's part in the code, Groovy and Java. */
    String key(String fileName, byte[] source) {
        MessageDigest digest = Sha256.digest();
        digest.update(surroundings);
        digest.update(fileName.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return HexFormat.of().formatHex(digest.digest(source));
    }

    /** Whether there is an entry; only reading it tells whether it is whole. */
    boolean has(PluginFile file) {
        return entry(file).isPresent();
    }

    /** The classes of a file, if they are there and whole. */
    Optional<CompiledSource> find(PluginFile file) {
        return entry(file).flatMap(path -> {
            try {
                return CompiledSource.fromBytes(Files.readAllBytes(path));
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        });
    }

    /** Keeps the classes of a file instead of those of its older text; where that is impossible it does nothing. */
    void store(PluginFile file, CompiledSource classes) {
        try {
            Files.createDirectories(own, permissions("rwx------"));
            if (!isTrusted(own)) {
                return;
            }
            Path fresh =
                    own.resolve(entryName(file) + "." + ProcessHandle.current().pid());
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, permissions("rw-------"));
            Files.write(fresh, classes.toBytes());
            Path kept = own.resolve(entryName(file));
            Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            removeOlder(own, file, kept);
        } catch (IOException full) {
            // The commands work without: only the next start is slower.
            return;
        }
    }

    /** Removes what no longer belongs to any of the files. */
    void keepOnly(List<PluginFile> files) {
        List<String> wanted = files.stream().map(ClassCache::entryName).toList();
        for (Path entry : PluginFolder.entries(own, "*" + ENDING)) {
            if (!wanted.contains(PluginFile.fileName(entry))) {
                delete(entry);
            }
        }
    }

    private Optional<Path> entry(PluginFile file) {
        String name = entryName(file);
        for (Path folder : readOnly) {
            Path entry = folder.resolve(name);
            if (Files.isRegularFile(entry)) {
                return Optional.of(entry);
            }
        }
        Path entry = own.resolve(name);
        return Files.isRegularFile(entry) && isTrusted(own) && isTrusted(entry) ? Optional.of(entry) : Optional.empty();
    }

    private boolean isTrusted(Path path) {
        return !personal || Ownership.objection(path).isEmpty();
    }

    private static void removeOlder(Path folder, PluginFile file, Path kept) {
        int length = PluginFile.fileName(kept).length();
        for (Path entry : PluginFolder.entries(folder, file.label() + "-*" + ENDING)) {
            // A name that only begins the same way is longer.
            if (PluginFile.fileName(entry).length() == length && !entry.equals(kept)) {
                delete(entry);
            }
        }
    }

    private static void delete(Path entry) {
        try {
            Files.deleteIfExists(entry);
        } catch (IOException e) {
            // An entry nobody asks for any more does no harm.
            return;
        }
    }

    private static String entryName(PluginFile file) {
        return file.label() + "-" + file.key() + ENDING;
    }

    private FileAttribute<?>[] permissions(String permissions) {
        return personal && own.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** The classes that compiled code is made by and built on stand for the version of dirsh. */
    private static byte[] surroundings() {
        MessageDigest digest = Sha256.digest();
        for (Class<?> type : List.of(PluginScript.class, SourceCompiler.class, CompiledSource.class)) {
            try (InputStream bytes = type.getResourceAsStream(type.getSimpleName() + ".class")) {
                digest.update(bytes == null ? new byte[0] : bytes.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String versions = ReleaseInfo.getVersion() + " " + Runtime.version().feature();
        return digest.digest(versions.getBytes(StandardCharsets.UTF_8));
    }
}
