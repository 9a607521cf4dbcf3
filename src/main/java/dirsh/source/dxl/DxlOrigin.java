package dirsh.source.dxl;

import dirsh.model.Place;

/**
 * Where the parsed bytes come from, so that places and offsets are those of the file.
 *
 * @param file the file's name as the user gave it
 * @param start where in the file the first byte after the prefix stands
 * @param prefix how many bytes were put in front to make a fragment an XML text; 0 for a whole file
 */
record DxlOrigin(String file, Place start, long prefix) {

    /** A whole file. */
    static DxlOrigin file(String file) {
        return new DxlOrigin(file, new Place(file, 1, 1, 0), 0);
    }

    /** The file offset of a parsed byte. */
    long offset(long parsed) {
        return parsed - prefix + start.offset();
    }

    /**
     * The place in the file of a parsed line and column, both from 1.
     *
     * @param offset file offset, or -1
     */
    Place place(long line, long column, long offset) {
        if (prefix == 0) {
            return new Place(file, line, column, offset);
        }
        long first = offset < 0 ? start.column() : start.column() + offset - start.offset();
        return new Place(file, start.line() + line - 1, line == 1 ? first : column, offset);
    }
}
