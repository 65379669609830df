import type { FamilyTable } from "../family";

/** Infrastructure as code and configuration management. */
export const INFRASTRUCTURE: readonly FamilyTable[] = [
  {
    programs: "terraform tofu terragrunt tf",
    values: "-chdir -target -var -var-file -state -backend-config -out -lock-timeout -replace",
    scope: { target: "-target -replace", "in folder": "-chdir", with: "-var-file" },
    rules: [
      ["read", "plan|show|output|validate|fmt|providers|graph|version|console|init|get|login|metadata|test"],
      ["read", "run-all|stack plan|validate|output|init|hclfmt"],
      ["read", "state list|show|pull"],
      ["read", "workspace list|show|select"],
      ["danger", "destroy", "Destroys resources"],
      ["danger", "run-all|stack destroy", "Destroys resources of many modules"],
      ["danger", "apply -destroy", "Destroys resources"],
      ["danger", "apply -replace", "Destroys and makes a resource anew"],
      ["danger", "taint", "Marks a resource to be destroyed and made anew"],
      ["danger", "force-unlock", "Breaks the lock of the state"],
      ["danger", "state rm", "Detaches resources from the state"],
      ["danger", "state push", "Overwrites the state"],
      ["danger", "workspace delete", "Deletes a workspace"],
      ["change", "apply", "Changes resources"],
      ["change", "run-all|stack apply|run", "Changes resources of many modules"],
      ["change", "state mv|replace-provider", "Changes the state"],
      ["change", "workspace new", "Makes a workspace"],
      ["change", "import|untaint|refresh", "Changes the state"],
    ],
  },
  {
    programs: "pulumi",
    values: "-s --stack -C --cwd -t --target --config -c --parallel --message -m",
    scope: { "of stack": "-s --stack", target: "-t --target" },
    rules: [
      ["danger", "destroy|down|cancel", "Destroys resources"],
      ["danger", "stack rm", "Removes a stack"],
      ["danger", "state delete|unprotect", "Detaches resources from the state"],
      ["danger", "stack import", "Overwrites the state"],
      ["change", "up|update|refresh|import|config", "Changes resources"],
    ],
  },
  {
    programs: "ansible-playbook ansible ansible-pull",
    values: `
      -i --inventory -l --limit -e --extra-vars -t --tags --skip-tags -u --user -f --forks -m --module-name -a --args
      --vault-password-file --vault-id -b --become-user --private-key --start-at-task`,
    scope: { "limited to": "-l --limit", "of inventory": "-i --inventory" },
    rules: [
      ["read", "--check|-C|--list-hosts|--list-tasks|--list-tags|--syntax-check"],
      ["read", "-m=ping|-m=setup|-m=debug"],
      ["danger", "-m=reboot|--module-name=reboot", "Reboots machines"],
      [
        "danger",
        "-a=*state=absent*|-a=*state=stopped*|--args=*state=absent*|--args=*state=stopped*",
        "Stops or removes something on machines",
      ],
      ["disruption", "-a=*state=restarted*|--args=*state=restarted*", "Restarts something on machines"],
      ["change", "", "Runs Ansible on machines"],
    ],
  },
  {
    programs: "vagrant",
    rules: [
      ["danger", "destroy|halt|suspend", "Stops or destroys machines"],
      ["danger", "box|snapshot remove|delete|prune|restore|pop", "Deletes boxes or snapshots"],
      ["disruption", "reload", "Restarts machines"],
      ["change", "up|provision|resume|init|package|snapshot|box|plugin", "Changes machines"],
    ],
  },
  {
    programs: "cdk cdktf sam serverless sls copilot amplify eb",
    values: "any -s",
    switches: "--force --no-confirm-changeset --require-approval --yes",
    scope: { "of stage": "-s --stage", "in region": "--region" },
    names: "--stack-name --name",
    rules: [
      ["danger", "destroy|delete|remove|terminate", "Destroys what was deployed"],
      ["danger", "* delete|remove|destroy", "Destroys what was deployed"],
      ["disruption", "rollback|abort|restart|restart-app-server|swap", "Rolls back or restarts"],
      ["disruption", "deploy function --rollback", "Rolls back"],
      [
        "change",
        "deploy|bootstrap|import|push|publish|create|scale|setenv|upgrade|apply|init|sync",
        "Deploys",
      ],
      ["change", "* deploy|init|override", "Deploys"],
    ],
  },
  {
    programs: "packer",
    rules: [["change", "build|init|plugins", "Builds images"]],
  },
  {
    programs: "puppet chef-client cinc-client",
    values: "any -o -E -j",
    rules: [
      ["read", "--noop|--why-run|-W"],
      ["danger", "cert|node|ca clean|clean-all|purge|deactivate|revoke", "Removes a node or its certificate"],
      ["disruption", "agent --disable", "Disables the agent"],
      ["change", "agent --enable|-t|--test|--onetime", "Applies the configuration"],
      ["change", "apply", "Applies the configuration"],

      ["change", "", "Applies the configuration"],
    ],
  },
  {
    programs: "knife",
    values: "any -C -x -a -E -P -o -z -N -r",
    rules: [
      ["read", "ssh|winrm|search|status"],
      ["danger", "... delete|remove|purge", "Deletes from the Chef server"],
      ["change", "... create|edit|from|upload|set|add|update|bootstrap|apply", "Changes the Chef server"],
    ],
  },
  {
    programs: "salt salt-call salt-run salt-key salt-ssh",
    values: "-C -L -G -E -N -I -b --batch-size -t --timeout",
    rules: [
      ["danger", "-d|-D|--delete|--delete-all", "Deletes keys of machines"],
      ["change", "-a|-A|--accept|--accept-all|-r|--reject", "Accepts or rejects machines"],
      ["read", "test.*"],
      ["read", "* test.*|grains.*|pillar.*|status.*|disk.usage|service.status|state.show_*|pkg.version"],
      [
        "danger",
        "* service.stop|system.reboot|system.shutdown|pkg.remove|pkg.purge|file.remove|ps.kill_pid",
        "Stops or removes something on machines",
      ],
      ["disruption", "* service.restart|service.disable", "Restarts or disables a service"],
      ["change", "* state.*|service.*|pkg.*|file.*|cmd.*|user.*|cp.*", "Changes machines"],
      ["change", "state.*|service.*|pkg.*|file.*", "Changes machines"],
    ],
  },
  {
    programs: "bosh cf",
    values: "any -d -e -o -s -i",
    switches: "--force --recreate --no-redact --strategy",
    scope: {
      "in deployment": "-d --deployment",
      "in environment": "-e --environment",
      "in org": "-o",
      "in space": "-s",
    },
    rules: [
      [
        "danger",
        "delete*|stop|recreate|cleanup|clean-up|unbind-*|unmap-route|unshare-*|purge-*|reset-*",
        "Deletes or stops something",
      ],
      ["danger", "scale -i=0", "Scales to zero"],
      [
        "disruption",
        "restart|restage|rollback|cancel-*|disable-*|restart-app-instance|rename-*",
        "Restarts something",
      ],
      [
        "read",
        "apps|app|logs|env|services|service|target|login|vms|instances|deployments|tasks|task|releases|ssh|api|auth|events|orgs|spaces|routes|cck",
      ],
      [
        "change",
        "push|scale|start|deploy|create-*|set-*|bind-*|map-route|update-*|enable-*|upload-*|run-*|cck|attach-*|upgrade-*",
        "Changes what is deployed",
      ],
    ],
  },
];
