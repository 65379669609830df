import type { RiskRule } from "./risk-rules";

/** Machines, data stores, builds and tests. */
export const MACHINE_RULES: readonly RiskRule[] = [
  // Machines
  [
    /^systemctl (?:\S+ )*?(?:stop|kill|disable|mask|reboot|poweroff|halt|isolate|rescue|emergency)(?= |$)(?: (\S+))?/,
    "danger",
    "Stops $1",
  ],
  [/^systemctl (?:\S+ )*?(?:restart|try-restart|reload-or-restart)(?= )(?: (\S+))/, "change", "Restarts $1"],
  [
    /^systemctl (?:\S+ )*?(?:start|enable|reload|unmask|daemon-reload|set-property|edit|daemon-reexec)(?= |$)/,
    "change",
    "Changes a service",
  ],
  [/^service \S+ stop/, "danger", "Stops a service"],
  [/^service \S+ (?:restart|start|reload|force-reload)/, "change", "Restarts or starts a service"],
  [
    /^(?:supervisorctl|sv|gitlab-ctl|pm2|monit|initctl|rabbitmqctl|brew services) (?:\S+ )*?(?:stop|kill|delete|shutdown|stop_app|reset|force_reset|purge_queue|delete_queue|uninstall|cleanse)(?= |$)/,
    "danger",
    "Stops or deletes something that runs",
  ],
  [
    /^(?:supervisorctl|sv|gitlab-ctl|pm2|monit|initctl|rabbitmqctl|brew services) (?:\S+ )*?(?:restart|start|reload|reconfigure|hup|set_\w+|start_app|add_\w+|update)(?= |$)/,
    "change",
    "Restarts or changes a service",
  ],
  [/^(?:reboot|shutdown|poweroff|halt|init [06])(?= |$)/, "danger", "Reboots or stops the machine"],
  [/^(?:kill|pkill|killall) (?:-s )?-?(?:0|l|L)(?= |$)/, "read", ""],
  [
    /^(?:kill|pkill|killall) (?:-s )?-?(?:SIG)?(?:TTIN|USR1|USR2|QUIT|HUP|CONT)(?= |$)/,
    "change",
    "Sends a signal",
  ],
  [/^(?:kill|pkill|killall)(?= )/, "danger", "Kills a process"],
  [/^find .*(?:-delete|-exec(?:dir)? (?:sudo )?rm)(?= |$)/, "danger", "Deletes files"],
  [/^(?:rm|rmdir|shred|unlink)(?= )/, "danger", "Deletes files"],
  [
    /^(?:mkfs(?:\.\w+)?|dd|wipefs|fdisk|parted|gdisk|lvremove|vgremove|pvremove)(?= )(?! ?-l\b)/,
    "danger",
    "Overwrites a disk",
  ],
  [/^truncate /, "danger", "Empties a file"],
  [
    /^(?:mv|cp|ln|chmod|chown|chgrp|chattr|touch|mkdir|tee|rsync|scp|patch|install|unzip|tar .*x|resize2fs|xfs_growfs|growpart|lvextend|mount|umount|swapoff|swapon|modprobe|rmmod|logrotate|crontab -[er]|useradd|usermod|groupadd|passwd|visudo|vi|vim|nano|emacs|hostnamectl set|timedatectl set|ssh-copy-id|gpasswd|gunzip|gzip)(?= |$)/,
    "change",
    "Changes files or the machine",
  ],
  [/^(?:userdel|groupdel)(?= )/, "danger", "Deletes an account"],
  [/^sed (?:.* )?-(?:\w*i|-in-place)/, "change", "Changes files in place"],
  [/^sysctl (?:.* )?(?:-w|-p|--system|[\w.]+=)/, "change", "Changes kernel settings"],
  [
    /^(?:iptables|ip6tables|nft|ufw|firewall-cmd|ipset|tc) (?:.* )?(?:-F|--flush|flush|-X|reset|-D|delete|del)(?= |$)/,
    "danger",
    "Removes network rules",
  ],
  [
    /^(?:iptables|ip6tables|nft|ufw|firewall-cmd|ipset|tc) (?:.* )?(?:-A|-I|-P|add|allow|deny|enable|disable|--add-\S+|--remove-\S+|--reload)(?= |$)/,
    "change",
    "Changes network rules",
  ],
  [/^ip (?:\S+ )*?(?:del|delete|flush)(?= )|^ip link set \S+ down/, "danger", "Takes network settings away"],
  [/^ip (?:\S+ )*?(?:add|set|replace|change)(?= )/, "change", "Changes network settings"],
  [
    /^(?:apt|apt-get|yum|dnf|zypper|brew|snap|apk|pacman|gem|npm|pip3?|helm plugin) (?:\S+ )*?(?:remove|purge|uninstall|erase|autoremove|del)(?= |$)/,
    "danger",
    "Removes packages",
  ],
  [
    /^(?:apt|apt-get|yum|dnf|zypper|brew|snap|apk|gem|npm|yarn|pnpm|pip3?|go|cargo|bundle|rbenv|composer|corepack) (?:\S+ )*?(?:install|upgrade|update|ci|add|get|publish|dist-upgrade|link|i)(?= |$)/,
    "change",
    "Installs or updates packages",
  ],
  [/^rpm -[eU]|^dpkg (?:-i|-r|-P|--configure)/, "change", "Changes packages"],
  // Data stores
  [
    /^redis-cli (?:.* )?(?:flushall|flushdb|del|unlink|shutdown|cluster (?:reset|forget)|failover)(?= |$)/i,
    "danger",
    "Removes data from Redis",
  ],
  [
    /^redis-cli (?:.* )?(?:set|setex|config set|expire|client kill|slaveof|replicaof|hset|lpush|rpush|sadd|zadd|config rewrite|cluster \w+)(?= |$)/i,
    "change",
    "Changes data in Redis",
  ],
  [/^(?:dropdb|dropuser)(?= )/, "danger", "Drops a database"],
  [/^(?:pg_restore|mongorestore|pg_basebackup|pg_rewind)(?= )/, "danger", "Overwrites a database"],
  [/^(?:createdb|createuser|pg_ctl|pgbench)(?= )/, "change", "Changes a database"],
  [/^patronictl (?:\S+ )*?(?:reinit|remove)(?= |$)/, "danger", "Rebuilds or removes a member"],
  [
    /^patronictl (?:\S+ )*?(?:failover|switchover|restart|reload|pause|resume|edit-config)(?= |$)/,
    "change",
    "Changes the database cluster",
  ],
  [/^mysqladmin (?:.* )?(?:drop|shutdown|kill|flush-\w+)(?= |$)/, "danger", "Stops or drops a database"],
  [
    /^nodetool (?:\S+ )*?(?:decommission|removenode|assassinate|stopdaemon|drain|clearsnapshot|cleanup)/,
    "danger",
    "Removes a node or its data",
  ],
  [
    /^nodetool (?:\S+ )*?(?:repair|compact|flush|rebuild|refresh|enable|disable|set)\w*/,
    "change",
    "Changes a node",
  ],
  [/^kafka-\S+ .*--delete(?= |$)/, "danger", "Deletes topics or groups"],
  [
    /^kafka-\S+ .*--(?:alter|create|reset-offsets|execute|add-config)(?= |$)/,
    "change",
    "Changes topics or offsets",
  ],
  [/^ceph (?:\S+ )*?blocklist rm/, "change", "Changes the block list"],
  [
    /^(?:ceph|rbd|rados|radosgw-admin|ceph-volume) (?:.* )?(?:purge|destroy|rm|remove|delete|zap|kill|fail|stop|down|evict)(?= |$)/,
    "danger",
    "Removes data or daemons of Ceph",
  ],
  [
    /^(?:ceph|rbd|rados|radosgw-admin) (?:.* )?(?:set|unset|create|in|out|reweight|repair|tell|enable|disable|add|mute|unmute|archive\S*|import)(?= |$)/,
    "change",
    "Changes the Ceph cluster",
  ],
  [
    /^consul (?:\S+ )*?(?:kv delete|force-leave|leave|operator raft remove-peer)/,
    "danger",
    "Removes data or members of Consul",
  ],
  [/^consul (?:\S+ )*?(?:kv put|join|reload|maint|snapshot restore)/, "change", "Changes Consul"],
  [
    /^vault (?:\S+ )*?(?:delete|destroy|revoke|disable|seal|metadata delete)(?= |$)/,
    "danger",
    "Deletes or revokes secrets",
  ],
  [
    /^vault (?:\S+ )*?(?:write|put|patch|enable|rotate|unseal|renew|rekey|undelete|rollback)(?= |$)/,
    "change",
    "Changes secrets",
  ],
  [/^nomad (?:\S+ )*?(?:stop|purge|drain|delete)(?= |$)/, "danger", "Stops a job"],
  [/^nomad (?:\S+ )*?(?:run|restart|scale|revert|promote)(?= |$)/, "change", "Changes a job"],
  [/^thanos (?:.* )?--no-dry-run(?= |$)/, "danger", "Rewrites or deletes blocks"],
  [/^thanos (?:\S+ )*?bucket (?:cleanup|mark|retention)/, "change", "Marks or rewrites blocks"],
  [/^amtool (?:\S+ )*?silence (?:add|expire|update)/, "change", "Changes silences"],
  // Builds, tests and other work
  [/^k6 (?:run|cloud)/, "change", "Puts load on a service"],
  [/^(?:ab|hey|wrk|vegeta|locust|jmeter)(?= )/, "change", "Puts load on a service"],
  [/^(?:npm|yarn|pnpm|bun) (?:run|test|start|exec|dlx)(?= |$)/, "change", "Runs a script of the project"],
  [
    /^(?:yarn|npx|make|just|task|mage|rake|bundle exec|gradle|mvn|ant|bazel|cargo run|go run)(?= |$)/,
    "change",
    "Runs a task of the project",
  ],
  [
    /^(?:ssh-keygen|gpg .*--(?:import|delete)|certbot|openssl (?:req|genrsa|genpkey))/,
    "change",
    "Makes or changes keys",
  ],
];
