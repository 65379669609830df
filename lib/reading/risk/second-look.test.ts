import { expect, test } from "vitest";
import { cases, levelOf } from "./testing/risk-cases";

test.each(
  cases(String.raw`
    read       kubectl get deploy,sts,svc -n prod -l team=drop
    read       kubectl -n istio-system exec deploy/istiod -- curl -s localhost:15014/debug/endpointz
    read       kubectl exec -it kafka-0 -- kafka-topics.sh --bootstrap-server localhost:9092 --describe
    read       kubectl exec redis-0 -- redis-cli info memory
    read       kubectl exec -it mysql-0 -- mysql -uroot -p -e "SHOW SLAVE STATUS\G"
    danger     kubectl exec -it mysql-0 -- mysql -uroot -p -e "RESET SLAVE ALL"
    danger     kubectl exec -n redis redis-0 -- redis-cli -a "$PW" FLUSHDB
    danger     kubectl exec rabbit-0 -- rabbitmqctl delete_queue jobs
    danger     kubectl delete -f https://example.test/x.yaml --wait=false
    danger     kubectl patch pvc x -p '{"metadata":{"finalizers":null}}' && kubectl delete pvc x
    danger     kubectl --kubeconfig=./kc delete ns x --timeout=5s
    danger     kubectl delete pods --field-selector=status.phase=Failed -A
    danger     oc scale dc/api --replicas=0
    change     oc adm policy add-cluster-role-to-user cluster-admin bob
    disruptive oc rollout undo dc/api
    disruptive kubectl rollout restart ds/fluentd -n logging --context=prod
    disruptive kubectl -n argocd rollout restart deploy argocd-server
    change     kubectl autoscale deploy api --min=2 --max=10
    change     kubectl taint nodes n1 key=value:NoSchedule
    read       kubectl get --raw /metrics
    read       stern -n prod api --since 10m
    read       k9s -n prod
    read       helm status api -n prod
    read       helm get manifest api | kubectl diff -f -
    danger     helm list -q | xargs -L1 helm uninstall
    danger     helm uninstall $(helm ls --short)
    change     istioctl install --set profile=default -y
    danger     linkerd uninstall | kubectl delete -f -
    danger     az aks nodepool delete -g g --cluster-name c -n p
    disruptive az vm restart --resource-group g --name vm --force --no-wait
    danger     az storage blob delete-batch -s c --account-name a
    danger     az sql db delete -g g -s s -n db
    disruptive az functionapp restart -n f -g g
    read       az monitor metrics list --resource x --metric "Delete Count"
    change     az webapp config appsettings set -g g -n a --settings X=delete
    disruptive az network traffic-manager endpoint disable -g g -n e
    danger     gcloud compute instance-groups managed delete-instances g --instances=i
    danger     gcloud sql databases delete db --instance=i
    change     gcloud run services update-traffic api --to-revisions=v1=100
    disruptive gcloud iam service-accounts disable sa@x
    danger     gcloud dns record-sets delete www --type=A
    change     gcloud compute ssl-certificates create c --domains=x
    danger     aws cloudformation delete-stack --stack-name s
    disruptive aws cloudformation cancel-update-stack --stack-name s
    disruptive aws cloudformation rollback-stack --stack-name s
    danger     aws elasticache reboot-cache-cluster --cache-cluster-id c
    danger     aws logs delete-log-group --log-group-name g
    danger     aws ecs stop-task --cluster c --task t
    change     aws ecs run-task --cluster c --task-definition delete
    change     aws ssm put-parameter --name /x --value y --overwrite
    danger     aws ssm delete-parameter --name /x
    danger     aws lambda put-function-concurrency --function-name f --reserved-concurrent-executions 0
    danger     aws rds stop-db-instance --db-instance-identifier d
    disruptive systemctl --user restart app
    danger     systemctl kill -s SIGKILL app
    read       systemctl cat nginx
    read       systemctl show -p MainPID stop
    danger     ssh root@host reboot
    danger     ssh -o StrictHostKeyChecking=no host "docker stop \$(docker ps -q)"
    danger     parallel ssh {} sudo reboot ::: a b
    danger     sudo pkill -9 -u bob
    danger     lsof -t -i :8080 | xargs kill -9
    danger     kill -9 $(pgrep -f api)
    danger     sudo fuser -k 8080/tcp
    danger     docker kill --signal=SIGKILL api
    danger     docker image prune -a --filter until=24h
    danger     docker-compose rm -f
    read       docker-compose config
    read       docker stats --no-stream
    read       docker events --since 1h --filter event=kill
    danger     cd /srv && docker compose down && docker compose up -d
    danger     sudo swapoff -a && sudo rm /swapfile
    danger     sudo lvreduce -L 5G /dev/vg/lv
    danger     mdadm --manage /dev/md0 --fail /dev/sdb1
    read       mdadm --detail /dev/md0
    read       cat /proc/mdstat
    danger     xfs_repair -L /dev/sdb1
    read       ceph osd df tree
    danger     ceph osd pool delete p p --yes-i-really-really-mean-it
    danger     ceph auth del client.x
    danger     ceph mon remove c
    change     ceph osd unset noout
    change     ceph osd reweight 3 0.8
    change     ceph pg repair 1.2f
    danger     gluster volume stop gv0
    read       gluster volume status
    danger     pcs resource delete vip
    danger     pcs cluster stop --all
    disruptive pcs resource restart vip
    read       pcs status
    danger     crm node standby n1
    danger     vault token revoke s.123
    danger     vault secrets disable database
    danger     vault operator step-down
    change     vault operator unseal
    danger     nomad system gc
    danger     nomad stop api
    change     nomad job promote 1234
    danger     consul leave
    disruptive consul operator raft transfer-leader
    danger     kafka-configs --bootstrap-server b --entity-type topics --entity-name t --alter --delete-config retention.ms
    change     kafka-reassign-partitions --bootstrap-server b --reassignment-json-file r.json --execute
    read       kafka-reassign-partitions --bootstrap-server b --reassignment-json-file r.json --verify
    danger     rabbitmqctl forget_cluster_node rabbit@x
    danger     pulsar-admin topics delete persistent://a/b/c
    danger     mongosh "mongodb://h/db" --quiet --eval "db.jobs.drop()"
    read       mongosh --eval "db.jobs.countDocuments({state: 'deleted'})"
    danger     clickhouse-client --query "ALTER TABLE t DROP PARTITION 202401"
    danger     cqlsh -e "TRUNCATE ks.t"
    danger     sudo -u postgres dropdb --if-exists app
    disruptive sudo -u postgres pg_ctl promote -D /data
    disruptive repmgr standby switchover
    read       repmgr cluster show
    danger     pgbackrest --stanza=main restore
    change     pgbackrest --stanza=main backup
    read       pgbackrest info
    danger     barman delete main oldest
    danger     flyway clean
    change     flyway migrate
    read       flyway info
    danger     npx prisma migrate reset
    change     npx prisma migrate deploy
    danger     npx sequelize-cli db:drop
    danger     php bin/console doctrine:database:drop --force
    change     php bin/console cache:warmup
    danger     php artisan queue:flush
    disruptive php artisan queue:restart
    disruptive php artisan down
    danger     flask db downgrade
    danger     wp plugin delete x
    read       wp plugin list
    danger     drush sql-drop -y
    danger     bundle exec cap production deploy:rollback_db
    disruptive bundle exec cap production deploy:restart
    disruptive make restart-api
    danger     make db-drop
    danger     just nuke
    change     just deploy prod
    danger     ./bin/purge-cdn.sh
    danger     /opt/app/bin/stop.sh
    disruptive sudo /etc/init.d/nginx restart
    danger     sudo /etc/init.d/nginx stop
    read       sudo /etc/init.d/nginx status
    danger     /usr/local/bin/kubectl delete pod x
    danger     ./kubectl delete pod x
    danger     nft flush ruleset
    danger     ip addr flush dev eth0
    danger     tc qdisc del dev eth0 root
    danger     conntrack -D -s 10.0.0.1
    disruptive nmcli networking off
    danger     rndc flush
    change     rndc reload
    danger     varnishadm ban req.url '~' /
    change     haproxy -f x.cfg -sf $(pidof haproxy)
    disruptive apachectl restart
    change     apachectl graceful
    danger     snap remove x
    danger     pip3 uninstall x
    danger     gem uninstall x
    change     go install ./...
    danger     npm unpublish x@1
    danger     cargo yank --version 1.0.0
    danger     git worktree remove x
    danger     git push origin HEAD:main -f
    danger     git reset --hard origin/main && git push -f
    disruptive git revert --no-edit HEAD && git push
    danger     glab mr delete 12
    danger     gh pr merge 12 --admin --squash
    change     gh pr merge 12 --squash
    danger     gh run delete 12
    disruptive pd service disable -i x
    danger     sentry-cli releases delete v1
    danger     newman_runner delete-all
    danger     etcdctl member remove $(etcdctl member list | awk '/delete/ {print $1}')
    danger     talosctl shutdown -n 10.0.0.1
    danger     tctl rm roles/x
    danger     cloud-platform cluster recycle-node --oldest
    danger     for i in a b; do ssh $i sudo systemctl stop nginx; done
    danger     sudo -i -u app bash -c "pm2 stop all"
    read       for i in a b; do ssh $i uptime; done
    read       kubectl get pods | awk '/CrashLoop/ {print "kubectl delete pod " $1}'
    read       echo 'terraform destroy' >> /dev/null
    read       alias k=kubectl
    read       function restart() { echo no; }
    read       trap 'rm -f x' EXIT
    read       export ACTION=delete
    read       PGPASSWORD=drop psql -h db -c "select 1"
    read       test -f /tmp/delete && echo kill
    read       sleep 30 # then kill it
  `),
)("%s: %s", (level, command) => expect(levelOf(command)).toBe(level));
