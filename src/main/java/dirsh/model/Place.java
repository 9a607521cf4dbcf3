package dirsh.model;

/**
 * Where in a file something stands: by line and column where it is text, else by byte offset.
 *
 * @param file the file's name as the user gave it
 * @param line 1-based, or 0 where lines mean nothing
 * @param column 1-based, or 0
 * @param offset 0-based byte offset, or -1 where it is not known
 */
public record Place(String file, long line, long column, long offset) {

    /** A place in a text file. */
    public static Place line(String file, long line, long column) {
        return new Place(file, line, column, -1);
    }

    /** A place in a binary file. */
    public static Place offset(String file, long offset) {
        return new Place(file, 0, 0, offset);
    }

    @Override
    public String toString() {
        if (line > 0) {
            return file + ":" + line + (column > 0 ? ":" + column : "");
        }
        return offset >= 0 ? file + "@" + offset : file;
    }
}
