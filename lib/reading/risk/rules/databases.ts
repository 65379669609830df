import type { FamilyTable } from "../family";

const PG =
  "-h --host -p --port -U --username -d --dbname -f --file -j --jobs -n --schema -t --table -T -O --owner -E -F --format -D --pgdata -c --connection";
const PG_SCOPE = { "in database": "-d --dbname", on: "-h --host" };

/** Databases, their clusters and their copies; SQL and console text inside is read apart. */
export const DATABASES: readonly FamilyTable[] = [
  {
    programs:
      "psql gitlab-psql mysql mariadb sqlite3 sqlcmd cqlsh clickhouse-client snowsql impala-shell hive beeline",
    values: "any",
    rules: [],
  },
  {
    programs: "dropdb dropuser",
    values: PG,
    scope: { on: "-h --host" },
    rules: [["danger", "", "Drops a database or user"]],
  },
  {
    programs: "pg_restore",
    values: PG,
    scope: PG_SCOPE,
    rules: [
      ["read", "-l|--list"],
      ["danger", "", "Overwrites a database"],
    ],
  },
  {
    programs: "mongorestore pg_rewind pg_resetwal pg_archivecleanup mysql_upgrade myloader",
    values: `${PG} --uri --db --nsInclude`,
    scope: PG_SCOPE,
    rules: [["danger", "", "Overwrites data of a database"]],
  },
  {
    programs:
      "mongoimport mysqlimport createdb createuser pgbench reindexdb vacuumdb clusterdb initdb pg_upgrade pgloader pg_repack pt-online-schema-change gh-ost pg_basebackup",
    values: `${PG} --uri --db --collection -c`,
    scope: PG_SCOPE,
    names: "--collection --db",
    rules: [
      ["danger", "--drop", "Drops and overwrites data"],
      ["read", "-c|--check"],
      ["change", "", "Changes a database"],
    ],
  },
  {
    programs: "pg_ctl pg_ctlcluster",
    values: PG,
    rules: [
      ["danger", "stop|kill", "Stops a database"],
      ["danger", "* * stop", "Stops a database"],
      ["disruption", "restart|promote", "Restarts or promotes a database"],
      ["disruption", "* * restart|promote", "Restarts or promotes a database"],
      ["change", "start|reload|init|initdb|logrotate", "Changes a database"],
      ["change", "* * start|reload", "Changes a database"],
    ],
  },
  {
    programs: "patronictl",
    values: "-c --config-file -d --dcs -m --master --leader --candidate --scheduled -r --role --cluster-name",
    names: "--leader --master --candidate",
    rules: [
      ["danger", "reinit|remove|flush", "Rebuilds or removes a member"],
      ["danger", "failover --force", "Fails the database over"],
      ["disruption", "failover|switchover", "Fails the database over"],
      ["disruption", "restart", "Restarts database members"],
      ["disruption", "pause", "Disables automatic failover"],
      [
        "change",
        "reload|resume|edit-config|scaffold|configure|demote-cluster|promote-cluster",
        "Changes the database cluster",
      ],
    ],
  },
  {
    programs: "repmgr pg_autoctl stolonctl pgbackrest barman wal-g wal-e",
    values: "any -f -h -U -d -S",
    switches: "--force --delta --dry-run --siblings-follow --archive-mode",
    rules: [
      [
        "danger",
        "... restore|unregister|drop|delete|stanza-delete|expire|rejoin|clone|removekeeper|failkeeper|delete-*|backup-fetch",
        "Overwrites or removes copies of a database",
      ],
      [
        "disruption",
        "... promote|switchover|failover|perform|stop|maintenance|disable|follow",
        "Fails the database over",
      ],
      [
        "change",
        "... register|backup|start|enable|stanza-create|stanza-upgrade|create|backup-push|recover|keep|set|init|update|cron|switch-wal|switch-xlog",
        "Changes copies of a database",
      ],
    ],
  },
  { programs: "pgbouncer", rules: [["disruption", "-R|--reboot", "Restarts the pooler"]] },
  {
    programs: "mysqladmin mariadb-admin",
    values: "-u --user -h --host -P --port -p= --socket -S",
    scope: { on: "-h --host" },
    rules: [
      ["danger", "drop|shutdown|kill|flush-*|stop-*|refresh", "Stops or drops a database"],
      ["disruption", "password", "Changes a password"],
      ["change", "create|reload|start-*", "Changes a database"],
    ],
  },
  {
    programs: "redis-cli valkey-cli keydb-cli",
    values: "-h -p -a -n -u --user --pass -s --cert --key --cacert -r -i -x= --pattern --count -t",
    scope: { "in database": "-n", on: "-h -u" },
    rules: [
      [
        "danger",
        "flushall|flushdb|del|unlink|shutdown|getdel|hdel|srem|zrem*|lrem|ltrim|spop|lpop|rpop|xdel|xtrim|json.del|ft.drop*",
        "Removes data from Redis",
      ],
      ["danger", "client kill", "Drops connections"],
      ["danger", "debug segfault|restart|crash-and-abort|flushall|reload", "Crashes Redis"],
      [
        "danger",
        "cluster reset|forget|flushslots|delslots|del-node|delslotsrange",
        "Takes the cluster apart",
      ],
      ["danger", "script|function flush|kill|delete", "Removes scripts from Redis"],
      ["danger", "xgroup destroy|delconsumer", "Removes a group of readers"],
      ["danger", "sentinel remove|reset", "Removes a watched server"],
      ["danger", "acl deluser", "Removes a user"],
      ["danger", "--cluster=del-node", "Takes a node out of the cluster"],
      ["danger", "config resetstat", "Resets statistics"],
      ["disruption", "failover|replicaof|slaveof", "Changes which server leads"],
      ["disruption", "cluster|sentinel failover", "Fails over"],
      ["disruption", "client pause", "Holds clients back"],
      [
        "change",
        "--cluster=reshard|--cluster=rebalance|--cluster=fix|--cluster=create|--cluster=add-node",
        "Changes the cluster",
      ],
      ["change", "config set|rewrite", "Changes settings of Redis"],
      [
        "change",
        "cluster addslots|addslotsrange|meet|replicate|setslot|set-config-epoch|bumpepoch|saveconfig",
        "Changes the cluster",
      ],
      [
        "change",
        "set|setex|setnx|psetex|mset|getset|append|incr*|decr*|expire*|pexpire*|persist|rename*|move|copy|hset*|hmset|hincr*|lpush*|rpush*|lset|linsert|rpoplpush|lmove|sadd|smove|zadd|zincrby|xadd|xack|xclaim|publish|eval*|evalsha|fcall|restore|migrate|bgsave|save|bgrewriteaof|swapdb|setrange|setbit|geoadd|pfadd|json.set|script|function|acl|latency|slowlog|memory +",
        "Changes data in Redis",
      ],
    ],
  },
  {
    programs: "nodetool",
    values: "-h --host -p --port -u -pw -pwf -t",
    scope: { on: "-h --host" },
    rules: [
      [
        "danger",
        "decommission|removenode|assassinate|stopdaemon|drain|clearsnapshot|cleanup|truncatehints|stop|disablegossip|disablebinary|abortbootstrap|disablethrift",
        "Removes a node or its data",
      ],
      ["disruption", "disable*|pausehandoff|abort*|invalidate*", "Disables a part of a node"],
      [
        "change",
        "repair|compact|flush|rebuild*|refresh*|enable*|set*|scrub|upgradesstables|snapshot|move|bootstrap|join|resume*|import|garbagecollect|relocatesstables|reload*|replaybatchlog|verify|reset*",
        "Changes a node",
      ],
    ],
  },
  {
    programs:
      "cockroach tidb pd-ctl tikv-ctl tiup vtctl vtctlclient vtctldclient influx influxd clickhouse-backup elasticsearch-node elasticsearch-keystore elasticsearch-reset-password opensearch",
    values: "any -u",
    switches: "--insecure --force --self --yes -y",
    rules: [
      [
        "danger",
        "... decommission|drain|quit|delete|remove|drop|destroy|unsafe-*|unsafe-bootstrap|detach-cluster|remove-settings|restore|clean|prune|DeleteTablet|DeleteKeyspace|DeleteShard|EmergencyReparentShard|stop|tombstone|truncate|overwrite-*|scale-in",
        "Removes or overwrites data",
      ],
      [
        "disruption",
        "... PlannedReparentShard|reparent|restart|rollback|reset|-u|transfer|disable|failover|upgrade",
        "Fails over or restarts",
      ],
      ["disruption", "-u", "Changes a password"],
      [
        "change",
        "... recommission|write|create|set|add|update|start|repartition|import|ApplySchema|ApplyVSchema|Reshard|MoveTables|scale-out|deploy|reload|patch|edit-config|setup|init",
        "Changes a database",
      ],
    ],
  },
  {
    programs: "dse dsetool sstableloader sstablescrub cassandra-stress",
    values: "-d -h",
    rules: [
      ["danger", "unload_core|stop_core_reindex", "Unloads an index"],
      ["change", "*", "Changes data of Cassandra"],
    ],
  },
];
