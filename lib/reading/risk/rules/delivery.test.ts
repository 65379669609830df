import { expect, test } from "vitest";
import { cases, levelOf } from "../testing/risk-cases";

test.each(
  cases(`
    read       helm list -A
    read       helm history api -n delete
    read       helm template ./chart --set image.tag=uninstall
    read       helm upgrade api ./chart --dry-run
    read       helm get values rollback
    read       helm diff upgrade api ./chart
    change     helm upgrade --install api ./chart -n prod --version 1.2.3
    change     helm --kube-context prod upgrade api ./chart
    change     helm install api ./chart
    disruptive helm rollback api 3 -n prod
    disruptive helm -n prod rollback api
    danger     helm uninstall api -n prod
    danger     helm -n prod delete api
    danger     helm upgrade api ./chart --force
    change     helmfile -e prod apply
    danger     helmfile -e prod destroy
    read       helmfile diff
    read       argocd app get api
    read       argocd app diff delete-me
    read       argocd app list --project prune
    change     argocd app sync api
    change     argocd --server x app set api --revision main
    disruptive argocd app rollback api 12
    disruptive argocd app terminate-op api
    disruptive argocd account update-password
    danger     argocd app sync api --prune
    danger     argocd app sync api --force
    danger     argocd app delete api --cascade
    danger     argocd app delete-resource api --kind Pod
    change     argo submit flow.yaml -n jobs
    danger     argo -n jobs terminate flow-1
    danger     argo delete --all -n jobs
    read       argo get @latest
    read       flux get kustomizations
    change     flux reconcile kustomization apps --with-source
    disruptive flux suspend kustomization apps
    change     flux resume kustomization apps
    danger     flux delete helmrelease api
    read       velero backup describe nightly
    change     velero restore create --from-backup nightly
    change     velero backup create before-upgrade
    danger     velero backup delete nightly
    danger     eksctl delete nodegroup --cluster c --name ng
    change     eksctl scale nodegroup --cluster c --name ng --nodes 3
    danger     eksctl scale nodegroup --cluster=c --nodes=0 ng
    read       eksctl get nodegroup --cluster c
    danger     kind delete cluster --name test
    change     kind create cluster --name delete
    danger     minikube stop
    read       istioctl proxy-status
    danger     istioctl uninstall --purge
    danger     talosctl -n 10.0.0.2 reboot
    danger     talosctl reset --nodes 10.0.0.3
    read       talosctl -n 10.0.0.2 logs kubelet
    read       cilium status --wait
    danger     docker stop api
    danger     docker rm -f api
    danger     docker system prune -af
    danger     docker volume rm data
    danger     docker compose down -v
    danger     docker compose -f prod.yml rm -fsv web
    danger     docker-compose -f prod.yml down
    danger     docker-compose stop web
    disruptive docker restart api
    disruptive docker compose -f prod.yml restart web
    change     docker run --rm -it --name stop alpine ls
    danger     docker run --rm -v data:/data alpine rm -rf /data
    change     docker compose up -d --remove-orphans
    change     docker pull api:2
    read       docker ps -a --filter status=exited
    read       docker logs -f stop
    read       docker inspect kill
    read       docker compose logs --tail=50 down
    read       docker exec -it api ls /tmp
    danger     docker exec -u root db dropdb app
    danger     docker ps -aq | xargs docker rm -f
    danger     docker rm $(docker ps -aq)
    danger     docker swarm leave --force
    danger     docker service scale api=0
    change     docker service scale api=3
    disruptive docker service update --force api
    danger     docker node update --availability drain n1
    danger     crictl rmi --prune
    danger     crictl stopp 1234
    read       crictl ps -a
    danger     podman pod rm -f p
    read       skopeo inspect docker://x/y
    danger     skopeo delete docker://x/y
    danger     nerdctl -n k8s.io rmi x
  `),
)("%s: %s", (level, command) => expect(levelOf(command)).toBe(level));
