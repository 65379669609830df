import type { FamilyTable } from "../family";

/** Programs of Windows; cmdlets are read apart (read-console.ts). */
export const WINDOWS: readonly FamilyTable[] = [
  {
    programs: "del erase rd format diskpart cipher vssadmin",
    rules: [
      ["read", "list"],
      ["danger", "", "Deletes files or disks"],
    ],
  },
  { programs: "taskkill tskill", rules: [["danger", "", "Kills a process"]] },
  {
    programs: "sc net net1 netsh schtasks reg bcdedit wmic dism appcmd nssm wevtutil dsrm repadmin w32tm",
    rules: [
      ["danger", "* stop|delete|remove|recycle|kill|reset|end", "Stops or deletes something"],
      ["danger", "stop|delete|/delete|remove|/end|cl|clear-log|recycle", "Stops or deletes something"],
      ["danger", "user|localgroup|share|use * /delete", "Deletes an account or a share"],
      ["danger", "user|localgroup|share|use * * /delete", "Deletes an account or a share"],
      ["disruption", "restart|pause", "Restarts or disables something"],
      ["disruption", "/change /disable", "Disables a task"],
      [
        "change",
        "start|create|config|add|set|/create|/change|/run|/set|install|import|continue|failure|/resync|/sync|/online|edit|user|localgroup",
        "Changes a service or setting",
      ],
      ["change", "* start|add|set|create|import|configure", "Changes a service or setting"],
    ],
  },
  {
    programs: "iisreset",
    rules: [
      ["read", "/status"],
      ["danger", "/stop|/reboot", "Stops the web server"],
      ["change", "/start", "Starts the web server"],
      ["disruption", "", "Restarts the web server"],
    ],
  },
  {
    programs: "robocopy xcopy copy move ren icacls takeown attrib md gpupdate msiexec setx",
    rules: [
      ["danger", "* * /MIR|/PURGE", "Copies files and deletes others"],
      ["danger", "/x|/uninstall", "Uninstalls a program"],
      ["change", "", "Changes files or settings"],
    ],
  },
];
