import type { FamilyTable } from "../family";

const KAFKA = "any";
const KAFKA_SCOPE = { on: "--bootstrap-server --zookeeper --broker-list" };

/** Queues, streams and jobs. */
export const MESSAGING: readonly FamilyTable[] = [
  {
    programs:
      "kafka-topics kafka-topics.sh kafka-consumer-groups kafka-consumer-groups.sh kafka-configs kafka-configs.sh kafka-acls kafka-acls.sh kafka-reassign-partitions kafka-reassign-partitions.sh kafka-delete-records kafka-delete-records.sh kafka-leader-election kafka-leader-election.sh kafka-streams-application-reset kafka-streams-application-reset.sh kafka-features kafka-features.sh kafka-storage kafka-storage.sh",
    values: KAFKA,
    switches:
      "--delete --describe --list --create --alter --reset-offsets --execute --verify --generate --all-topics --all-groups --to-earliest --to-latest --dry-run --export --if-exists --cancel --force --delete-offsets --remove --add --all-topic-partitions",
    scope: { "of topic": "--topic --input-topics", "of group": "--group --application-id", ...KAFKA_SCOPE },
    names: "--entity-name --topic --group",
    rules: [
      ["danger", "--delete|--delete-offsets|--offset-json-file", "Deletes topics, groups or records"],
      ["danger", "--delete-config", "Removes settings"],
      ["danger", "--remove", "Removes permissions"],
      ["danger", "format", "Formats the storage"],
      ["danger", "--reset-offsets --execute", "Moves a group to other records"],
      ["danger", "--application-id", "Resets a streams application"],
      ["disruption", "--cancel", "Aborts a reassignment"],
      ["read", "--reset-offsets"],
      [
        "change",
        "--alter|--create|--execute|--add|--add-config|--election-type|upgrade",
        "Changes topics or settings",
      ],
    ],
  },
  {
    programs:
      "kafka-server-stop kafka-server-stop.sh zookeeper-server-stop zookeeper-server-stop.sh connect-stop",
    rules: [["danger", "", "Stops a broker"]],
  },
  { programs: "kafka-server-start kafka-server-start.sh", rules: [["change", "", "Starts a broker"]] },
  {
    programs:
      "kafka-console-producer kafka-console-producer.sh kafka-verifiable-producer kafka-producer-perf-test",
    values: KAFKA,
    scope: { "to topic": "--topic", ...KAFKA_SCOPE },
    rules: [["change", "", "Writes records"]],
  },
  {
    programs: "kcat kafkacat",
    values: "-b -t -p -o -G -X -c -f -K",
    scope: { "to topic": "-t", on: "-b" },
    rules: [["change", "-P", "Writes records"]],
  },
  {
    programs: "rabbitmqctl rabbitmq-queues rabbitmq-plugins rabbitmq-upgrade rabbitmqadmin rabbitmq-streams",
    values: "-n --node -p --vhost -t --timeout -H --host -u -P",
    scope: { "in vhost": "-p --vhost", on: "-n --node -H --host" },
    rules: [
      [
        "danger",
        "stop|stop_app|shutdown|reset|force_reset|purge_queue|delete_*|forget_cluster_node|remove_*|close_*|delete|purge|kill|shrink|drain|clear_*|delete_member|force_standalone_khepri_boot",
        "Stops or removes something of RabbitMQ",
      ],
      [
        "disruption",
        "disable|disable_*|suspend_*|rotate_logs|revive|restart*|change_password|set_vhost_limits|rebalance|force_boot|transfer_leadership|cancel_*",
        "Disables or moves something of RabbitMQ",
      ],
      [
        "change",
        "start_app|set_*|add_*|join_cluster|enable*|declare|publish|import*|sync_queue|update_*|grow|rename_*|change_cluster_node_type|add_member|await_*|resume_*|eval",
        "Changes RabbitMQ",
      ],
    ],
  },
  {
    programs: "pulsar-admin nats nsc activemq artemis solace",
    values: "any -s -c -n",
    switches: "--force -f",
    rules: [
      [
        "danger",
        "... delete|rm|purge|unload|terminate|clear-backlog|skip|skip-all|delete-*|kick|stop|truncate|remove-*|step-down|del|clear*",
        "Removes topics or messages",
      ],
      ["disruption", "... reset-cursor|failover|seal|unsubscribe|reset", "Moves readers of a topic"],
      [
        "change",
        "... create|set-*|add|add-*|update|grant-permission|pub|request|put|edit|restore|produce|split-bundle|compact|trigger|create-*|start|restart|send|move|copy",
        "Changes topics",
      ],
    ],
  },
  {
    programs: "celery",
    values: "-A --app -b --broker -Q --queues",
    scope: { of: "-A --app", "in queues": "-Q --queues" },
    rules: [
      ["danger", "purge|amqp", "Deletes all waiting tasks"],
      ["danger", "control shutdown|terminate|revoke", "Stops workers or tasks"],
      ["danger", "multi stop|stopwait|kill", "Stops workers"],
      ["disruption", "control pool_restart|cancel_consumer|rate_limit", "Restarts workers"],
      ["disruption", "multi restart", "Restarts workers"],
      ["change", "worker|beat|multi|control|call|migrate", "Runs workers"],
    ],
  },
  {
    programs: "sidekiqctl resque-web sidekiq",
    rules: [
      ["danger", "stop", "Stops workers"],
      ["disruption", "quiet", "Keeps workers from new jobs"],
    ],
  },
  {
    programs: "airflow",
    values: "any -s -e -t -d -y",
    switches: "--yes -y",
    rules: [
      ["danger", "dags|pools|variables|connections|users|tasks|roles delete|clear", "Deletes or clears runs"],
      ["danger", "db reset|clean|drop-archived|downgrade", "Deletes data of Airflow"],
      ["disruption", "dags pause", "Pauses a schedule"],
      ["change", "dags trigger|unpause|backfill|reserialize", "Runs a workflow"],
      ["change", "tasks run|test", "Runs a task"],
      [
        "change",
        "db|users|pools|variables|connections init|upgrade|migrate|create|set|add|import",
        "Changes Airflow",
      ],
    ],
  },
  {
    programs: "hdfs hadoop spark-submit flink oozie mapred",
    values: "-m -D -oozie -config --master --deploy-mode --class -yid",
    rules: [
      ["danger", "dfs|fs -rm|-rmr|-rmdir|-expunge|-rmSnapshot", "Deletes files of the store"],
      ["danger", "application|app|job -kill|-kill-task|-stop|-destroy", "Kills a job"],
      ["danger", "-kill|-suspend", "Stops a job"],
      ["danger", "namenode -format|-rollback", "Formats or rolls the store back"],
      ["danger", "cancel|stop", "Stops a job"],
      [
        "danger",
        "rmadmin|dfsadmin -refreshNodes|-shutdownDatanode|-evictWriters|-clrQuota",
        "Takes nodes out",
      ],
      ["disruption", "haadmin -failover|-transitionToActive|-transitionToStandby", "Fails over"],
      [
        "change",
        "dfs|fs -put|-mv|-cp|-mkdir|-chmod|-chown|-setrep|-touchz|-copyFromLocal|-appendToFile|-moveFromLocal|-createSnapshot",
        "Changes files of the store",
      ],
      [
        "change",
        "dfsadmin|rmadmin|haadmin|fsck -safemode|-saveNamespace|-refreshQueues|-setQuota|-delete|-move|-rollingUpgrade|-finalizeUpgrade",
        "Changes the store",
      ],
      ["change", "balancer|run|run-application|savepoint|distcp|jar", "Runs a job"],
    ],
  },
];
