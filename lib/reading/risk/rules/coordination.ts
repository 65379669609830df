import type { FamilyTable } from "../family";

/** Storage clusters, key-value stores, secrets, schedulers, flags and watching. */
export const COORDINATION: readonly FamilyTable[] = [
  {
    programs:
      "ceph rbd rados radosgw-admin ceph-volume cephadm ceph-objectstore-tool ceph-bluestore-tool cephfs-journal-tool",
    values:
      "-p --pool -n --name --id --cluster -c --conf -k --keyring -o --format --uid --bucket --bucket-id --object --data-path --op --pgid -m",
    scope: { "in pool": "-p --pool", "of user": "--uid", "of bucket": "--bucket" },
    names: "--uid --bucket --data-path",
    rules: [
      ["change", "osd blocklist|blacklist rm", "Lets a client in again"],
      [
        "read",
        "... status|ls|list|dump|df|stat|tree|health|info|show|versions|get|get-*|report|history|metadata|perf|safe-to-destroy|ok-to-stop|count-metadata|scrub-status|query|du|print|check|detail|last|last-*|diff|find|status*|log|pg-upmap-*|lspools",
      ],
      [
        "danger",
        "... purge|purge-*|destroy|rm|rm-*|rmobj|remove|delete|del|zap|kill|fail|stop|down|evict|rmi|delete-*|lost|rmsnap|revert|rollback|reset|prune|mark_unfound_lost|force-*|trim|rm-cluster|repeer|rmfailed|out|flatten|drop|unprotect|redirect_rm",
        "Removes data or daemons of Ceph",
      ],
      ["danger", "--op=remove|--op=export-remove|--op=mark-complete|--op=fix-lost", "Removes data of Ceph"],
      ["danger", "journal|event|header reset|recover_dentries|splice", "Rewrites the journal"],
      ["disruption", "orch restart|redeploy|rotate-key|pause|reconfig|upgrade", "Restarts daemons"],
      ["disruption", "orch daemon restart|redeploy|rotate-key", "Restarts daemons"],
      ["disruption", "orch host maintenance|drain", "Takes a host out"],
      ["disruption", "mgr|module fail|disable", "Fails a daemon over"],
      ["disruption", "mgr module disable", "Disables a module"],
      ["disruption", "user|key suspend|disable", "Disables a user"],
      [
        "change",
        "... set|set-*|unset|create|in|reweight*|repair|tell|enable|add|mute|unmute|archive*|import|crush|apply|adopt|start|deploy|new|resize|snap|snapshot|clone|copy|cp|mv|rename|scrub|deep-scrub|put|write|link|modify|activate|prepare|batch|map|unmap|add-*|setomapval|protect|trash|migration|caps|bootstrap|pause|allow|config|auth|injectargs|balancer|compact|quota|application|resume|enable-*|pg-upmap*|restore|lock|up|sync|reshard|rescan|feature",
        "Changes the Ceph cluster",
      ],
    ],
  },
  {
    programs: "etcdctl etcdutl",
    values: "any -w",
    switches:
      "--prefix --force --defrag --cluster --hex --keys-only --write-out --from-key --skip-hash-check --learner",
    scope: { on: "--endpoints" },
    rules: [
      ["danger", "del|rm|rmdir|backup", "Removes data of etcd"],
      [
        "danger",
        "member|user|role|auth remove|delete|disable|revoke-role",
        "Removes a member or user of etcd",
      ],
      ["danger", "snapshot restore", "Restores a snapshot"],
      ["danger", "lease revoke", "Ends a lease"],
      ["disruption", "move-leader", "Moves the leader"],
      ["change", "put|set|mk|mkdir|defrag|compact|compaction|downgrade|txn|import|update", "Changes etcd"],
      ["change", "alarm disarm", "Clears an alarm"],
      [
        "change",
        "member|user|role|auth|lease add|update|promote|passwd|grant-role|grant-permission|enable|grant",
        "Changes etcd",
      ],
    ],
  },
  {
    programs: "consul",
    values: "any",
    switches: "-recurse -prune -wan -force -enable -disable -cas -keys -detailed -verbose -all",
    scope: { on: "-http-addr", "in datacenter": "-datacenter" },
    names: "-id -name -service",
    rules: [
      ["danger", "kv delete", "Deletes keys of Consul"],
      ["danger", "force-leave|leave", "Takes a member out"],
      ["danger", "operator raft remove-peer", "Takes a server out"],
      ["danger", "snapshot restore", "Overwrites the state of Consul"],
      [
        "danger",
        "acl|intention|services|config|namespace|partition|peering delete|deregister|bootstrap",
        "Removes settings of Consul",
      ],
      ["danger", "acl * delete", "Removes permissions"],
      ["disruption", "maint -enable", "Takes a node out of service"],
      ["disruption", "operator raft transfer-leader", "Moves the leader"],
      ["disruption", "keyring -use|-remove|-install", "Rotates keys"],
      ["disruption", "lock", "Holds a lock"],
      ["change", "kv put|import", "Writes keys of Consul"],
      ["change", "join|reload|maint|event|intention|services|config|acl|exec|connect", "Changes Consul"],
      ["read", "acl|intention|services|config read|list|match|check"],
    ],
  },
  {
    programs: "vault bao",
    values: "-address -namespace -ns -path -format -field -mount -method -ttl -policy",
    scope: { on: "-address", "in namespace": "-namespace -ns" },
    rules: [
      ["read", "read|list|status|login|print|version|path-help|debug|unwrap"],
      [
        "read",
        "kv|token|auth|secrets|policy|audit|lease|operator|plugin get|list|lookup|capabilities|read|fmt|diagnose|members|info|help|metadata-get",
      ],
      ["read", "kv metadata get|list"],
      ["danger", "delete|destroy", "Deletes secrets"],
      ["danger", "kv delete|destroy", "Deletes secrets"],
      ["danger", "kv metadata delete", "Deletes secrets"],
      ["danger", "lease|token revoke", "Revokes access"],
      ["danger", "auth|secrets|audit disable", "Disables a part of Vault and deletes its data"],
      ["danger", "operator seal|remove-peer|step-down|migrate", "Seals Vault or takes a server out"],
      ["danger", "operator raft remove-peer", "Takes a server out"],
      ["danger", "operator raft snapshot restore", "Overwrites the state of Vault"],
      ["danger", "policy|namespace|plugin|ssh delete|deregister", "Deletes settings of Vault"],
      ["disruption", "operator rekey|rotate|generate-root", "Rotates keys"],
      ["disruption", "kv rollback", "Rolls a secret back"],
      ["disruption", "write *rotate*", "Rotates credentials"],
      ["disruption", "plugin reload", "Restarts a plugin"],
      ["change", "write|patch|unseal|renew", "Writes secrets"],
      [
        "change",
        "kv|secrets|auth|policy|audit|token|lease|operator|namespace|plugin|transit *",
        "Changes Vault",
      ],
    ],
  },
  {
    programs: "nomad",
    values: "-address -region -namespace -job -meta -token -group -task",
    switches: "-purge -force -detach -enable -disable -yes -verbose",
    scope: { "in namespace": "-namespace", on: "-address" },
    rules: [
      ["danger", "stop", "Stops a job"],
      [
        "danger",
        "job|alloc|namespace|volume|var|deployment|server|eval|quota|sentinel|acl stop|delete|purge|force-leave|fail|deregister|detach",
        "Stops or deletes something of Nomad",
      ],
      ["danger", "node drain -enable", "Drains a node"],
      ["danger", "node purge", "Removes a node"],
      ["danger", "system gc", "Collects garbage"],
      ["danger", "job scale * 0", "Scales to zero"],
      ["danger", "job scale * * 0", "Scales to zero"],
      ["danger", "operator raft remove-peer", "Takes a server out"],
      ["disruption", "job|alloc restart|revert|signal", "Restarts or rolls a job back"],
      ["disruption", "restart", "Restarts or takes out"],
      ["disruption", "node eligibility -disable", "Takes a node out"],
      ["disruption", "deployment pause", "Pauses a deployment"],
      [
        "change",
        "run|job|node|deployment|namespace|volume|var|operator|system run|dispatch|scale|promote|resume|apply|put|create|register|drain|eligibility|periodic|reconcile|unblock|snapshot|init",
        "Changes a job",
      ],
      ["change", "run", "Runs a job"],
    ],
  },
  {
    programs: "amtool",
    values: "--alertmanager.url -c --comment -d --duration -a --author",
    rules: [
      ["danger", "silence expire", "Ends a silence"],
      ["change", "silence add|update|import", "Silences alerts"],
    ],
  },
  {
    programs: "thanos mimirtool cortextool promtool logcli thanosconvert tempo-cli loki",
    values: "any",
    switches: "--no-dry-run --delete --yes",
    names: "--id --objstore.config-file",
    rules: [
      [
        "danger",
        "tools bucket rewrite|cleanup|mark|retention --no-dry-run|--dry-run=false",
        "Rewrites or deletes blocks",
      ],
      ["danger", "--no-dry-run", "Rewrites or deletes blocks"],
      ["danger", "rules|alertmanager|remote-read|backfill delete|delete-namespace", "Deletes rules"],
      ["danger", "tools bucket cleanup|retention", "Deletes blocks"],
      ["change", "tools bucket mark|replicate|downsample|upload-blocks", "Marks or rewrites blocks"],
      [
        "change",
        "rules|alertmanager|backfill|alerts|acl load|sync|upload|prepare|generate-acl",
        "Changes rules",
      ],
      ["change", "tsdb create-blocks-from|bench", "Writes blocks"],
    ],
  },
  {
    programs: "zkCli.sh zkCli zookeepercli",
    values: "-server",
    scope: { on: "-server" },
    rules: [
      ["danger", "delete|deleteall|rmr|removewatches", "Deletes nodes of ZooKeeper"],
      ["change", "set|create|setAcl|reconfig|setquota|delquota", "Changes ZooKeeper"],
    ],
  },
  {
    programs:
      "newrelic datadog-agent datadog-ci sentry-cli grafana-cli pagerduty pd opsgenie unleash launchdarkly ldcli statuspage splunk",
    values: "any",
    rules: [
      ["danger", "... delete|remove|uninstall|stop|clean|purge|flush", "Deletes or stops something"],
      [
        "disruption",
        "... restart|disable|rollback|toggle-off|maintenance|rotate|reset-admin-password|off|archive",
        "Restarts or disables something",
      ],
      [
        "change",
        "... create|update|set|add|start|enable|install|resolve|ack|acknowledge|trigger|upload|deploys|toggle-on|new|edit|on|reassign|merge|note|apply",
        "Changes something",
      ],
    ],
  },
  {
    programs:
      "k6 ab hey wrk wrk2 vegeta locust jmeter siege artillery gatling stress stress-ng chaos chaosctl blade litmusctl pumba fio sysbench iperf iperf3 hping3",
    values: "any -n -c -t -d -m -H -u",
    rules: [
      ["danger", "kill|destroy|delete|stop|pause|netem", "Breaks something on purpose"],
      ["read", "inspect|version|report|plot|status|list"],
      ["change", "", "Puts load on a system"],
    ],
  },
];
