package dirsh.entry.ldap;

import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A file whose first line is a password, and which its owner alone can read. */
final class PasswordFile {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private PasswordFile() {}

    /**
     * The password; whoever gets it overwrites it.
     *
     * @throws DirshException if others may read the file, or it holds no text
     */
    static char[] read(Path file) {
        byte[] bytes = {};
        CharBuffer characters = CharBuffer.allocate(0);
        try {
            refuseIfShared(file);
            bytes = Files.readAllBytes(file);
            int end = 0;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            characters = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
            char[] password = new char[characters.remaining()];
            characters.get(password);
            if (password.length == 0) {
                throw DirshException.badInput("the first line of " + file + " is empty", "write the password there");
            }
            return password;
        } catch (CharacterCodingException e) {
            throw DirshException.badInput("the first line of " + file + " is not UTF-8", "write the password again");
        } catch (IOException e) {
            throw DirshException.badInput(
                    "cannot read " + file + ": " + DirshException.reason(e), "--password-file FILE");
        } finally {
            Arrays.fill(bytes, (byte) 0);
            if (characters.hasArray()) {
                Arrays.fill(characters.array(), '\0');
            }
        }
    }

    /** Where the file system knows no such permissions, the folder's have to do. */
    private static void refuseIfShared(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class, new LinkOption[0]);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> shared = EnumSet.copyOf(OTHERS);
        shared.retainAll(view.readAttributes().permissions());
        if (!shared.isEmpty()) {
            throw DirshException.badInput(
                    "others can read or write " + file + ", so the password in it is not used", "chmod 600 " + file);
        }
    }
}
