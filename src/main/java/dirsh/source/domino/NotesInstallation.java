package dirsh.source.domino;

import dirsh.model.DirshException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The Notes client or Domino server of this machine, as far as files and classes show it.
 *
 * @param program the program folder; empty where none is known
 * @param ini the notes.ini; empty where none was found
 * @param environment the variables of the process
 */
record NotesInstallation(Optional<Path> program, Optional<Path> ini, Map<String, String> environment) {

    private static final String JNA = "com.mindoo.domino.jna.NotesDatabase";
    private static final String NOTES_JAR = "lotus.domino.NotesException";

    /** Where notes.ini usually is, beside the program folder. */
    private static final List<String> USUAL_INI = List.of("/local/notesdata/notes.ini");

    NotesInstallation {
        environment = Map.copyOf(environment);
    }

    /** The installation the environment names; the launcher fills in the usual places. */
    static NotesInstallation of(Map<String, String> environment) {
        Optional<Path> program = path(environment, "DIRSH_NOTES").or(() -> path(environment, "Notes_ExecDirectory"));
        List<Path> candidates = new ArrayList<>();
        program.ifPresent(folder -> candidates.add(folder.resolve("notes.ini")));
        path(environment, "LOCALAPPDATA").ifPresent(data -> candidates.add(data.resolve("HCL/Notes/Data/notes.ini")));
        path(environment, "HOME").ifPresent(home -> {
            candidates.add(home.resolve("notes/data/notes.ini"));
            candidates.add(home.resolve("Library/Preferences/Notes Preferences"));
        });
        USUAL_INI.forEach(file -> candidates.add(Path.of(file)));
        Optional<Path> ini = path(environment, "DIRSH_NOTES_INI")
                .or(() -> candidates.stream().filter(Files::isRegularFile).findFirst());
        return new NotesInstallation(program, ini, environment);
    }

    private static Optional<Path> path(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
    }

    /** What {@code doctor} says, line by line: what is there, what is missing and what to do. */
    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("domino jna", has(JNA) ? "found" : "missing; " + jnaAdvice());
        lines.put("notes program", program.map(Path::toString).orElse("not set; " + programAdvice()));
        lines.put(
                "notes library",
                library()
                        .map(file -> Files.exists(file) ? file.toString() : file + " is missing")
                        .orElse("unknown without the program folder"));
        lines.put("Notes.jar", has(NOTES_JAR) ? "found" : "missing; it comes with the installation DIRSH_NOTES names");
        lines.put(
                "notes.ini",
                ini.map(file -> Files.isReadable(file) ? file.toString() : file + " cannot be read")
                        .orElse("not found; export DIRSH_NOTES_INI=/path/to/notes.ini"));
        return lines;
    }

    /**
     * Makes sure that Notes can be started, before any of it is loaded.
     *
     * @throws DirshException naming the first thing that is missing and how to get it
     */
    void require(String address) {
        if (!has(JNA)) {
            throw missing(address, "Domino JNA, which talks to Notes, is not part of this build", jnaAdvice());
        }
        if (program.isEmpty()) {
            throw missing(address, "no Notes or Domino installation was found", programAdvice());
        }
        if (!Files.exists(library().orElseThrow())) {
            throw missing(address, "there is no " + library().orElseThrow(), programAdvice());
        }
        if (!has(NOTES_JAR)) {
            throw missing(
                    address,
                    "Notes.jar of the installation is not on the class path",
                    "start it by scripts/dirsh with DIRSH_NOTES set, or put Notes.jar on DIRSH_CLASSPATH");
        }
        if (ini.isEmpty()) {
            throw missing(address, "no notes.ini was found", "export DIRSH_NOTES_INI=/path/to/notes.ini");
        }
    }

    private static DirshException missing(String address, String what, String advice) {
        return DirshException.badInput("cannot open " + address + ": " + what, advice);
    }

    private static String jnaAdvice() {
        return "mvn -Pdomino package (it brings com.mindoo.domino:domino-jna), or put its jars on DIRSH_CLASSPATH";
    }

    private static String programAdvice() {
        return "export DIRSH_NOTES=/path/to/the/program/folder, such as /opt/hcl/domino/notes/latest/linux";
    }

    /** The native library of the C API. */
    Optional<Path> library() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String name = system.startsWith("windows")
                ? "nnotes.dll"
                : system.startsWith("mac") ? "libnotes.dylib" : "libnotes.so";
        return program.map(folder -> folder.resolve(name));
    }

    /** Judged by loading, since a jar of that name may hold something else. */
    private static boolean has(String className) {
        try {
            Class.forName(className, false, NotesInstallation.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
