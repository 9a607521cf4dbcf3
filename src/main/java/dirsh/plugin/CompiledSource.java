package dirsh.plugin;

import groovy.lang.Binding;
import groovy.lang.Script;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * The classes of one source, not loaded yet.
 *
 * @param script the name of the class that runs the source's statements; empty if there are none
 * @param classes the bytes of every class by name
 */
record CompiledSource(String script, Map<String, byte[]> classes) {

    CompiledSource {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
    }

    /** Whether there is a script at all: a source may hold nothing but classes. */
    boolean hasStatements() {
        return !script.isEmpty();
    }

    /** The script out of a loader that holds the classes. */
    Script instance(CompiledLoader loader, Binding binding) {
        try {
            return InvokerHelper.createScript(loader.loadClass(script), binding);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a compiled source without its script", e);
        }
    }

    /** The source as it is kept on disk: a checksum, then names and bytes. */
    byte[] toBytes() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(content)) {
            out.writeUTF(script);
            out.writeInt(classes.size());
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = content.toByteArray();
        ByteArrayOutputStream whole = new ByteArrayOutputStream(bytes.length + Long.BYTES);
        try (DataOutputStream out = new DataOutputStream(whole)) {
            out.writeLong(checksum(bytes));
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return whole.toByteArray();
    }

    /** The source that was kept as these bytes; empty if they are not whole. */
    static Optional<CompiledSource> fromBytes(byte[] whole) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(whole))) {
            if (in.readLong() != checksum(Arrays.copyOfRange(whole, Long.BYTES, whole.length))) {
                return Optional.empty();
            }
            String script = in.readUTF();
            Map<String, byte[]> classes = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                classes.put(in.readUTF(), in.readNBytes(in.readInt()));
            }
            return Optional.of(new CompiledSource(script, classes));
        } catch (IOException tooShort) {
            return Optional.empty();
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }
}
