package dirsh.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A file on the watched disk. */
final class WatchedChannel extends FileChannel {

    private final FileChannel file;
    private final Path path;
    private final Disk disk;

    WatchedChannel(FileChannel file, Path path, Disk disk) {
        this.file = file;
        this.path = path;
        this.disk = disk;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        try {
            disk.operation(path);
        } catch (IOException e) {
            file.write(half(bytes), position);
            throw e;
        }
        return file.write(bytes, position);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        try {
            disk.operation(path);
        } catch (IOException e) {
            file.write(half(bytes));
            throw e;
        }
        return file.write(bytes);
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
        disk.operation(path);
        return file.write(bytes, offset, length);
    }

    private static ByteBuffer half(ByteBuffer bytes) {
        return bytes.duplicate().limit(bytes.position() + bytes.remaining() / 2);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return counted(file.read(bytes));
    }

    @Override
    public long read(ByteBuffer[] bytes, int offset, int length) throws IOException {
        long count = file.read(bytes, offset, length);
        disk.read(count);
        return count;
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
        return counted(file.read(bytes, position));
    }

    private int counted(int bytes) {
        disk.read(bytes);
        return bytes;
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        if (size < file.size()) {
            disk.freeing(path);
        }
        file.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        disk.operation(path);
        file.force(metaData);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return file.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        disk.operation(path);
        return file.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return file.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return file.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
