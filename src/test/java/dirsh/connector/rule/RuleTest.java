package dirsh.connector.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions by the cases that KB Q180517 describes, and by those it leaves open. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleTest {

    private static final RuleValues ENTRY = new RuleValues() {
        private final Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        {
            tags.put("FULLNAME", "Denise Graham/Sales/Acme Corp; Denise Graham; Graham");
            tags.put("MAILDOMAIN", "Acme-HQ");
            tags.put("DN", "/o=StarMart/ou=Sales Office/cn=Recipients/cn=Notes_Users");
        }

        @Override
        public String tag(String name) {
            return tags.getOrDefault(name, "");
        }

        @Override
        public String parameter(String name, Optional<String> section) {
            if (section.isEmpty() && name.equalsIgnoreCase("executable")) {
                return "lsdxamex.exe";
            }
            return section.equals(Optional.of("dxm")) && name.equals("locale") ? "English" : "";
        }
    };

    private static String value(String expression) {
        return Rule.parse("X = " + expression + " \"|\"").value(ENTRY).replaceFirst("\\|$", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "AND(\"A\", \"B\") @ `AB`",
                "AND (\"\", \"B\") @ ``",
                "AND(\"A\", \"\") @ ``",
                "CFGPARM(\"executable\") @ `lsdxamex.exe`",
                "CFGPARM(\"locale\", \"dxm\") @ `English`",
                "CFGPARM(\"nothing\", \"dxm\") @ ``",
                "ISEQUAL(\"remote\", \"remote\", \"R\", \"L\") @ `R`",
                "ISEQUAL(\"remote\", \"local\", \"R\", \"L\") @ `L`",
                "ISEQUAL(\"remote\", \"REMOTE\", \"R\", \"L\") @ `R`",
                "LEFT(\"416-862-7148\", \"3\") @ `416`",
                "LEFT(\"triple\", 9) @ `triple   `",
                "LEFT(\"triple\", \"9\", \"x\") @ `triplexxx`",
                "LOWER(\"LinkAge\") @ `linkage`",
                "UPPER(\"Bonnie\") @ `BONNIE`",
                "NAMEF(\"Sarah Elizabeth Turner\") @ `Sarah`",
                "NAMEF(\"S. E. Turner\") @ `S.`",
                "NAMEF(\"Turner, Sarah E.\", \"2\") @ `Sarah`",
                "NAMEF(\"Madonna\", \"2\") @ `Madonna`",
                "NAMEL(\"Sarah Elizabeth Turner\") @ `Turner`",
                "NAMEL(\"Turner, Sarah E.\", \"2\") @ `Turner`",
                "NAMEL(\"Madonna\") @ `Madonna`",
                "NAMEM(\"Sarah Elizabeth Turner\") @ `Elizabeth `",
                "NAMEM(\"Turner, Sarah E.\") @ `E. `",
                "NAMEM(\"Turner, Sarah\", \"2\") @ ``",
                "NAMEM(\"Turner, Sarah E.\", \"2\") @ `E.`",
                "POS(\"Title: President\", \"Ti\") @ `1`",
                "POS(\"Title: President\", \":\") @ `6`",
                "POS(\"Title: President\", \"Manager\") @ `0`",
                "PROPER(\"linkage\") @ `Linkage`",
                "PROPER(\"o'malley\") @ `O'Malley`",
                "PROPER(\"JOHN\") @ `John`",
                "REPLACE(\"James Martin\", \" \", \"_\") @ `James_Martin`",
                "REPLACE(\"Constantine Raîch'al\", \" î'\", \".i\") @ `Constantine.Raichal`",
                "REPLACE(\"a-b-c\", \"-\") @ `abc`",
                "RIGHT(\"416-862-7148\", \"8\") @ `862-7148`",
                "RIGHT(\"node\", \"5\", \"+\") @ `+node`",
                "STRIP(\"Senior Vice President\", \"Vice\", \"L\") @ ` President`",
                "STRIP(\"Senior Vice President\", \"Vice\", \"R\") @ `Senior `",
                "STRIP(\"Senior Vice President\", \" \", \"L\") @ `Vice President`",
                "STRIP(\"Senior Vice President\", \" \", \"R\") @ `Senior Vice`",
                "STRIP(\"Senior Vice President\", \" \", \"R\", \"L\") @ `President`",
                "STRIP(\"Senior Vice President\", \" \") @ `Senior Vice`",
                "STRIP(\"Senior\", \"x\", \"L\") @ `Senior`",
                "SUBSTR(\"Vice-President\", \"6\") @ `President`",
                "SUBSTR(\"Vice-President\", \"2\", \"3\") @ `ice`",
                "SUBSTR(\"Vice-President\", \"7\", \"9\", \"s\") @ `residents`",
                "SUBSTR(\"Vice-President\", \"11\", \"4\") @ `dent`",
                "TRIM(\"   Title   \", \"B\") @ `Title`",
                "TRIM(\"   Title   \", \"L\") @ `Title   `",
                "TRIM(\"   Title   \", \"R\") @ `   Title`",
                "WORD(\"one of a kind\", \"1\") @ `one`",
                "WORD(\"one of a kind\", \"1\", \"2\") @ `one of`",
                "WORD(\"one of a kind\", \"3\", \"2\") @ `a kind`",
                "WORD(\"one of a kind\", \"5\") @ ``",
                "X500(DN, \"ou\") @ `Sales Office`",
                "X500(DN, \"o\") @ `StarMart`",
                "X500(DN, \"cn\", 2) @ `Notes_Users`",
                "X500(\"cn=Jane Doe/ou=Site/o=Org/c=ca\", \"C\") @ `ca`",
                "X500(\"Jane Doe/Site/Org/ca\", \"C\") @ `ca`",
                "X500(\"Jane Doe/Site/Org/ca\", \"O\") @ `Org`",
                "X500(FULLNAME, \"CN\") @ `Denise Graham`",
                "X500(FULLNAME, \"OU\") @ `Sales`",
                "AND(\"A\" \"B\", \"C\") @ `ABC`",
                "CFGPARM(\"executable\", \"\") @ `lsdxamex.exe`",
                "NAMEF(\"SE Turner\") @ `SE`",
                "NAMEF(\"Turner, Sarah\", \"\") @ `Sarah`",
                "NAMEL(\"S. E. Turner\") @ `Turner`",
                "NAMEM(\"S. E. Turner\") @ `E. `",
                "NAMEM(\"Turner, Sarah E. M\", \"2\") @ `E. M`",
                "REPLACE(\"Sales & Marketing\", \" \", \".\") @ `Sales.&.Marketing`",
                "RIGHT(\"416-862-7148\", \"7\") @ `62-7148`",
                "STRIP(\"a b c\", \" \", , \"L\") @ `b c`",
                "STRIP(\"a b c\", \" \", \"\", \"L\") @ `b c`",
                "SUBSTR(\"abc\", 2, , \"x\") @ `bc`",
                "SUBSTR(\"abc\", 2, \"\") @ `bc`",
                "TRIM(\"  a  \") @ `a`",
                "WORD(\"one of a kind\", 2, \"\") @ `of`",
                "WORD(\"Sarah E. Turner\", \"3\") @ `Turner`",
                "X500(\"cn=Jane Doe/ou=Site/o=Org/c=ca\", \"ou\", \"\") @ `Site`",
                "X500(\"Graham; Denise\", \"CN\") @ `Graham`",
            })
    void a_function_gives_what_the_article_shows(String expression, String expected) {
        assertThat(value(expression)).isEqualTo(expected);
    }

    @Test
    void the_shipped_target_address_takes_the_first_full_name() {
        assertThat(value("\"NOTES:\" Strip( FullName, \";\", \"L\", \"R\" ) \"@\" MailDomain"))
                .isEqualTo("NOTES:Denise Graham/Sales/Acme Corp@Acme-HQ");
    }

    @Test
    void a_line_end_can_be_written_as_exchange_2000_does() {
        assertThat(Rule.parse("X = \"1234 Anystreet\" CRLF() \"Hometown\" crlf ( ) \"WA\"")
                        .value(ENTRY))
                .isEqualTo("1234 Anystreet\r\nHometown\r\nWA");
    }

    @Test
    void blanks_behind_a_value_do_not_count() {
        assertThat(Rule.parse("Alias = SUBSTR(\"jdoe\", 1, 64)").value(ENTRY)).isEqualTo("jdoe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "A B @ 3 @ '=' is missing behind the tag",
                "A = @ 4 @ an expression is missing",
                "A = \"x @ 5 @ the text has no closing quote",
                "A = NOPE(B) @ 5 @ there is no function of that name",
                "A = AND(B) @ 5 @ AND takes 2 arguments, not 1",
                "A = LEFT(B, \"x\") @ 13 @ LEFT takes a number here",
                "A = LEFT() @ 5 @ LEFT takes 2 to 3 arguments, not 0",
                "A = LEFT(, 3) @ 10 @ an expression is missing",
                "A = LEFT(B, 3, ) @ 16 @ an expression is missing",
                "A = CRLF(B) @ 5 @ CRLF takes 0 arguments, not 1",
                "A = LEFT(B, 3 @ 14 @ ')' is missing",
                "A = B ) @ 7 @ nothing may stand here: a text, a number, a tag or a function is expected",
                "= B @ 1 @ a rule begins with the tag it fills",
                "A = & @ 5 @ a text in quotes, a number, a tag or a function is expected",
            })
    void a_wrong_rule_is_told_with_its_column(String line, int column, String what) {
        assertThatThrownBy(() -> Rule.parse(line)).isInstanceOfSatisfying(RuleFault.class, fault -> {
            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.what()).isEqualTo(what);
        });
    }

    @Test
    void the_tags_of_a_rule_are_known_without_an_entry() {
        assertThat(Rule.parse("TA = STRIP(FullName, \";\") \"@\" MailDomain fullname")
                        .tags())
                .containsExactly("FullName", "MailDomain");
    }
}
