@echo off
rem Starts dirsh on Windows; builds it first where there is no jar yet. Untried: written beside scripts/dirsh, never run.
rem Unlike scripts/dirsh it does not notice sources newer than the jar; run mvn package after a change.
setlocal EnableExtensions DisableDelayedExpansion
for %%I in ("%~dp0..") do set "ROOT=%%~fI"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"

set "VERSION="
for /f "tokens=3" %%V in ('""%JAVA%" -version 2^>^&1" ^| findstr /c:" version "') do if not defined VERSION set "VERSION=%%~V"
if not defined VERSION (
    >&2 echo dirsh: no java found, neither in JAVA_HOME nor on the PATH
    >&2 echo try: install a JDK 17 or later and set JAVA_HOME
    exit /b 3
)
set "MAJOR="
for /f "tokens=1 delims=.-+_" %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% LSS 17 (
    >&2 echo dirsh: Java is %VERSION%, but 17 or later is needed
    >&2 echo try: set JAVA_HOME to a JDK 17 or later
    exit /b 3
)

if exist "%ROOT%\pom.xml" goto project
if exist "%ROOT%\lib" goto distribution
>&2 echo dirsh: neither pom.xml nor lib is in %ROOT%
>&2 echo try: a complete copy of dirsh
exit /b 3

:project
set "CP=%ROOT%\target\dirsh.jar;%ROOT%\target\lib\*"
if exist "%ROOT%\target\dirsh.jar" goto start
where mvn >nul 2>nul
if errorlevel 1 (
    >&2 echo dirsh: it is not built yet, and there is no mvn on the PATH
    >&2 echo try: install Maven 3.8 or later, then run this again
    exit /b 3
)
>&2 echo dirsh: building ^(first use; about a minute^)...
pushd "%ROOT%"
call mvn -q -B -ntp -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip=true -Ddirsh.quick=true package 1>&2
set "BUILT=%ERRORLEVEL%"
popd
if "%BUILT%"=="0" goto start
>&2 echo dirsh: the build failed
>&2 echo try: mvn package in %ROOT%
exit /b 3

:distribution
set "CP=%ROOT%\lib\dirsh.jar;%ROOT%\lib\*"

:start
rem The classes of a start, archived by this JDK; Java silently ignores an archive of another JDK or of older jars.
set "PLACES=%ROOT%\lib"
if exist "%ROOT%\pom.xml" set "PLACES=%ROOT%\target"
set "ARCHIVE=%PLACES%\start-%VERSION%.jsa"
if not exist "%ARCHIVE%" if not exist "%ARCHIVE%.tried" if not "%DIRSH_ARCHIVE%"=="no" (
    type nul >"%ARCHIVE%.tried" 2>nul && start "" /b /low "%JAVA%" "-XX:ArchiveClassesAtExit=%ARCHIVE%" -Xlog:disable -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m --enable-native-access=ALL-UNNAMED -cp "%CP%" dirsh.StartUpTraining "%ROOT%" <nul >nul 2>nul
)
if defined DIRSH_CLASSPATH set "CP=%CP%;%DIRSH_CLASSPATH%"

rem Notes or Domino, where it is installed: its folder, its Java classes and its native library.
if not defined DIRSH_NOTES if defined Notes_ExecDirectory set "DIRSH_NOTES=%Notes_ExecDirectory%"
for %%D in ("%ProgramFiles%\HCL\Notes" "%ProgramFiles%\HCL\Domino") do if not defined DIRSH_NOTES if exist "%%~D\nnotes.dll" set "DIRSH_NOTES=%%~D"
set "NOTES_OPTION="
if not defined DIRSH_NOTES goto run
if not defined Notes_ExecDirectory set "Notes_ExecDirectory=%DIRSH_NOTES%"
set "PATH=%DIRSH_NOTES%;%PATH%"
set NOTES_OPTION="-Djna.library.path=%DIRSH_NOTES%"
if exist "%DIRSH_NOTES%\ndext\Notes.jar" (
    set "CP=%CP%;%DIRSH_NOTES%\ndext\Notes.jar"
) else if exist "%DIRSH_NOTES%\jvm\lib\ext\Notes.jar" (
    set "CP=%CP%;%DIRSH_NOTES%\jvm\lib\ext\Notes.jar"
)

:run
set "LEVEL=1"
if "%~1"=="--bulk" set "LEVEL=4"
"%JAVA%" -XX:+UseSerialGC -XX:NewRatio=6 -XX:TieredStopAtLevel=%LEVEL% -Xshare:auto "-XX:SharedArchiveFile=%ARCHIVE%" -Xlog:disable "-Xlog:all=error,cds*=off:stderr" --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Ddirsh.root=%ROOT%" %NOTES_OPTION% %DIRSH_JAVA_OPTS% -cp "%CP%" dirsh.Main %*
exit /b %ERRORLEVEL%
