import { expect, test } from "vitest";
import { cases, levelOf } from "../testing/risk-cases";

test.each(
  cases(String.raw`
    read       psql -h db -U app -d orders
    read       psql -c "SELECT * FROM t WHERE a = 'delete from'"
    read       psql -d app -c '\dt'
    danger     psql -c 'DELETE FROM t'
    danger     psql -h db -d app -tAc "TRUNCATE jobs"
    danger     psql -d app --command="DROP INDEX i"
    change     psql -d app -f fix.sql
    change     psql -c "UPDATE t SET a = 1 WHERE id = 2"
    danger     sudo -u postgres psql -c "SELECT pg_terminate_backend(123)"
    danger     mysql -u root -p app -e 'DROP TABLE x'
    read       mysql -e 'SHOW PROCESSLIST'
    danger     mysql -e 'KILL 42'
    danger     sqlite3 app.db "DELETE FROM sessions"
    danger     dropdb app
    danger     pg_restore -d app dump.bak
    read       pg_restore --list dump.bak
    read       pg_dump -h db app
    danger     mongosh --eval 'db.users.deleteMany({})'
    danger     mongo prod --eval "db.dropDatabase()"
    read       mongosh --eval 'rs.status()'
    disruptive mongosh --eval 'rs.stepDown()'
    danger     mongorestore --drop dump/
    danger     redis-cli FLUSHALL
    danger     redis-cli -h cache -p 6379 -a $P -n 2 flushdb
    danger     redis-cli del key
    danger     redis-cli --scan --pattern 'x:*' | xargs redis-cli del
    danger     redis-cli -h x shutdown nosave
    change     redis-cli set delete 1
    change     redis-cli config set maxmemory 2gb
    disruptive redis-cli -p 26379 sentinel failover mymaster
    read       redis-cli get flushall
    read       redis-cli -h cache info replication
    read       redis-cli --bigkeys
    danger     patronictl reinit main db-2
    disruptive patronictl -c /etc/p.yml switchover main
    disruptive patronictl restart main db-1
    disruptive patronictl failover main --candidate db-2
    read       patronictl -c /etc/p.yml list
    danger     pg_ctl stop -D /var/lib/pg
    disruptive pg_ctlcluster 14 main restart
    danger     nodetool decommission
    danger     nodetool -h c1 removenode 1234
    change     nodetool repair -pr
    read       nodetool status
    danger     mysqladmin -u root shutdown
    read       mysqladmin processlist
    danger     kafka-topics.sh --bootstrap-server b:9092 --delete --topic t
    danger     kafka-consumer-groups --bootstrap-server b --group g --reset-offsets --to-latest --topic t --execute
    read       kafka-consumer-groups --bootstrap-server b --group g --reset-offsets --to-latest --topic t --dry-run
    read       kafka-topics --bootstrap-server b --describe --topic delete
    change     kafka-topics --bootstrap-server b --alter --topic t --partitions 12
    danger     rabbitmqctl purge_queue jobs
    danger     rabbitmqctl -n rabbit@x stop_app
    read       rabbitmqctl list_queues name messages
    danger     rabbitmqadmin delete queue name=q
    danger     nats stream purge ORDERS
    read       nats stream info ORDERS
    danger     celery -A app purge -f
    read       celery -A app inspect active
    danger     celery -A app control shutdown
    danger     airflow dags delete x
    change     airflow dags trigger x
    disruptive airflow dags pause x
    danger     hdfs dfs -rm -r /tmp/x
    read       hdfs dfs -ls /rm
    danger     yarn application -kill application_1
    danger     ceph osd purge 3 --yes-i-really-mean-it
    danger     ceph osd out 3
    danger     rbd rm pool/image
    danger     ceph fs fail cephfs
    change     ceph osd blocklist rm 10.0.0.1:0/123
    change     ceph osd set noout
    read       ceph osd tree
    read       ceph -s
    read       ceph health detail
    disruptive ceph orch restart mgr
    change     ceph tell osd.1 injectargs '--x=1'
    danger     radosgw-admin user rm --uid=x
    danger     consul kv delete -recurse app/
    change     consul kv put app/x delete
    read       consul kv get app/delete
    danger     consul force-leave node-3
    disruptive consul maint -enable -reason "work"
    read       consul members
    danger     vault kv delete secret/app
    danger     vault lease revoke -prefix database/
    danger     vault operator seal
    change     vault kv put secret/app password=x
    read       vault kv get secret/delete
    disruptive vault operator rotate
    disruptive vault write -f database/rotate-root/app
    change     vault write auth/x role=y
    danger     nomad job stop -purge api
    danger     nomad node drain -enable -yes 1234
    disruptive nomad job revert api 3
    disruptive nomad alloc restart 1234
    change     nomad job run api.nomad
    read       nomad job status stop
    danger     etcdctl del --prefix /registry/pods
    danger     etcdctl --endpoints=https://x:2379 member remove 1234
    danger     ETCDCTL_API=3 etcdctl snapshot restore s.db
    change     etcdctl --endpoints x defrag
    read       etcdctl snapshot save del.db
    read       etcdctl endpoint health --cluster
    change     amtool silence add alertname=X -d 2h -c "restart"
    danger     amtool silence expire 1234
    danger     thanos tools bucket cleanup --objstore.config-file=x.yaml --no-dry-run
    read       thanos tools bucket ls --objstore.config-file=delete.yaml
    change     k6 run load.js
    danger     zkCli.sh -server zk:2181 deleteall /x
  `),
)("%s: %s", (level, command) => expect(levelOf(command)).toBe(level));
