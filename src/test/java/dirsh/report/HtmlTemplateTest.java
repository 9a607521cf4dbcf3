package dirsh.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value in a page can only be text, and a template that would make it something else is refused. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HtmlTemplateTest {

    private static final Map<String, Object> VALUES = Map.of(
            "bad",
            "</b><script>'\"&\u202E\u001B",
            "list",
            List.of("<1>", "2"),
            "none",
            List.of(),
            "no",
            false,
            "rows",
            List.of(Map.of("n", 1), Map.of("n", 2)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>var x = \"{{bad}}\"</script>",
                "<script>\n{{bad}}</script>",
                "<SCRIPT type=\"module\">{{bad}}</SCRIPT>",
                "<style>{{bad}}</style>",
                "<b {{bad}}>",
                "<{{bad}}>",
                "<b title={{bad}}>",
                "<b onclick=\"{{bad}}\">",
                "<b style=\"{{bad}}\">",
                "<a href=\"{{bad}}\">",
                "<img src=\"{{bad}}\">",
                "<b title=\"x\" onfocus=\"{{bad}}\">",
                "<!-- {{bad}} -->",
                "<b {{#list}}hidden{{/list}}>",
                "{{#list}}<b title=\"{{/list}}",
                "{{#list}}x",
                "x{{/list}}"
            })
    void a_value_where_it_would_not_be_text_is_refused(String template) {
        assertThatThrownBy(() -> HtmlTemplate.of("test", template)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>{{bad}}</b>",
                "<b title=\"{{bad}}\">x</b>",
                "<b title=\"x {{bad}}\" class=\"y\">x</b>",
                "<a href=\"#c-{{bad}}\">x</a>",
                "<!-- a > b --><b>{{bad}}</b>",
                "<style>b > i { content: \"<\" }</style><b>{{bad}}</b>",
                "<script>if (1 < 2) { f(\"x\"); }</script><b>{{bad}}</b>"
            })
    void a_value_elsewhere_is_escaped(String template) throws IOException {
        assertThat(written(template))
                .contains("&lt;/b&gt;&lt;script&gt;&#39;&quot;&amp;\\u202E\\u001B")
                .doesNotContain("</b><script>'");
    }

    @Test
    void sections_repeat_show_and_hide() throws IOException {
        assertThat(written("{{#list}}[{{.}}]{{/list}}")).isEqualTo("[&lt;1&gt;][2]\n");
        assertThat(written("{{#rows}}{{n}},{{/rows}}")).isEqualTo("1,2,\n");
        assertThat(written("{{#none}}x{{/none}}{{^none}}nobody{{/none}}")).isEqualTo("nobody\n");
        assertThat(written("{{#no}}x{{/no}}{{^no}}no{{/no}}{{^bad}}x{{/bad}}")).isEqualTo("no\n");
    }

    @Test
    void a_value_nobody_gave_is_an_error_and_no_blank() {
        assertThatThrownBy(() -> written("{{absent}}")).hasMessageContaining("absent");
        assertThatThrownBy(() -> written("{{#absent}}x{{/absent}}")).hasMessageContaining("absent");
    }

    private static String written(String template) throws IOException {
        StringBuilder out = new StringBuilder();
        HtmlTemplate.of("test", template).write(VALUES, out);
        return out.toString();
    }
}
