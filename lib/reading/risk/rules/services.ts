import type { FamilyTable } from "../family";

/** Services of a machine, and the machine itself. */
export const SERVICES: readonly FamilyTable[] = [
  {
    programs: "systemctl",
    values: "-H --host -M --machine -t --type -s --signal -n --lines -o --output -p --property",
    scope: { "on host": "-H --host" },
    rules: [
      ["danger", "stop|kill|mask|isolate|rescue|emergency|clean", "Stops a service"],
      [
        "danger",
        "reboot|poweroff|halt|kexec|soft-reboot|suspend|hibernate|exit",
        "Reboots or stops the machine",
      ],
      ["danger", "disable --now", "Stops and disables a service"],
      ["disruption", "disable", "Disables a service"],
      [
        "disruption",
        "restart|try-restart|reload-or-restart|try-reload-or-restart|condrestart|force-reload",
        "Restarts a service",
      ],
      ["disruption", "revert", "Puts the shipped settings back"],
      [
        "change",
        "start|enable|reenable|reload|unmask|daemon-reload|daemon-reexec|set-property|edit|reset-failed|set-default|preset|link|set-environment|unset-environment|freeze|thaw|import-environment",
        "Changes a service",
      ],
    ],
  },
  {
    programs: "service rc-service",
    rules: [
      ["danger", "* stop|kill", "Stops a service"],
      ["disruption", "* restart|condrestart|try-restart|force-reload", "Restarts a service"],
      ["change", "* start|reload|graceful", "Starts or reloads a service"],
    ],
  },
  {
    programs:
      "supervisorctl sv pm2 monit initctl launchctl svc s6-svc god eye circusctl rc-update chkconfig update-rc.d invoke-rc.d snapctl",
    values: "-c -u -p -s -g --configuration",
    rules: [
      ["read", "logs|log|show|describe|list|ls|status|info|tail|summary|report|validate"],
      [
        "danger",
        "stop|kill|delete|shutdown|remove|unmonitor|exit|force-stop|down|unload|bootout|del|stopAll|d|force-shutdown",
        "Stops a service",
      ],
      ["danger", "* stop|kill|remove", "Stops a service"],
      [
        "disruption",
        "restart|kickstart|disable|force-restart|t|term|interrupt|force-reload|gracefulReload",
        "Restarts a service",
      ],
      ["disruption", "* restart|off|disable", "Restarts or disables a service"],
      [
        "change",
        "start|reload|update|add|reread|up|load|enable|monitor|scale|save|resurrect|bootstrap|u|hup|once|signal",
        "Changes a service",
      ],
      ["change", "* start|on|reload|defaults|enable", "Changes a service"],
    ],
  },
  {
    programs: "gitlab-ctl",
    rules: [
      [
        "danger",
        "stop|kill|uninstall|cleanse|graceful-kill|force-stop|remove-accounts|consul|set-geo-primary-node",
        "Stops or removes GitLab",
      ],
      [
        "disruption",
        "restart|hup|term|int|once|promote*|revert-pg-upgrade|deploy-page|pg-decomposition-migration",
        "Restarts services",
      ],
      [
        "change",
        "start|reconfigure|usr1|usr2|pg-upgrade|renew-le-certs|registry-*|replicate-geo-database|pgb-*",
        "Changes GitLab",
      ],
    ],
  },
  {
    programs: "gitlab-backup",
    rules: [
      ["danger", "restore", "Overwrites the data of GitLab"],
      ["change", "create", "Makes a backup"],
    ],
  },
  {
    programs: "pcs crm crmsh",
    values: "-f --wait",
    rules: [
      [
        "danger",
        "* delete|remove|stop|destroy|kill|standby|ban|erase|disable|cleanup-all",
        "Stops or removes a part of the cluster",
      ],
      [
        "disruption",
        "* restart|move|migrate|relocate|failover|unmanage|maintenance|clear",
        "Moves or restarts a part of the cluster",
      ],
      ["read", "* show|status|config|list"],
      [
        "change",
        "* create|start|enable|add|update|cleanup|refresh|online|unstandby|manage|set|order|location|colocation",
        "Changes the cluster",
      ],
    ],
  },
  {
    programs: "reboot shutdown poweroff halt",
    values: "-t",
    rules: [
      ["change", "-c", "Calls a shutdown off"],
      ["read", "-k"],
      ["danger", "", "Reboots or stops the machine"],
    ],
  },
  {
    programs: "init telinit",
    rules: [["danger", "0|1|6|s|S", "Reboots or stops the machine"]],
  },
  {
    programs: "ipmitool racadm hponcfg",
    values: "-H -U -P -I -L -f -E -r -u -p -i",
    scope: { "on host": "-H -r" },
    rules: [
      ["danger", "power|chassis off|cycle|reset|soft|diag", "Cuts or cycles the power"],
      ["danger", "chassis power off|cycle|reset|soft|diag", "Cuts or cycles the power"],
      ["danger", "mc reset", "Resets the controller"],
      ["danger", "sel clear", "Clears the event log"],
      ["danger", "serveraction powerdown|powercycle|hardreset|graceshutdown", "Cuts or cycles the power"],
      ["danger", "racreset|racresetcfg|systemerase", "Resets the controller"],
      ["change", "power|chassis on|bootdev|bootparam|identify", "Changes the machine"],
      ["change", "chassis power on", "Switches the machine on"],
      ["change", "set|user|lan set|enable|disable", "Changes the controller"],
    ],
  },
  {
    programs: "virsh vboxmanage qm pct xl esxcli vim-cmd govc prlctl",
    values: "-c --connect -dc -host -folder",
    rules: [
      [
        "danger",
        "destroy|shutdown|reboot|reset|undefine|managedsave-remove|*-delete|*-destroy|*-undefine|suspend|stop|controlvm|unregistervm|closemedium|snapshot-revert|delete",
        "Stops or deletes a machine",
      ],
      [
        "danger",
        "vm.destroy|vm.power|object.destroy|snapshot.remove|snapshot.revert|datastore.rm|host.maintenance.enter|host.shutdown|*.destroy|*.remove",
        "Stops or deletes a machine",
      ],
      [
        "change",
        "start|create|define|edit|set*|attach-*|detach-*|migrate|resume|snapshot-create*|autostart|clone|resize|startvm|modifyvm|createvm|rollback|*-create|*-define|*-start|vm.create|vm.clone|vm.change|vm.migrate|snapshot.create",
        "Changes a machine",
      ],
    ],
  },
  {
    programs: "nginx apachectl apache2ctl httpd caddy varnishadm rndc unbound-control squid traefik nghttpx",
    values: "-c -p -g -s -k -S -T -n --config",
    rules: [
      ["danger", "-s=stop|-s=quit|-k=stop|-k=graceful-stop|-k=shutdown", "Stops the server"],
      [
        "danger",
        "stop|graceful-stop|halt|flush|flush_zone|flushname|flushtree|delzone|local_zone_remove|ban|ban.url|vcl.discard",
        "Stops the server or empties its cache",
      ],
      ["disruption", "restart|-k=restart", "Restarts the server"],
      ["disruption", "-k=restart", "Restarts the server"],
      ["read", "-t|-T|-v|-V|-l|-L|-S|-c"],
      ["change", "-s=reload|-s=reopen|-k=graceful|-k=reconfigure|-k=rotate|-k=start", "Reloads the server"],
      [
        "change",
        "reload|graceful|start|run|reconfig|refresh|retransfer|freeze|thaw|sync|addzone|vcl.load|vcl.use|param.set|adapt|backend.set_health|local_data",
        "Changes the server",
      ],
    ],
  },
  {
    programs: "haproxy",
    values: "-f -p",
    rules: [
      ["read", "-c|-v|-vv"],
      ["change", "", "Starts or replaces the server"],
    ],
  },
  {
    programs: "a2dissite a2dismod a2disconf",
    rules: [["disruption", "", "Disables a site or module"]],
  },
  {
    programs: "a2ensite a2enmod a2enconf",
    rules: [["change", "", "Enables a site or module"]],
  },
];
