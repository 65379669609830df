import { expect, test } from "vitest";
import { cases, levelOf } from "../testing/risk-cases";

test.each(
  cases(`
    read       kubectl get pods -n delete
    read       kubectl -n prod get deploy api -o yaml
    read       kubectl get pod delete
    read       kubectl describe node drain-test
    read       kubectl logs deploy/api | grep -i 'delete all'
    read       kubectl logs -l app=delete --tail=50
    read       kubectl delete pod x --dry-run=client
    read       kubectl drain node-1 --dry-run=server
    read       kubectl apply -f x.yaml --dry-run=server
    read       kubectl delete --help
    read       kubectl exec -it x -- bash
    read       kubectl exec api-0 -- cat /tmp/delete.log
    read       kubectl rollout status deployment/restart -n prod
    read       kubectl rollout history deploy/api
    read       kubectl argo rollouts get rollout abort --watch
    read       kubectl config use-context prod
    read       kubectl port-forward svc/api 8080:80
    read       kubectl auth can-i delete pods
    read       kubectl diff -f deletions.yaml
    read       kubectl top pods --sort-by=memory
    read       kubectl wait --for=delete pod/api-0
    read       kubectl get events --field-selector reason=Killing
    read       kubectl get pods -o jsonpath='{.items[?(@.status.phase=="Failed")].metadata.name}'
    read       kubectl --context prod -n kube-system get pods
    change     kubectl apply -f deploy.yaml
    change     kubectl -n prod patch deploy api -p '{"spec":{"paused":true}}'
    change     kubectl scale deployment api --replicas=5
    change     kubectl scale --replicas 2 deploy/api
    change     kubectl edit cm coredns -n kube-system
    change     kubectl create secret generic s --from-literal=a=delete
    change     kubectl label node n1 drain=true
    change     kubectl annotate pod x delete=no --overwrite
    change     kubectl cordon node-1
    change     kubectl uncordon node-1
    change     kubectl set image deploy/api api=api:2
    change     kubectl run tmp --image=busybox -it -- sh
    change     kubectl rollout pause deploy/api
    change     kubectl argo rollouts promote api
    change     kubectl cp api-0:/tmp/x ./x
    change     kubectl delete pod x --dry-run=client -o name; kubectl apply -f y
    disruptive kubectl rollout restart deployment/api
    disruptive kubectl -n prod rollout restart sts
    disruptive kubectl rollout undo deployment/[service-name]
    disruptive kubectl --context=prod rollout undo deploy/api --to-revision=3
    disruptive kubectl -n "<service>-prod" argo rollouts abort <service>-predictor
    disruptive kubectl-argo-rollouts undo api
    disruptive kubectl cert-manager renew api-tls
    danger     kubectl delete pod api-0
    danger     kubectl -n prod delete pod api-0
    danger     kubectl --context prod --namespace=x delete deploy api
    danger     k -nprod delete po api-0 --force --grace-period=0
    danger     oc delete project old
    danger     oc adm drain node-1 --ignore-daemonsets --delete-emptydir-data
    danger     kubectl drain <node> --ignore-daemonsets
    danger     kubectl scale deploy api --replicas=0
    danger     kubectl scale deploy api --replicas 0 -n prod
    danger     kubectl scale --replicas=0 -f api.yaml
    danger     kubectl replace --force -f x.yaml
    danger     kubectl apply -f . --prune -l app=x
    danger     kubectl get pods | grep Evicted | awk '{print $1}' | xargs kubectl delete pod
    danger     kubectl exec x -- rm -rf /data
    danger     kubectl exec -n prod -it db-0 -c postgres -- psql -U app -c "DROP TABLE users"
    danger     kubectl exec deploy/api -- sh -c 'curl -XDELETE "$URI/_all"'
    danger     kubectl debug node/n1 -it --image=x -- chroot /host systemctl stop kubelet
    danger     oc rsh etcd-0 etcdctl member remove 8211f1d0f64f3269
    danger     oc adm prune images --confirm
    danger     for p in $(kubectl get po -o name); do kubectl delete "$p"; done
    danger     if kubectl get ns x; then kubectl delete ns x; fi
    danger     kubectl get ns x && kubectl delete ns x || true
    danger     kubeadm reset
    change     kubeadm upgrade apply v1.30.1
    read       kubeadm upgrade plan
  `),
)("%s: %s", (level, command) => expect(levelOf(command)).toBe(level));
