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
"%java%" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1 %MEDLEY_JAVA_OPTS% -cp "%home%\lib\*" dev.medley.Main %*
exit /b %errorlevel%

:nojava
echo error: medley needs Java 17 or newer, and JAVA_HOME or PATH leads to none 1>&2
echo   install a JDK or JRE 17+, or set JAVA_HOME to one 1>&2
exit /b 3
