import type { FamilyTable } from "../family";

const WHERE = { "in namespace": "-n --namespace", "on cluster": "--context --cluster" };

/** Kubernetes by kubectl and its like, plugins included. */
export const KUBERNETES: readonly FamilyTable[] = [
  {
    programs: "kubectl oc k kubecolor microk8s.kubectl",
    values: `
      -n --namespace --context --cluster --kubeconfig --user --as --as-group --token -s --server --request-timeout -v
      --v --certificate-authority --client-certificate --client-key --cache-dir -l --selector -f --filename -k
      --kustomize -o --output -c --container --field-selector --replicas --current-replicas --timeout --grace-period
      --type -p --patch --patch-file --image --from --from-file --from-literal --from-env-file --sort-by --template
      --to-revision --revision --tail --since --since-time --for --config --profile --pod-selector --env --port
      --target-port --overrides --restart --subresource --raw --cascade --resource-version --min --max --cpu-percent`,
    scope: { "with label": "-l --selector", "named in": "-f --filename -k --kustomize", ...WHERE },
    rules: [
      [
        "read",
        "explain|api-resources|api-versions|version|auth|get|describe|logs|top|diff|wait|events|cluster-info",
      ],
      ["read", "config view|get-contexts|current-context|use-context|set-context|get-clusters|get-users"],
      ["change", "config delete-*|unset", "Changes the local configuration of kubectl"],
      ["read", "config"],
      ["danger", "delete", "Deletes objects of the cluster"],
      ["danger", "drain", "Evicts all pods of a node"],
      ["danger", "adm drain", "Evicts all pods of a node"],
      ["danger", "adm prune", "Prunes objects of the cluster"],
      ["change", "adm cordon|uncordon", "Changes where pods may run"],
      ["danger", "adm taint * *:NoExecute", "Evicts the pods of a node"],
      ["danger", "adm taint * * *:NoExecute", "Evicts the pods of a node"],
      ["danger", "taint * *:NoExecute", "Evicts the pods of a node"],
      ["danger", "taint * * *:NoExecute", "Evicts the pods of a node"],
      ["danger", "taint * * * *:NoExecute", "Evicts the pods of a node"],
      ["change", "adm certificate|policy|taint|upgrade", "Changes the cluster"],
      ["danger", "evict", "Evicts pods"],
      ["danger", "scale --replicas=0", "Scales to zero"],
      ["change", "scale|autoscale", "Scales"],
      ["danger", "replace --force", "Deletes and replaces objects"],
      ["danger", "apply --prune|--force", "Replaces or prunes objects"],
      ["disruption", "rollout restart", "Restarts pods"],
      ["disruption", "rollout undo", "Rolls back to an earlier revision"],
      ["disruption", "rollout cancel", "Aborts a rollout"],
      ["change", "rollout pause|resume|retry|latest", "Steers a rollout"],
      ["disruption", "rollback", "Rolls back to an earlier revision"],
      ["disruption", "argo rollouts abort", "Aborts a rollout"],
      ["disruption", "argo rollouts undo", "Rolls back to an earlier revision"],
      ["disruption", "argo rollouts restart", "Restarts pods"],
      ["danger", "argo rollouts terminate", "Ends an analysis or experiment"],
      ["change", "argo rollouts promote|retry|pause|set|create", "Steers a rollout"],
      ["disruption", "cnpg promote|restart|fencing", "Restarts or fails over a database"],
      ["danger", "cnpg destroy|hibernate", "Destroys or stops a database"],
      ["change", "cnpg reload|maintenance", "Changes a database cluster"],
      ["danger", "minio|directpv delete|remove|purge|drain", "Removes storage"],
      ["disruption", "cert-manager renew", "Renews a certificate"],
      ["disruption", "certificate deny", "Denies a certificate"],
      ["change", "cordon|uncordon|taint", "Changes where pods may run"],
      [
        "change",
        "apply|create|replace|patch|edit|set|label|annotate|expose|run|certificate",
        "Changes objects of the cluster",
      ],
      [
        "change",
        "new-project|new-app|start-build|import-image|tag|process|policy|secrets|idle",
        "Changes objects of the cluster",
      ],
      ["change", "cp", "Copies files into or out of a pod"],
    ],
  },
  {
    programs: "kubectl-argo-rollouts",
    values: "-n --namespace --context",
    scope: WHERE,
    rules: [
      ["disruption", "abort", "Aborts a rollout"],
      ["disruption", "undo", "Rolls back to an earlier revision"],
      ["disruption", "restart", "Restarts pods"],
      ["danger", "terminate", "Ends an analysis or experiment"],
      ["change", "promote|retry|pause|set|create", "Steers a rollout"],
    ],
  },
  {
    programs: "kubeadm",
    values: "any",
    rules: [
      ["danger", "reset", "Removes this machine from its cluster"],
      ["disruption", "certs renew", "Renews certificates"],
      ["read", "upgrade plan|diff"],
      ["danger", "token delete", "Deletes a token"],
      ["change", "init|join|upgrade|token|certs", "Changes the cluster"],
    ],
  },
  {
    programs: "cmctl",
    values: "-n --namespace --context",
    scope: WHERE,
    rules: [
      ["disruption", "renew", "Renews certificates"],
      ["disruption", "deny", "Denies a certificate"],
      ["change", "approve|create", "Changes certificates"],
    ],
  },
];
