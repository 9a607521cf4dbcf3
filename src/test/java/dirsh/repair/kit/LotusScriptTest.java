package dirsh.repair.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agents hold to the rules of LotusScript that can be checked without Notes, and the checker finds who does not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LotusScriptTest {

    @ParameterizedTest
    @ValueSource(strings = {"repair", "import"})
    void agents_hold_to_the_language_and_the_notes_classes(String agent) throws IOException {
        assertThat(LotusScript.mistake(agent(agent))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '`',
            textBlock =
                    """
                    Option Declare^Option Public
                    End Sub^
                    End Function^End Sub
                    End If^
                    Loop^
                    End ForAll^
                    End Select^
                    On Error GoTo notSaved^On Error GoTo elsewhere
                    notSaved:^
                    Dim planned As Long^
                    Dim reason As String^Dim reason As Strong
                    Dim reason As String^Dim second As String
                    Dim lineText As String^Dim line As String
                    doc.Save(False, False)^doc.Save(False)
                    doc.Save(False, False)^doc.SaveNow(False, False)
                    doc.RemoveItem(FLAG_ITEM)^doc.RemoveItem
                    doc.HasItem(FLAG_ITEM)^doc.HasField(FLAG_ITEM)
                    item.IsSummary = ^item.IsSumary =
                    one.Name^found.Name
                    db.GetDocumentByUNID(unid)^db.GetDocumentByUNID()
                    Call PutItems(doc, items)^Call PutItems(doc)
                    Saved(doc, AtNo(wanted))^Saved(doc, AtNo(wanted), 1)
                    Set again = Reopened(db, unid)^again = Reopened(db, unid)
                    On Error BAD_UNID GoTo notThere^On Error badUnid GoTo notThere
                    outcome = RepairDocument^Set outcome = RepairDocument
                    UBound(parts)^UpperBound(parts)
                    Split(lineText, ",")^Split(lineText, ",)
                    If reason <> "" Then^If reason <> ""
                    Len(text)^Len()
                    Exit Function^Exit Sub
                    Const TRIES = 5^Const TRIES = 5 6
                    stuck^aVeryLongNameThatNoCompilerOfLotusScriptTakes
                    CStr(done) & ^{ + CStr(done) &
                    Function Judged(^Function Ended(
                    Sub Initialize^Sub Start
                    New NotesItem(^New NoteItem(
                    As NotesDocument^As NoteDocument
                    """)
    void seeded_mistakes_are_found(String right, String wrong) throws IOException {
        String agent = agent("repair");
        assertThat(agent).contains(right);
        assertThat(LotusScript.mistake(agent)).isEmpty();
        assertThat(LotusScript.mistake(agent.replace(right, wrong == null ? "" : wrong)))
                .isPresent();
        // One alone is found too, not only all of them together.
        int first = agent.indexOf(right);
        String once =
                agent.substring(0, first) + (wrong == null ? "" : wrong) + agent.substring(first + right.length());
        assertThat(LotusScript.mistake(once)).isPresent();
    }

    @Test
    void missing_ends_of_loops_are_found() throws IOException {
        String agent = agent("repair");
        assertThat(LotusScript.mistake(agent.replace("\n    Next\n", "\n"))).isPresent();
        assertThat(LotusScript.mistake(agent.replace("End Function", ""))).isPresent();
    }

    @Test
    void what_a_script_must_not_do_in_one_line_is_not_there() throws IOException {
        for (String agent : new String[] {"repair", "import"}) {
            // And evaluates both sides: an object must be known to be there before its members are asked.
            assertThat(agent(agent)).doesNotContainPattern("Is Nothing (And|Or) ");
            assertThat(agent(agent))
                    .doesNotContain("Save(True")
                    .doesNotContain("_CREATE")
                    .doesNotContain("REPLACE_ELSE");
        }
    }

    private static String agent(String name) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {"head", name, "common"}) {
            try (InputStream in = KitTexts.class.getResourceAsStream(part + ".lss")) {
                text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString().replace("@saves@", "2").replace("@count@", "7");
    }
}
