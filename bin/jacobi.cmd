@echo off
rem Runs jacobi on Windows: finds a JDK, builds the sources if this is a checkout, and starts fast.
rem What bin/jacobi does for the other systems; the reasons stand there.
setlocal EnableExtensions DisableDelayedExpansion

for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "CHECKOUT="
if exist "%ROOT%\pom.xml" set "CHECKOUT=yes"
set "LIB=%ROOT%\lib"
set "CACHE=%ROOT%\.cache"
if defined CHECKOUT set "LIB=%ROOT%\cli\target\lib"
if defined CHECKOUT set "CACHE=%ROOT%\cli\target\launcher"
set "JAR=%LIB%\jacobi-cli.jar"

rem --- The JDK ---------------------------------------------------------------------------------
set "FOUND="
if defined JACOBI_JAVA_HOME (
  call :consider "%JACOBI_JAVA_HOME%"
  goto :considered
)
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /d %%D in (
  "%ProgramFiles%\Eclipse Adoptium\jdk-*"
  "%ProgramFiles%\Java\jdk-*"
  "%ProgramFiles%\Microsoft\jdk-*"
  "%ProgramFiles%\Zulu\zulu-*"
  "%ProgramFiles%\Amazon Corretto\jdk*"
  "%ProgramFiles%\BellSoft\LibericaJDK-*"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk-*"
  "%USERPROFILE%\.jdks\*"
  "%USERPROFILE%\scoop\apps\temurin*-jdk\current"
) do call :consider "%%~D"
if not defined FOUND for /f "delims=" %%J in ('where java 2^>nul') do call :consider "%%~dpJ.."
:considered
if not defined FOUND (
  echo jacobi: no JDK 25.0.3 or later was found. Install one, for example>&2
  echo   winget install EclipseAdoptium.Temurin.25.JDK>&2
  echo or set JACOBI_JAVA_HOME to the folder of one that is elsewhere.>&2
  exit /b 2
)

rem --- Building, in a checkout -----------------------------------------------------------------
if not exist "%CACHE%" mkdir "%CACHE%" 2>nul
if not exist "%CACHE%" set "CACHE=%LOCALAPPDATA%\jacobi"
if not exist "%CACHE%" mkdir "%CACHE%" 2>nul
if not defined CHECKOUT goto :built
rem Sizes and times of all sources, as they were at the last build and as they are.
set "SEEN=%CACHE%\sources-%RANDOM%.txt"
call :list >"%SEEN%"
if exist "%JAR%" if exist "%CACHE%\sources.txt" fc /b "%SEEN%" "%CACHE%\sources.txt" >nul 2>nul && goto :fresh
where mvn >nul 2>nul
if errorlevel 1 (
  echo jacobi: building needs Maven 3.8.1 or later; a release archive needs none>&2
  del "%SEEN%" 2>nul
  exit /b 2
)
echo jacobi: building (about a minute when Maven has to download)>&2
set "OLD_JAVA_HOME=%JAVA_HOME%"
set "JAVA_HOME=%FOUND%"
call mvn -q -B -f "%ROOT%\pom.xml" -pl cli -am package -Dmaven.test.skip=true -Dmaven.compiler.failOnWarning=false <nul >"%CACHE%\build.log" 2>&1
if errorlevel 1 (
  type "%CACHE%\build.log" >&2
  echo jacobi: the build failed>&2
  del "%SEEN%" 2>nul
  exit /b 3
)
set "JAVA_HOME=%OLD_JAVA_HOME%"
move /y "%SEEN%" "%CACHE%\sources.txt" >nul
:fresh
del "%SEEN%" 2>nul
:built
if not exist "%JAR%" (
  echo jacobi: "%JAR%" is missing: this copy is not whole>&2
  exit /b 3
)

rem --- Running ---------------------------------------------------------------------------------
set "JAVA_EXE=%FOUND%\bin\java.exe"
set "CLASSES=%JAR%"
set "JVM=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xss256m"
set "AOT=%CACHE%\jacobi-%RELEASE%.aot"
set "START="
rem Commands that run numbers want the vector module and the optimising compiler, and no cache.
for %%C in (eval minimize train gradcheck evaluate predict) do if "%~1"=="%%C" goto :numbers
rem A cache serves one JDK and these jars; their sizes and times stand in a file beside it.
set "JARS=%FOUND%"
for %%F in ("%LIB%\*.jar") do call :add_jar "%%~tF %%~zF"
set "CACHED="
if exist "%AOT%.jars" set /p CACHED=<"%AOT%.jars"
if "%CACHED%"=="%JARS%" goto :cached
echo jacobi: preparing fast start-up, once>&2
set "EXAMPLE=%ROOT%\examples\two-layer.jacobi"
set "TEMPORARY=%AOT%-%RANDOM%"
if exist "%EXAMPLE%" (
  "%JAVA_EXE%" -XX:AOTCacheOutput="%TEMPORARY%" %JVM% -cp "%JAR%" dev.jacobi.cli.Training "%EXAMPLE%" <nul >nul 2>nul
) else (
  "%JAVA_EXE%" -XX:AOTCacheOutput="%TEMPORARY%" %JVM% -cp "%JAR%" dev.jacobi.cli.Training <nul >nul 2>nul
)
rem Fails harmlessly while another jacobi runs on the old cache: then the next run makes it.
if exist "%TEMPORARY%" move /y "%TEMPORARY%" "%AOT%" >nul 2>nul && >"%AOT%.jars" echo %JARS%
del "%TEMPORARY%" "%TEMPORARY%.config" 2>nul
:cached
if exist "%AOT%" set "START=-XX:AOTCache="%AOT%" -Xlog:aot=off -Xlog:cds=off"
if not "%~1"=="serve" goto :started
rem The page and its server, which no other command reads. Its workers start from the cache, too.
set "CLASSES=%JAR%;%LIB%\web\jacobi-web.jar"
set "JVM=-XX:+UseSerialGC -XX:-UsePerfData -XX:TieredStopAtLevel=1"
if exist "%AOT%" set "START=%START% -Djacobi.aot="%AOT%""
goto :started
:numbers
set "JVM=-XX:+UseSerialGC -XX:-UsePerfData -Xss256m --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED"
:started

rem Formulas are written in UTF-8: the console is told so, and told back.
set "CODEPAGE="
for /f "tokens=2 delims=:" %%C in ('chcp') do set "CODEPAGE=%%C"
if defined CODEPAGE set "CODEPAGE=%CODEPAGE:.=%"
chcp 65001 >nul
"%JAVA_EXE%" %START% %JVM% %JACOBI_JAVA_OPTIONS% -cp "%CLASSES%" dev.jacobi.cli.Main %*
set "STATUS=%ERRORLEVEL%"
if defined CODEPAGE chcp %CODEPAGE% >nul
exit /b %STATUS%

rem --- Subroutines -----------------------------------------------------------------------------

rem :consider HOME sets FOUND and RELEASE when HOME is a JDK 25.0.3 or later and none was found yet.
:consider
if defined FOUND exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
if defined CHECKOUT if not exist "%~1\bin\javac.exe" exit /b 0
set "RELEASE="
for /f "usebackq tokens=1,2 delims==" %%K in ("%~1\release") do if "%%K"=="JAVA_VERSION" set RELEASE=%%L
if not defined RELEASE exit /b 0
set "RELEASE=%RELEASE:"=%"
for /f "tokens=1-3 delims=.-_+" %%A in ("%RELEASE%.0.0") do (
  set "MAJOR=%%A"
  set "MINOR=%%B"
  set "PATCH=%%C"
)
if %MAJOR% LSS 25 exit /b 0
if %MAJOR% EQU 25 if %MINOR% EQU 0 if %PATCH% LSS 3 exit /b 0
for %%I in ("%~1") do set "FOUND=%%~fI"
exit /b 0

:add_jar
set "JARS=%JARS% %~1"
exit /b 0

:list
for %%M in (core engine learn web picocli cli) do for %%F in ("%ROOT%\%%M\pom.xml") do echo %%~tF %%~zF %%F
for %%F in ("%ROOT%\pom.xml") do echo %%~tF %%~zF %%F
for %%D in (core engine learn web cli) do call :list_folder "%ROOT%\%%D\src\main"
call :list_folder "%ROOT%\core\src\build"
call :list_folder "%ROOT%\examples"
exit /b 0

rem `for /r` takes no variable of another `for` as its folder.
:list_folder
for /r %1 %%F in (*) do echo %%~tF %%~zF %%F
exit /b 0
