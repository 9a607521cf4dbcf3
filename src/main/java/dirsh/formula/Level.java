package dirsh.formula;

/**
 * How tightly an expression binds, the loosest first.
 *
 * <p>From "Operators and precedence". The documentation puts {@code !}, {@code &} and {@code |} on one level, evaluated
 * from left to right: {@code a | b & c} is {@code (a | b) & c}. A leading {@code !} therefore ends before the next
 * {@code &} or {@code |}, but takes in a comparison.
 */
enum Level {
    LOGIC,
    NOT,
    COMPARISON,
    SUM,
    PRODUCT,
    SIGN,
    LIST,
    SINGLE
}
