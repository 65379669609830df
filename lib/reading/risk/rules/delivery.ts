import type { FamilyTable } from "../family";

const WHERE = { "in namespace": "-n --namespace", "on cluster": "--context --kube-context --cluster" };
const HELM_VALUES = `
  -n --namespace --kube-context --kubeconfig -f --values --set --set-string --set-file --version --timeout --repo
  --history-max --description --username --password -o --output --max`;

/** Releases, GitOps and what else is installed into clusters. */
export const DELIVERY: readonly FamilyTable[] = [
  {
    programs: "helm helm3",
    values: HELM_VALUES,
    scope: WHERE,
    rules: [
      ["danger", "uninstall|delete|del|un", "Uninstalls a release"],
      ["disruption", "rollback", "Rolls a release back"],
      ["danger", "upgrade|install --force|--force-replace", "Replaces objects of a release by force"],
      ["read", "repo add|update|list|index"],
      ["read", "dependency|dep list"],
      ["change", "upgrade", "Upgrades a release"],
      ["change", "install", "Installs a release"],
      ["change", "push|repo|plugin|create|package|dependency|dep", "Changes local or remote charts"],
      ["change", "test", "Runs the tests of a release"],
    ],
  },
  {
    programs: "helmfile",
    values: "-e --environment -f --file -l --selector -n --namespace --kube-context --set",
    scope: { "in environment": "-e --environment", "with label": "-l --selector", ...WHERE },
    rules: [
      ["danger", "destroy|delete", "Uninstalls releases"],
      ["change", "apply|sync|charts", "Upgrades releases"],
    ],
  },
  {
    programs: "argocd",
    values: `
      --server --auth-token --grpc-web-root-path --revision --resource --timeout --project -o --output --dest-server
      --dest-namespace --repo --path --label -l --selector --app-namespace -N --kind --namespace --resource-name
      --account --current-password --new-password --kube-context`,
    scope: { "in project": "--project", "with label": "-l --selector", "on server": "--server" },
    rules: [
      [
        "danger",
        "app|cluster|repo|proj|appset|account delete|rm|delete-resource|delete-token",
        "Deletes from Argo CD",
      ],
      ["danger", "... --prune|--force|--replace", "Syncs by force or prunes"],
      ["disruption", "app rollback", "Rolls an application back"],
      ["disruption", "app terminate-op", "Aborts a sync"],
      ["disruption", "account update-password", "Changes a password"],
      ["disruption", "app actions run restart", "Restarts pods"],
      ["disruption", "app actions run --action=restart|--action=abort", "Restarts or aborts"],
      ["read", "app actions list"],
      ["change", "app sync", "Syncs an application"],
      [
        "change",
        "app|cluster|repo|proj|appset|account create|set|patch|add|edit|unset|actions|patch-resource|add-*|allow-*|deny-*|remove-*|bcrypt",
        "Changes Argo CD",
      ],
      ["change", "app|cluster|repo|proj generate-token|rotate-auth|update|upsert", "Changes Argo CD"],
    ],
  },
  {
    programs: "argo",
    values: "-n --namespace --context",
    scope: WHERE,
    rules: [
      ["danger", "delete|terminate|stop", "Stops or deletes a workflow"],
      ["danger", "cron|archive|template|cluster-template delete", "Deletes workflows"],
      ["disruption", "suspend", "Suspends a workflow"],
      ["disruption", "cron suspend", "Suspends a schedule"],
      ["change", "submit|resume|retry|resubmit", "Runs a workflow"],
      ["change", "cron|template|cluster-template create|resume|update", "Changes workflows"],
    ],
  },
  {
    programs: "flux",
    values: "-n --namespace --context --kubeconfig --with-source-timeout",
    scope: WHERE,
    rules: [
      ["danger", "uninstall|delete", "Deletes objects of Flux"],
      ["disruption", "suspend", "Suspends reconciliation"],
      ["change", "reconcile|resume|create|install|bootstrap|push|pull|tag", "Changes what Flux runs"],
    ],
  },
  {
    programs: "istioctl linkerd cilium kops eksctl velero kind k3d minikube k0s rke talosctl clusterctl",
    values: `
      -n --namespace --context --cluster --name -r --region --profile --from-backup --backup-name -f --filename
      --config-file --nodes --node --nodegroup --namespace --kubeconfig --state -e --endpoints --talosconfig
      --include-namespaces --restore-name -c --nodes-max --nodes-min -N`,
    scope: {
      ...WHERE,
      "in region": "-r --region",
      "on nodes": "--nodes --node",
      named: "--name",
      "named in": "-f --filename --config-file",
    },
    names: "--from-backup --nodegroup",
    rules: [
      [
        "danger",
        "delete|uninstall|destroy|reset|shutdown|reboot|drain|stop",
        "Deletes or stops clusters or nodes",
      ],
      ["danger", "* delete|destroy|remove|uninstall", "Deletes objects"],
      ["danger", "scale nodegroup --nodes=0", "Scales to zero"],
      ["disruption", "restart|rolling-update|rollback|node-pool|service", "Restarts nodes"],
      ["disruption", "service restart", "Restarts a service"],
      ["read", "* get|describe|logs|list|status|download"],
      [
        "change",
        "create|install|upgrade|update|restore|scale|replace|edit|apply|apply-config|bootstrap|import|export|set|enable|disable|pause|unpause|start|addons|patch|toolbox|load|up",
        "Changes the cluster",
      ],
      ["change", "backup|restore|schedule|image|cluster create|load|import", "Changes the cluster"],
    ],
  },
  {
    programs: "skaffold tilt werf",
    values: "-p --profile -n --namespace",
    scope: WHERE,
    rules: [
      ["danger", "delete|down|dismiss", "Removes what was deployed"],
      ["change", "run|dev|deploy|up|converge|build", "Deploys"],
    ],
  },
];
