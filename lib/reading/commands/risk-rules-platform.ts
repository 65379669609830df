import type { RiskRule } from "./risk-rules";

/** Clusters, containers, clouds and code. */
export const PLATFORM_RULES: readonly RiskRule[] = [
  // Kubernetes
  [/^(?:kubectl|oc|k) .*--dry-run(?:=(?:client|server|true))?(?= |$)/, "read", ""],
  [/^(?:kubectl|oc|k) (?:\S+ )*?delete (?:-\S+ )*(\S+(?: [\w[<][^ ]*)?)/, "danger", "Deletes $1"],
  [/^(?:kubectl|oc|k) (?:\S+ )*?(?:adm )?drain (?:-\S+ )*(\S+)/, "danger", "Drains $1"],
  [/^(?:kubectl|oc|k) (?:\S+ )*?scale .*--replicas[= ]0(?= |$)/, "danger", "Scales to zero"],
  [/^(?:kubectl|oc|k) (?:\S+ )*?replace .*--force/, "danger", "Replaces objects by force"],
  [
    /^(?:kubectl|oc|k) (?:\S+ )*?apply .*--(?:prune|force)(?= |$|=true)/,
    "danger",
    "Applies and prunes objects",
  ],
  [/^oc (?:\S+ )*?adm prune/, "danger", "Prunes objects"],
  [/^(?:kubectl|oc|k) (?:\S+ )*?rollout restart (?:-\S+ )*(\S+)/, "change", "Restarts $1"],
  [/^(?:kubectl|oc|k) (?:\S+ )*?rollout undo/, "change", "Undoes the last rollout"],
  [/^(?:kubectl|oc|k) (?:\S+ )*?rollout (?:status|history)/, "read", ""],
  [/^(?:kubectl|oc|k) (?:\S+ )*?rollout (?:pause|resume)/, "change", "Pauses or resumes a rollout"],
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
  [/^(?:kubectl|oc|k) (?:\S+ )*?(?:un)?cordon (?:-\S+ )*(\S+)/, "change", "Changes what may run on $1"],
  [
    /^(?:kubectl|oc|k) (?:\S+ )*?(?:apply|create|replace|patch|edit|set|label|annotate|taint|expose|run|cp|import|new-project|new-app|policy)(?= )/,
    "change",
    "Changes objects of the cluster",
  ],
  [/^(?:kubectl|oc|k) (?:\S+ )*?debug(?= )/, "read", ""],
  [/^(?:kubectl|oc|k)(?: |$)/, "read", ""],
  [/^helm (?:\S+ )*?(?:uninstall|delete|del)(?= )/, "danger", "Uninstalls a release"],
  [/^helm .*--dry-run/, "read", ""],
  [/^helm (?:\S+ )*?rollback(?= )/, "change", "Rolls a release back"],
  [/^helm (?:\S+ )*?(?:upgrade|install)(?= ).*--force/, "danger", "Replaces objects of a release by force"],
  [/^helm (?:\S+ )*?upgrade(?= )/, "change", "Upgrades a release"],
  [/^helm (?:\S+ )*?install(?= )/, "change", "Installs a release"],
  [
    /^helm (?:\S+ )*?(?:push|repo add|repo remove|plugin install)/,
    "change",
    "Changes the local or remote charts",
  ],
  [/^argocd (?:\S+ )*?(?:delete|delete-resource|rm)(?= |$)/, "danger", "Deletes an application"],
  [/^argocd .*--(?:prune|force|replace)(?= |$)/, "danger", "Syncs by force or prunes"],
  [
    /^argocd (?:\S+ )*?(?:sync|set|create|rollback|terminate-op|patch|add|edit|unset|update-password)(?= |$)/,
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
  [/^(?:docker|podman)(?:(?: |-)compose)? (?:\S+ )*?restart(?= |$)/, "change", "Restarts containers"],
  [
    /^(?:docker|podman)(?:-machine|(?: |-)compose)? (?:-\S+ (?:[^- ]\S* )?)*(?:image |container |system )?(?:run|up|start|build|push|pull|tag|create|update|cp|load|import|commit|network|volume|swarm)(?= |$)/,
    "change",
    "Changes containers or images",
  ],
  [/^(?:docker|podman)(?:-machine|(?: |-)compose)?(?= |$)/, "read", ""],
  // Infrastructure as code and clouds
  [
    /^aws (?:\S+ )*?eks (?:\S+ )*?update-kubeconfig|^gcloud (?:.* )?get-credentials|^az (?:.* )?(?:get-credentials|login|account set)/,
    "read",
    "",
  ],
  [
    /^(?:terraform|tofu|terragrunt) (?:\S+ )*?(?:destroy|taint|force-unlock|state rm|workspace delete)(?= |$)/,
    "danger",
    "Destroys or detaches resources",
  ],
  [/^(?:terraform|tofu|terragrunt) .*-destroy(?= |$)/, "danger", "Destroys resources"],
  [
    /^(?:terraform|tofu|terragrunt) (?:\S+ )*?(?:apply|import|untaint|state (?:mv|push|replace-provider)|refresh|workspace new)(?= |$)/,
    "change",
    "Changes resources",
  ],
  [/^pulumi (?:\S+ )*?(?:destroy|stack rm|state delete)/, "danger", "Destroys resources"],
  [/^pulumi (?:\S+ )*?(?:up|update|refresh|import)(?= |$)/, "change", "Changes resources"],
  [/^ansible(?:-playbook)? .*--check/, "read", ""],
  [/^ansible(?:-playbook)?(?= )/, "change", "Runs a playbook"],
  [/^(?:aws) (?:\S+ )*?s3 (?:rm|rb)(?= )/, "danger", "Deletes objects of a bucket"],
  [/^aws (?:\S+ )*?s3 sync .*--delete/, "danger", "Deletes objects of a bucket"],
  [/^aws (?:\S+ )*?(?:s3 (?:cp|mv|sync)|s3api put-)/, "change", "Writes to a bucket"],
  [
    /^(?:aws|az|gcloud|gsutil|bq|doctl|heroku|flyctl|fly|ibmcloud|oci|linode-cli|wrangler|gds|cloud-platform) (?:.* )?(?:delete|destroy|purge|remove|terminate|stop|deallocate|rm|rb|reset|reboot|restart-instances|recycle-node|drain|detach|deregister)(?:-[\w-]+)?(?= |$)/,
    "danger",
    "Deletes, stops or detaches a resource",
  ],
  [
    /^(?:aws|az|gcloud|gsutil|bq|doctl|heroku|flyctl|fly|ibmcloud|oci|linode-cli|wrangler) (?:.* )?(?:create|update|modify|set|put|add|start|run|restore|resize|enable|attach|register|cp|mv|rsync|scale|import|copy|apply|patch|restart|disable|deploy|promote|failover|mb|signurl|renew|rotate|assign|revoke|authorize|edit|tag|untag|change|rollback|upgrade|import|publish|send|invoke)(?:-[\w-]+)?(?= |$)/,
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
];
