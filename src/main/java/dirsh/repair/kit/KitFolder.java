package dirsh.repair.kit;

import dirsh.home.PrivateFiles;
import dirsh.model.DirshException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a new kit. Nothing in it is ever overwritten, and nobody but the user can read it. */
final class KitFolder {

    private final Path folder;
    private final List<Path> written = new ArrayList<>();
    private final boolean made;

    private KitFolder(Path folder, boolean made) {
        this.folder = folder;
        this.made = made;
    }

    /**
     * Takes a folder that is new or empty.
     *
     * @throws DirshException as bad input if it is anything else, such as a symbolic link
     */
    static KitFolder claim(Path folder) {
        if (Files.isSymbolicLink(folder)) {
            throw DirshException.badInput(folder + " is a symbolic link", "rm '" + folder + "'");
        }
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return new KitFolder(PrivateFiles.folder(folder), true);
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(folder, "is there and no folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw refused(folder, "is not empty");
            }
        } catch (IOException e) {
            throw DirshException.failed(
                    "cannot read " + folder + ": " + DirshException.reason(e), "ls -ld '" + folder + "'", e);
        }
        return new KitFolder(folder, false);
    }

    private static DirshException refused(Path folder, String why) {
        return DirshException.badInput(
                folder + " " + why + "; a kit never overwrites anything", "kit PLAN " + folder.getFileName() + "-2");
    }

    /** Writes one file, whose lines end as Notes on Windows needs them. */
    void write(String name, PrivateFiles.Content content) {
        Path file = folder.resolve(name);
        try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            written.add(file);
            Writer out = new BufferedWriter(
                    new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        } catch (IOException e) {
            throw DirshException.failed(
                    "cannot write " + file + ": " + DirshException.reason(e), "df -h '" + folder + "'", e);
        }
    }

    /** Takes back what was written, where the kit could not be finished. */
    void discard() {
        written.forEach(PrivateFiles::delete);
        if (made) {
            PrivateFiles.delete(folder);
        }
    }
}
