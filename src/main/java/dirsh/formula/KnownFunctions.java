package dirsh.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of Notes functions that the subset leaves out, and the closest name to one that nobody knows. */
final class KnownFunctions {

    /** From "List of @Functions". */
    private static final Set<String> LEFT_OUT = Arrays.stream(
                    """
                    Abs Abstract AbstractSimple Accessed ACos AddToFolder Adjust AdminECLIsLocked AllChildren AllDescendants
                    Ascii ASin ATan ATan2 AttachmentLengths AttachmentModifiedTimes AttachmentNames Attachments Author
                    BrowserInfo BusinessDays Certificate Char CheckAlarms CheckFormulaSyntax ClientType Command Compare
                    ConfigFile Cos Count Date Day DB2Schema DbColumn DbCommand DbExists DbLookup DbManager DbName DbTitle
                    DDEExecute DDEInitiate DDEPoke DDETerminate DeleteDocument DeleteField DialogBox Do DocChildren
                    DocDescendants DocFields DocLength DocLevel DocLock DocMark DocNumber DocOmmittedLength DocParentNumber
                    DocSiblings DocumentUniqueID Domain DoWhile EditECL EditUserECL EnableAlarms Environment Error Eval Exp
                    Explode Failure False FileDir FloatEq FontList For FormLanguage GetAddressBooks GetCurrentTimeZone
                    GetDocField GetField GetFocusTable GetHTTPHeader GetIMContactListGroupNames GetPortsList
                    GetProfileField GetViewInfo HardDeleteDocument HashPassword Hour If IfError Implode InheritedDocumentUniqueID
                    Integer IsAgentEnabled IsAppInstalled IsCategory IsDB2 IsDocBeingEdited IsDocBeingLoaded
                    IsDocBeingMailed IsDocBeingRecalculated IsDocBeingSaved IsDocTruncated IsEmbeddedInsideWCT IsError
                    IsExpandable IsInCompositeApp IsModalHelp IsNewDoc IsNotMember IsNull IsNumber IsResponseDoc IsText
                    IsTime IsUsingJavaElement IsValid IsVirtualizedDirectory Keywords LanguagePreference LaunchApp
                    LDAPServer Left LeftBack Length Like Ln Locale Log MailDbName MailEncryptSavedPreference
                    MailEncryptSentPreference MailSavePreference MailSend MailSignPreference Max Member Middle MiddleBack
                    Min Minute Modulo Month Name NameLookup Narrow NewLine No NoteID Now OpenInNewWindow OptimizeMailAddress
                    OrgDir Password PasswordQuality PickList Pi Platform PolicyIsFieldLocked PostedCommand Power Prompt
                    ProperCase Random RefreshECL RegQueryValue Repeat Replace ReplaceSubstring ReplicaID Responses Return
                    Right RightBack Round Second Select ServerAccess ServerName Set SetDocField SetEnvironment SetField
                    SetHTTPHeader SetProfileField SetTargetFrame SetViewInfo ShowParentPreview Sign Sin Soundex Sort Sqrt
                    StatusBar Subset Success Sum Tan TemplateVersion TextToNumber TextToTime ThisName ThisValue TimeMerge
                    TimeToTextInZone TimeZoneToText ToNumber ToTime Today Tomorrow ToolsRefreshAllDocs Transform True
                    UpdateFormulaContext Unavailable UndeleteDocument Unique URLDecode URLEncode URLGetHeader URLHistory
                    URLOpen URLQueryString UserAccess UserName UserNameLanguage UserNamesList UserPrivileges UserRoles
                    V2If V3UserName V4UserAccess ValidateInternetAddress VerifyPassword Version ViewShowThisUnread ViewTitle
                    WebDbName Week Weekday While Wide Word Year Yes Yesterday Zone
                    """
                            .split("\\s+"))
            .map(name -> "@" + name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private KnownFunctions() {}

    /** Whether Notes has the function and the subset leaves it out; case does not matter. */
    static boolean leavesOut(String name) {
        return LEFT_OUT.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The function of the subset that was probably meant. */
    static Optional<Function> closest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Function closest = Function.ALL;
        int least = Integer.MAX_VALUE;
        for (Function function : Function.values()) {
            int edits = edits(lower, function.toString().toLowerCase(Locale.ROOT));
            if (edits < least) {
                least = edits;
                closest = function;
            }
        }
        return least <= Math.max(1, (name.length() - 1) / 3) ? Optional.of(closest) : Optional.empty();
    }

    /** Levenshtein distance. */
    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.length()];
    }

    /** Words that start a statement of another kind. */
    static boolean startsOtherStatement(String word) {
        return List.of("REM", "FIELD", "DEFAULT", "ENVIRONMENT").contains(word.toUpperCase(Locale.ROOT));
    }
}
