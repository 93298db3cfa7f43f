@echo off
rem Starts medley from wherever this folder is.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if "%java%"=="java" (
  where java >nul 2>&1 || goto nojava
)
if defined JAVA_HOME if exist "%JAVA_HOME%\release" (
  findstr /r /c:"JAVA_VERSION=.1\." /c:"JAVA_VERSION=.9" /c:"JAVA_VERSION=.1[0-6][.\"]" "%JAVA_HOME%\release" >nul && goto nojava
)
set "options=-XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:-UsePerfData"
set "short=-XX:TieredStopAtLevel=1 -XX:Tier3InvocationThreshold=1000 -XX:Tier3MinInvocationThreshold=500 -XX:Tier3CompileThreshold=4000"
if "%~1"=="demo" set "short=-Xms128m"
if "%~1"=="chat" set "short=-XX:TieredStopAtLevel=1 -Xms128m"
if "%~1"=="compare" set "short=%short% -Xms128m -Xmn64m"
set "archive=%home%\lib\medley.jsa"
if defined MEDLEY_TRAIN (
  "%java%" -cp "%home%\lib\medley.jar" dev.medley.ClassArchive "%archive%" %options% %short%
  exit /b
)
rem An archive that does not fit is passed over by the JVM.
if defined MEDLEY_NO_CDS set "archive="
if defined archive if not exist "%archive%" set "archive="
if defined archive (set "use=-XX:SharedArchiveFile=%archive%") else (set "use=-XX:-UsePerfData")
"%java%" %options% %short% "%use%" -Xlog:disable -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 "-Dorg.sqlite.lib.path=%home%\lib\native" %MEDLEY_JAVA_OPTS% -cp "%home%\lib\medley.jar" dev.medley.Main %*
exit /b %errorlevel%

:nojava
echo error: medley needs Java 17 or newer, and JAVA_HOME or PATH leads to none 1>&2
echo   install a JDK or JRE 17+, or set JAVA_HOME to one 1>&2
exit /b 3
