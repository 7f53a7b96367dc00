@echo off
rem Starts ambient-gpt on Windows. JAVA_HOME or java on the PATH, 17 or newer; JAVA_OPTS for more options.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
where /q "%java%" 2>nul || if not exist "%java%" (
  echo ambient-gpt: Java 17 or newer is needed: install it, or point JAVA_HOME at it. 1>&2
  exit /b 69
)
set "quick=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if "%~1"=="transcribe" set "quick="
if "%~1"=="scribe" set "quick="
if "%~1"=="demo" set "quick="
"%java%" -Xshare:auto %quick% %JAVA_OPTS% -Dambient-gpt.command=ambient-gpt -jar "%~dp0..\lib\ambient-gpt-cli.jar" %*
exit /b %ERRORLEVEL%
