package dirsh.model;

import java.util.Locale;

/** A number of things in words, as a sentence needs them. */
public final class Counted {

    private Counted() {}

    /** Such as {@code 1 document} and {@code 1,200 documents}. */
    public static String of(long count, String thing) {
        return of(count, thing, thing + "s");
    }

    /** The same where the plural is no mere {@code s}, or a verb goes with it: {@code person is}, {@code people are}. */
    public static String of(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
