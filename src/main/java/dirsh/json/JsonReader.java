package dirsh.json;

import dirsh.model.DirshException;
import dirsh.model.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON text to data: one document by the letter of RFC 8259, and nothing after it. */
final class JsonReader {

    /** The number grammar of RFC 8259 section 6. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*+)(\\.[0-9]++)?+([eE][+-]?[0-9]++)?+");

    /** Longer numbers are no measurement but an attack: their conversion takes quadratic time. */
    private static final int LONGEST_NUMBER = 400;

    /** The most digits of which every whole number fits 64 bits. */
    private static final int LONG_DIGITS = 18;

    private final String file;
    private final String text;
    private int at;
    private int depth;

    /**
     * A reader of a text.
     *
     * @param file the file it comes from, as errors call it; empty if it comes from none
     */
    JsonReader(String file, String text) {
        this.file = file;
        this.text = text;
        // An editor on Windows may have put a byte order mark before a plan.
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    @Nullable
    Object document() {
        Object value = value();
        skipBlanks();
        if (at < text.length()) {
            throw wrong("nothing may follow the document");
        }
        return value;
    }

    /**
     * Where a member of an object that was read from this text stands.
     *
     * @param object where the object begins
     * @return the place of the member's name; of the object if it has no such member
     */
    Place place(int object, String member) {
        at = object + 1;
        do {
            skipBlanks();
            int start = at;
            if (text.charAt(at) == '"' && string().equals(member)) {
                return place(start);
            }
            if (taken(':')) {
                value();
            }
        } while (taken(','));
        return place(object);
    }

    private @Nullable Object value() {
        skipBlanks();
        if (at == text.length()) {
            throw wrong("a value is expected");
        }
        switch (text.charAt(at)) {
            case '{' -> {
                return object();
            }
            case '[' -> {
                return array();
            }
            case '"' -> {
                return string();
            }
            case 't' -> {
                return word("true", true);
            }
            case 'f' -> {
                return word("false", false);
            }
            case 'n' -> {
                return word("null", null);
            }
            default -> {
                return number();
            }
        }
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        int begin = at;
        enter();
        if (!taken('}')) {
            do {
                skipBlanks();
                if (at == text.length() || text.charAt(at) != '"') {
                    throw wrong("a key in double quotes is expected");
                }
                int start = at;
                String key = string();
                if (entries.containsKey(key)) {
                    at = start;
                    throw wrong("this key is there before"); // its name may be a value whose quotes were lost
                }
                if (!taken(':')) {
                    throw wrong("':' is expected");
                }
                entries.put(key, value());
            } while (taken(','));
            if (!taken('}')) {
                throw wrong("',' or '}' is expected");
            }
        }
        depth--;
        return new ReadMembers(entries, begin);
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> values = new ArrayList<>();
        enter();
        if (!taken(']')) {
            do {
                values.add(value());
            } while (taken(','));
            if (!taken(']')) {
                throw wrong("',' or ']' is expected");
            }
        }
        depth--;
        return Collections.unmodifiableList(values);
    }

    private void enter() {
        if (++depth > Json.DEEPEST) {
            throw wrong("nested deeper than " + Json.DEEPEST + " levels");
        }
        at++;
    }

    private String string() {
        StringBuilder value = new StringBuilder(0);
        int start = at++;
        int taken = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                String rest = text.substring(taken, at++);
                return value.isEmpty() ? rest : value.append(rest).toString();
            }
            if (c < ' ') {
                throw wrong("a control character in a text must be escaped");
            }
            if (c == '\\') {
                value.append(text, taken, at).append(escape());
                taken = at + 1;
            }
            at++;
        }
        at = start;
        throw wrong("the text is not closed");
    }

    /** The character of an escape; leaves the position on its last character. */
    private char escape() {
        at++;
        char c = at < text.length() ? text.charAt(at) : ' ';
        int known = "\"\\/bfnrt".indexOf(c);
        if (known >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        if (c != 'u') {
            at--;
            throw wrong("no such escape");
        }
        int code = 0;
        for (int i = 1; i <= 4; i++) {
            int digit = at + i < text.length() ? hexDigit(text.charAt(at + i)) : -1;
            if (digit < 0) {
                at--;
                throw wrong("\\u needs four hexadecimal digits");
            }
            code = code * 16 + digit;
        }
        at += 4;
        return (char) code;
    }

    private static int hexDigit(char c) {
        // Character.digit alone would also take the digits of other scripts.
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private Number number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw wrong("a value is expected");
        }
        String digits = matcher.group();
        if (digits.length() > LONGEST_NUMBER) {
            throw wrong("a number of more than " + LONGEST_NUMBER + " characters");
        }
        boolean whole = matcher.group(1) == null && matcher.group(2) == null;
        try {
            Number value = whole ? wholeNumber(digits) : new BigDecimal(digits);
            at += digits.length();
            return value;
        } catch (NumberFormatException e) {
            // The grammar holds, so only an exponent beyond 32 bits ends here.
            throw wrong("a number out of range");
        }
    }

    private static Number wholeNumber(String digits) {
        if (digits.length() <= LONG_DIGITS) {
            return Long.valueOf(digits);
        }
        BigDecimal big = new BigDecimal(digits);
        boolean fits = big.toBigInteger().bitLength() < Long.SIZE;
        return fits ? (Number) big.longValueExact() : big;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value is expected");
        }
        at += word.length();
        return value;
    }

    private boolean taken(char wanted) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private DirshException wrong(String what) {
        Place place = place(at);
        String found = at < text.length() ? "" : " (the document ends here)";
        return DirshException.badInput(
                file.isEmpty()
                        ? "no valid JSON at line " + place.line() + ", column " + place.column() + ": " + what + found
                        : place + ": no valid JSON: " + what + found,
                "");
    }

    private Place place(int position) {
        int line = 1;
        int column = 1;
        for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < position; i++) {
            boolean end = text.charAt(i) == '\n';
            line += end ? 1 : 0;
            column = end ? 1 : column + 1;
        }
        return Place.line(file, line, column);
    }
}
