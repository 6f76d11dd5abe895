; What the Windows installer does besides electron-builder's own script, which inserts these macros (nsis.include). Exit codes
; are Windows' own, so that a roll-out tool understands a silent run (/S): 0 done, 1150 Windows too old, 1618 try again later.

!macro customInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "接访台需要 Windows 10（64 位）或更新的系统。没有安装任何文件。" /SD IDOK
    SetErrorLevel 1150
    Quit
  ${EndIf}
!macroend

; electron-builder would end a running program, in a silent run without asking: in the middle of a talk or an alarm that is not
; an installer's to decide. Here nothing is touched while it runs. An update that the program itself began waits for its end.
!macro customCheckAppRunning
  StrCpy $R1 0
  ${Do}
    nsExec::Exec `"$CmdPath" /C tasklist /FI "IMAGENAME eq ${APP_EXECUTABLE_FILENAME}" /FO CSV /NH | "$SYSDIR\findstr.exe" /B /I /C:"\"${APP_EXECUTABLE_FILENAME}\""`
    Pop $R0
    ${If} $R0 != 0
      ${ExitDo}
    ${EndIf}
    ${If} $R1 < 30
      ; A program that was just closed writes its last lines first: fifteen seconds at most.
      IntOp $R1 $R1 + 1
      Sleep 500
    ${ElseIf} ${Silent}
      SetErrorLevel 1618
      Quit
    ${Else}
      ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "接访台正在使用，没有改动任何文件。请在程序里办完手头的事并退出，再点“重试”。" IDCANCEL`
        SetErrorLevel 1618
        Quit
      ${EndIf}
      StrCpy $R1 0
    ${EndIf}
  ${Loop}
!macroend
