package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a command line came to; a failing assertion shows all of it.
 *
 * @param line the command line
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Ran(String line, int code, String out, String err) {

    Ran exits(int expected) {
        assertThat(code).as(description()).isEqualTo(expected);
        return this;
    }

    Ran prints(String expected) {
        assertThat(out).as(description()).isEqualTo(expected);
        return this;
    }

    Ran says(String expected) {
        assertThat(err).as(description()).isEqualTo(expected);
        return this;
    }

    Ran saysPart(String expected) {
        assertThat(err).as(description()).contains(expected);
        return this;
    }

    private String description() {
        return "command line: " + line + "\nexit code: " + code + "\nstandard output:\n" + out + "\nstandard error:\n"
                + err + "\n";
    }
}
