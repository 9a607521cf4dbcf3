package dirsh.shell;

/** Shows what is longer than the screen, page by page, where somebody can turn the pages. */
@FunctionalInterface
interface Pager {

    /** For a file, a pipe, a single command or a user who wants everything at once: nothing is paged. */
    Pager NONE = text -> false;

    /** Shows the text, if it takes more than the screen; gives whether it did. */
    boolean shows(PackedLines text);
}
