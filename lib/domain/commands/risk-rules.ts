import type { Risk } from "../document";

export type RiskRule = readonly [pattern: RegExp, risk: Risk, reason: string];

/**
 * Read from top to bottom; the first that fits decides. A pattern sees the words of one simple command joined by
 * blanks, quoted words of several words as `·`. `$1` in a reason is the first group.
 */
export const RISK_RULES: readonly RiskRule[] = [
	// Kubernetes
	[
		/^(?:kubectl|oc|k) .*--dry-run(?:=(?:client|server|true))?(?= |$)/,
		"read",
		"",
	],
	[
		/^(?:kubectl|oc|k) (?:\S+ )*?delete (?:-\S+ )*(\S+(?: [\w[<][^ ]*)?)/,
		"danger",
		"Deletes $1",
	],
	[
		/^(?:kubectl|oc|k) (?:\S+ )*?(?:adm )?drain (?:-\S+ )*(\S+)/,
		"danger",
		"Drains $1",
	],
	[
		/^(?:kubectl|oc|k) (?:\S+ )*?scale .*--replicas[= ]0(?= |$)/,
		"danger",
		"Scales to zero",
	],
	[
		/^(?:kubectl|oc|k) (?:\S+ )*?replace .*--force/,
		"danger",
		"Replaces objects by force",
	],
	[
		/^(?:kubectl|oc|k) (?:\S+ )*?apply .*--(?:prune|force)(?= |$|=true)/,
		"danger",
		"Applies and prunes objects",
	],
	[/^oc (?:\S+ )*?adm prune/, "danger", "Prunes objects"],
	[
		/^(?:kubectl|oc|k) (?:\S+ )*?rollout restart (?:-\S+ )*(\S+)/,
		"change",
		"Restarts $1",
	],
	[
		/^(?:kubectl|oc|k) (?:\S+ )*?rollout undo/,
		"change",
		"Undoes the last rollout",
	],
	[/^(?:kubectl|oc|k) (?:\S+ )*?rollout (?:status|history)/, "read", ""],
	[
		/^(?:kubectl|oc|k) (?:\S+ )*?rollout (?:pause|resume)/,
		"change",
		"Pauses or resumes a rollout",
	],
	[
		/^(?:kubectl|oc|k) (?:\S+ )*?(?:scale|autoscale)(?= )(?:.* (deployments?|deploy|sts|statefulsets?|rs|replicasets?)[/ ])?/,
		"change",
		"Scales a deployment",
	],
	[
		/^(?:kubectl|oc|k) (?:\S+ )*?argo rollouts (?:abort|promote|undo|retry|restart|set)/,
		"change",
		"Steers a rollout",
	],
	[
		/^(?:kubectl|oc|k) (?:\S+ )*?(?:un)?cordon (?:-\S+ )*(\S+)/,
		"change",
		"Changes what may run on $1",
	],
	[
		/^(?:kubectl|oc|k) (?:\S+ )*?(?:apply|create|replace|patch|edit|set|label|annotate|taint|expose|run|cp|import|new-project|new-app|policy)(?= )/,
		"change",
		"Changes objects of the cluster",
	],
	[/^(?:kubectl|oc|k) (?:\S+ )*?debug(?= )/, "read", ""],
	[/^(?:kubectl|oc|k)(?: |$)/, "read", ""],
	[
		/^helm (?:\S+ )*?(?:uninstall|delete|del)(?= )/,
		"danger",
		"Uninstalls a release",
	],
	[/^helm .*--dry-run/, "read", ""],
	[/^helm (?:\S+ )*?rollback(?= )/, "change", "Rolls a release back"],
	[
		/^helm (?:\S+ )*?(?:upgrade|install)(?= ).*--force/,
		"danger",
		"Replaces objects of a release by force",
	],
	[/^helm (?:\S+ )*?upgrade(?= )/, "change", "Upgrades a release"],
	[/^helm (?:\S+ )*?install(?= )/, "change", "Installs a release"],
	[
		/^helm (?:\S+ )*?(?:push|repo add|repo remove|plugin install)/,
		"change",
		"Changes the local or remote charts",
	],
	[
		/^argocd (?:\S+ )*?(?:delete|delete-resource|rm)(?= |$)/,
		"danger",
		"Deletes an application",
	],
	[
		/^argocd .*--(?:prune|force|replace)(?= |$)/,
		"danger",
		"Syncs by force or prunes",
	],
	[
		/^argocd (?:\S+ )*?(?:sync|set|create|rollback|terminate-op|patch|add|edit|unset)(?= |$)/,
		"change",
		"Changes an application",
	],
	[
		/^(?:istioctl|linkerd|flux|velero|eksctl|kops|cilium) (?:\S+ )*?(?:delete|uninstall)(?= |$)/,
		"danger",
		"Deletes objects",
	],
	[
		/^(?:istioctl|linkerd|flux|velero|eksctl|kops|cilium) (?:\S+ )*?(?:create|install|upgrade|update|reconcile|suspend|resume|restore|scale)(?= |$)/,
		"change",
		"Changes the cluster",
	],
	[
		/^etcdctl (?:\S+ )*?(?:del|member remove|snapshot restore)(?= |$)/,
		"danger",
		"Removes data or members of etcd",
	],
	[
		/^etcdctl (?:\S+ )*?(?:put|defrag|compact|move-leader|alarm disarm|member (?:add|update|promote))(?= |$)/,
		"change",
		"Changes etcd",
	],
	[/^etcdutl (?:\S+ )*?snapshot restore/, "danger", "Restores a snapshot"],
	[
		/^(?:crictl|ctr|nerdctl) (?:\S+ )*?(?:rm|rmi|rmp|stop|stopp|kill)(?= |$)/,
		"danger",
		"Stops or removes containers",
	],
	// Containers
	[
		/^(?:docker|podman)(?: |-)compose (?:\S+ )*?(?:down|rm|kill|stop)(?= |$)/,
		"danger",
		"Stops or removes containers",
	],
	[
		/^(?:docker|podman) (?:\S+ )*?(?:rm|rmi|kill|stop|prune|remove|leave)(?= |$)/,
		"danger",
		"Stops or removes containers",
	],
	[
		/^(?:docker|podman)(?:-machine)? (?:\S+ )*?(?:rm|kill|stop)(?= |$)/,
		"danger",
		"Stops or removes machines",
	],
	[
		/^(?:docker|podman)(?:(?: |-)compose)? (?:\S+ )*?restart(?= |$)/,
		"change",
		"Restarts containers",
	],
	[
		/^(?:docker|podman)(?:(?: |-)compose)? (?:\S+ )*?(?:run|up|start|build|push|pull|tag|create|update|cp|load|import|commit|network|volume|swarm|exec)(?= |$)/,
		"change",
		"Changes containers or images",
	],
	// Infrastructure as code and clouds
	[
		/^(?:terraform|tofu|terragrunt) (?:\S+ )*?(?:destroy|taint|force-unlock|state rm|workspace delete)(?= |$)/,
		"danger",
		"Destroys or detaches resources",
	],
	[
		/^(?:terraform|tofu|terragrunt) .*-destroy(?= |$)/,
		"danger",
		"Destroys resources",
	],
	[
		/^(?:terraform|tofu|terragrunt) (?:\S+ )*?(?:apply|import|untaint|state (?:mv|push|replace-provider)|refresh|workspace new)(?= |$)/,
		"change",
		"Changes resources",
	],
	[
		/^pulumi (?:\S+ )*?(?:destroy|stack rm|state delete)/,
		"danger",
		"Destroys resources",
	],
	[
		/^pulumi (?:\S+ )*?(?:up|update|refresh|import)(?= |$)/,
		"change",
		"Changes resources",
	],
	[/^ansible(?:-playbook)? .*--check/, "read", ""],
	[/^ansible(?:-playbook)?(?= )/, "change", "Runs a playbook"],
	[
		/^(?:aws) (?:\S+ )*?s3 (?:rm|rb)(?= )/,
		"danger",
		"Deletes objects of a bucket",
	],
	[
		/^aws (?:\S+ )*?s3 sync .*--delete/,
		"danger",
		"Deletes objects of a bucket",
	],
	[
		/^aws (?:\S+ )*?(?:s3 (?:cp|mv|sync)|s3api put-)/,
		"change",
		"Writes to a bucket",
	],
	[
		/^(?:aws|az|gcloud|gsutil|bq|doctl|heroku|flyctl|fly|ibmcloud|oci|linode-cli|wrangler|gds|cloud-platform) (?:.* )?(?:delete|destroy|purge|remove|terminate|stop|deallocate|rm|rb|reset|reboot|restart-instances|recycle-node|drain|detach|deregister|disable)(?:-[\w-]+)?(?= |$)/,
		"danger",
		"Deletes, stops or detaches a resource",
	],
	[
		/^(?:aws|az|gcloud|gsutil|bq|doctl|heroku|flyctl|fly|ibmcloud|oci|linode-cli|wrangler) (?:.* )?(?:create|update|modify|set|put|add|start|run|restore|resize|enable|attach|register|cp|mv|rsync|scale|import|copy|apply|patch|restart|deploy|promote|failover|renew|rotate|assign|revoke|authorize|edit|tag|untag|change|rollback|upgrade|import|publish|send|invoke)(?:-[\w-]+)?(?= |$)/,
		"change",
		"Changes a resource",
	],
	// Git and releases
	[
		/^git (?:\S+ )*?push .*(?:--force|-f|--delete|--mirror)(?:-with-lease)?(?= |$|=)/,
		"danger",
		"Overwrites a remote branch",
	],
	[
		/^git (?:\S+ )*?(?:reset .*--hard|clean .*-\w*f|branch .*-D|checkout .*(?:-f|--force)|filter-branch|filter-repo|stash (?:drop|clear)|tag -d|push \S+ [:+]\S+)/,
		"danger",
		"Throws work away",
	],
	[/^git (?:\S+ )*?push(?= |$)/, "change", "Pushes to a remote"],
	[
		/^git (?:\S+ )*?(?:commit|merge|rebase|cherry-pick|revert|tag \S|pull|checkout|switch|add|mv|rm|reset|stash|am|apply|restore|branch \S|clone|init|config \S+ \S|remote (?:add|set-url|remove))(?= |$)/,
		"change",
		"Changes the local repository",
	],
	[
		/^(?:gh|glab) (?:\S+ )*?(?:delete|remove)(?= |$)|^gh api .*-X ?DELETE/,
		"danger",
		"Deletes something at the forge",
	],
	[
		/^(?:gh|glab) (?:\S+ )*?(?:create|merge|close|reopen|edit|run (?:rerun|cancel)|workflow run|set|sync|comment|review|upload|enable|disable)(?= |$)/,
		"change",
		"Changes something at the forge",
	],
	// Machines
	[
		/^systemctl (?:\S+ )*?(?:stop|kill|disable|mask|reboot|poweroff|halt|isolate|rescue|emergency)(?= |$)(?: (\S+))?/,
		"danger",
		"Stops $1",
	],
	[
		/^systemctl (?:\S+ )*?(?:restart|try-restart|reload-or-restart)(?= )(?: (\S+))/,
		"change",
		"Restarts $1",
	],
	[
		/^systemctl (?:\S+ )*?(?:start|enable|reload|unmask|daemon-reload|set-property|edit|daemon-reexec)(?= |$)/,
		"change",
		"Changes a service",
	],
	[/^service \S+ stop/, "danger", "Stops a service"],
	[
		/^service \S+ (?:restart|start|reload|force-reload)/,
		"change",
		"Restarts or starts a service",
	],
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
	[
		/^(?:reboot|shutdown|poweroff|halt|init [06])(?= |$)/,
		"danger",
		"Reboots or stops the machine",
	],
	[
		/^(?:kill|pkill|killall) (?:-s )?-?(?:0|l|L|TTIN|SIGTTIN|USR1|SIGUSR1|QUIT|SIGQUIT|HUP|SIGHUP|ABRT)(?= |$)/,
		"read",
		"",
	],
	[/^(?:kill|pkill|killall)(?= )/, "danger", "Kills a process"],
	[
		/^find .*(?:-delete|-exec(?:dir)? (?:sudo )?rm)(?= |$)/,
		"danger",
		"Deletes files",
	],
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
	[
		/^sysctl (?:.* )?(?:-w|-p|--system|[\w.]+=)/,
		"change",
		"Changes kernel settings",
	],
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
	[
		/^ip (?:\S+ )*?(?:del|delete|flush)(?= )|^ip link set \S+ down/,
		"danger",
		"Takes network settings away",
	],
	[
		/^ip (?:\S+ )*?(?:add|set|replace|change)(?= )/,
		"change",
		"Changes network settings",
	],
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
	[
		/^(?:pg_restore|mongorestore|pg_basebackup|pg_rewind)(?= )/,
		"danger",
		"Overwrites a database",
	],
	[
		/^(?:createdb|createuser|pg_ctl|pgbench)(?= )/,
		"change",
		"Changes a database",
	],
	[
		/^patronictl (?:\S+ )*?(?:reinit|remove)(?= |$)/,
		"danger",
		"Rebuilds or removes a member",
	],
	[
		/^patronictl (?:\S+ )*?(?:failover|switchover|restart|reload|pause|resume|edit-config)(?= |$)/,
		"change",
		"Changes the database cluster",
	],
	[
		/^mysqladmin (?:.* )?(?:drop|shutdown|kill|flush-\w+)(?= |$)/,
		"danger",
		"Stops or drops a database",
	],
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
	[
		/^consul (?:\S+ )*?(?:kv put|join|reload|maint|snapshot restore)/,
		"change",
		"Changes Consul",
	],
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
	[
		/^nomad (?:\S+ )*?(?:stop|purge|drain|delete)(?= |$)/,
		"danger",
		"Stops a job",
	],
	[
		/^nomad (?:\S+ )*?(?:run|restart|scale|revert|promote)(?= |$)/,
		"change",
		"Changes a job",
	],
	[
		/^thanos (?:.* )?--no-dry-run(?= |$)/,
		"danger",
		"Rewrites or deletes blocks",
	],
	[
		/^thanos (?:\S+ )*?bucket (?:rewrite|cleanup|mark|retention)/,
		"change",
		"Marks or rewrites blocks",
	],
	[
		/^amtool (?:\S+ )*?silence (?:add|expire|update)/,
		"change",
		"Changes silences",
	],
	// Builds, tests and other work
	[/^k6 (?:run|cloud)/, "change", "Puts load on a service"],
	[
		/^(?:ab|hey|wrk|vegeta|locust|jmeter)(?= )/,
		"change",
		"Puts load on a service",
	],
	[
		/^(?:npm|yarn|pnpm|bun) (?:run|test|start|exec|dlx)(?= |$)/,
		"change",
		"Runs a script of the project",
	],
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

/** Script names that say what they do. */
export const SCRIPT_RULES: readonly RiskRule[] = [
	[
		/(?:^|\/)(?:check|status|list|health|verify|validate|get|show|diff|info|inspect|report|view|describe)[\w-]*(?:\.\w+)?$/,
		"read",
		"",
	],
	[
		/(?:^|[/_.-])(?:db|database|migrations?|schema|data|pg|postgres|mysql)[/_-](?:\S*)(?:rollback|restore|reset|revert)/,
		"danger",
		"Rolls the database back",
	],
	[
		/(?:delete|destroy|drop|purge|wipe|nuke|teardown|uninstall|restore|kill|force)/,
		"danger",
		"Runs a script that deletes or overwrites",
	],
	[
		/[_-](?:check|checks|status|report|info|verify|validate|health)(?:\.\w+)?$/,
		"read",
		"",
	],
	[/rollback|revert|undo/, "change", "Rolls a deployment back"],
	[/restart|reload/, "change", "Restarts something"],
	[/rotate/, "change", "Rotates secrets"],
	[/migrat/, "change", "Migrates the database"],
	[
		/(?:deploy|release|hotfix|rollout|promote)[\w-]*(?:\.\w+)?$/,
		"change",
		"Deploys",
	],
];
