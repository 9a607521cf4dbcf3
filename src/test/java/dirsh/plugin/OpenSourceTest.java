package dirsh.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenSourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.each {",
                "f(1,",
                "[1, 2",
                "'''one\ntwo",
                "\"\"\"one ${",
                "1 /* not yet",
                "x = 1 +",
                "x =",
                "a &&",
                "a ?: ",
                "list.",
                "def f = { it ->",
                "\"${x.collect { it\"",
                "x = $/ a",
                "if (a) {\n  b() // }"
            })
    void more_lines_belong_to_it(String source) {
        assertThat(new OpenSource(source).isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x = 1",
                "i++",
                "x--",
                "'it''s ('",
                "\"(\" + '{'",
                "\"${x.collect { it }} (\"",
                "x =~ /a(b/",
                "a / b / c",
                "1 // (",
                "1 /* ( */",
                "'''(\n'''",
                "x = $/ ( /$",
                "import java.util.*",
                "'open quote",
                "')'",
                "f(1)) ",
                "'a\\'('"
            })
    void it_is_complete(String source) {
        assertThat(new OpenSource(source).isOpen()).isFalse();
    }
}
