import type { FamilyTable } from "../family";

/** Public clouds: nearly all long flags take a value, so the few that do not are named. */
export const CLOUDS: readonly FamilyTable[] = [
  {
    programs: "aws awslocal",
    values: "any",
    switches: `
      --debug --no-verify-ssl --no-paginate --no-sign-request --no-cli-pager --recursive --delete --dryrun --quiet
      --force --force-delete-without-recovery --skip-final-snapshot --apply-immediately --no-apply-immediately --wait
      --no-skip-final-snapshot --only-show-errors --no-progress --exact-timestamps --size-only --dry-run --no-dry-run
      --force-new-deployment --with-decryption --overwrite --force-failover`,
    scope: {
      at: "--endpoint-url",
      "of cluster": "--cluster --cluster-name",
      "in region": "--region",
      "with profile": "--profile",
    },
    names: `
      --instance-ids --instance-id --db-instance-identifier --db-cluster-identifier --bucket --stack-name
      --auto-scaling-group-name --service --services --function-name --secret-id --key-id --queue-url --topic-arn
      --table-name --volume-id --snapshot-id --image-id --group-id --group-name --user-name --role-name --policy-arn
      --access-key-id --name --names --repository-name --cache-cluster-id --replication-group-id --domain-name
      --hosted-zone-id --load-balancer-arn --target-group-arn --distribution-id --log-group-name --stream-name
      --nodegroup-name --cluster --cluster-name --cluster-identifier --certificate-arn --task --db-snapshot-identifier
      --parameter-name --rest-api-id --vpc-id --subnet-id --allocation-id --id`,
    rules: [
      ["read", "configure|sso|sts|help"],
      ["read", "eks update-kubeconfig"],
      ["read", "s3 ls|presign"],
      [
        "read",
        "* get-*|list-*|describe-*|head-*|lookup-*|search-*|wait|validate-*|filter-*|batch-get-*|estimate-*|scan|query|tail|simulate-*|preview-*|start-query|decode-*|test-*|select-*|help|poll-*|start-session|get|execute-command",
      ],
      ["read", "ecr-public|ecr get-login*"],
      ["danger", "s3 rm|rb", "Deletes objects of a bucket"],
      ["danger", "s3 sync --delete", "Deletes objects of a bucket"],
      ["change", "s3 cp|mv|sync|mb|website", "Writes to a bucket"],
      [
        "danger",
        "* delete-*|terminate-*|stop-*|remove-*|reboot-*|deregister-*|detach-*|purge-*|destroy-*|release-*|reset-*|batch-delete-*|disassociate-*|schedule-key-deletion|delete|cancel-spot-*|force-*|empty-*|evict-*|expire-*|deprovision-*|failover-global*",
        "Deletes, stops or detaches a resource",
      ],
      ["danger", "ecs update-service --desired-count=0", "Scales to zero"],
      ["danger", "autoscaling set-desired-capacity --desired-capacity=0", "Scales to zero"],
      ["danger", "autoscaling update-auto-scaling-group --desired-capacity=0|--max-size=0", "Scales to zero"],
      ["danger", "application-autoscaling register-* --max-capacity=0", "Scales to zero"],
      ["danger", "lambda put-function-concurrency --reserved-concurrent-executions=0", "Stops a function"],
      ["danger", "* restore-table-*|restore-from-*", "Puts an old state in place of data"],
      ["disruption", "ecs update-service --force-new-deployment", "Restarts a service"],
      [
        "disruption",
        "secretsmanager update-secret|put-secret-value|rotate-secret|cancel-rotate-secret",
        "Replaces a secret",
      ],
      ["disruption", "iam update-access-key|update-login-profile", "Replaces or disables credentials"],
      ["disruption", "acm renew-certificate", "Renews a certificate"],
      [
        "disruption",
        "autoscaling suspend-processes|start-instance-refresh|exit-standby|enter-standby|rollback-instance-refresh",
        "Replaces or suspends instances",
      ],
      [
        "disruption",
        "* disable-*|rotate-*|rollback-*|failover-*|cancel-*|abort-*|revoke-*|promote-*|switchover-*|restart-*|suspend-*|deactivate-*|pause-*|unassign-*|unmonitor-*",
        "Disables, rolls back or fails over a resource",
      ],
      ["disruption", "cloudfront create-invalidation", "Empties the cache of a distribution"],
      ["change", "* *-*", "Changes a resource"],
      ["change", "lambda invoke", "Runs a function"],
      ["change", "sns|sqs publish", "Sends a message"],
      ["change", "cloudformation deploy|package", "Changes a stack"],
      [
        "change",
        "* publish|invoke|deploy|sign|encrypt|push|create|put|start|run|update",
        "Changes a resource",
      ],
    ],
  },
  {
    programs: "gcloud",
    values: "any",
    switches: `
      --quiet -q --async --no-async --force --all --master --no-user-output-enabled --log-http --delete-disks
      --keep-disks --ignore-daemonsets --preemptible --no-address --enable-autoscaling --no-enable-autoscaling`,
    scope: {
      "of cluster": "--cluster",
      "in zone": "--zone",
      "in region": "--region",
      "in project": "--project",
    },
    names: "--name --instance --secret --instances --node-pool",
    rules: [
      [
        "read",
        "... get-credentials|get-server-config|get-iam-policy|describe|list|list-*|print-*|read|tail|ssh|diff|export|get-*|lookup|versions access|query|verify|wait",
      ],
      ["read", "auth|info|version|init|help|topic"],
      ["read", "config"],
      [
        "danger",
        "... delete|destroy|remove|stop|reset|detach-disk|abandon-instances|delete-*|terminate|purge|remove-*|deprovision|drain|kill|wipe|delete-instances|cancel",
        "Deletes, stops or detaches a resource",
      ],
      ["danger", "storage rm", "Deletes objects of a bucket"],
      ["danger", "storage rsync --delete-unmatched-destination-objects", "Deletes objects of a bucket"],
      ["danger", "... resize --num-nodes=0|--size=0", "Scales to zero"],
      ["danger", "... suspend|recreate-instances", "Suspends or recreates machines"],
      ["danger", "sql backups restore", "Overwrites a database"],
      [
        "disruption",
        "... restart|failover|rollback|disable|disable-*|rotate|switchover|promote-replica|rollout|revoke|pause|start-update|rolling-action|replace|invalidate-cdn-cache|set-password|rollback-*",
        "Restarts, disables or fails over a resource",
      ],
      ["disruption", "... versions disable|destroy", "Disables a version"],
      ["disruption", "compute instance-groups managed rolling-action", "Restarts or replaces machines"],
      [
        "change",
        "... create|update|set|add|start|run|restore|resize|enable|attach-*|add-*|set-*|import|copy|cp|mv|rsync|apply|patch|deploy|promote|submit|upgrade|publish|move|clone|create-*|enable-*|update-*|call|execute|resume|simulate-*|tag|activate|snapshot|unset|approve|bind|sign-*|undelete|edit|assign|rename|import-*|scp|invoke",
        "Changes a resource",
      ],
    ],
  },
  {
    programs: "gsutil",
    values: "-o -h -u",
    rules: [
      ["danger", "rm|rb", "Deletes objects of a bucket"],
      ["danger", "rsync -d", "Deletes objects of a bucket"],
      ["read", "ls|cat|du|stat|hash|version|help|perfdiag"],
      ["read", "acl|cors|iam|lifecycle|versioning|label|logging|web|notification|retention|ubla get|list"],
      ["change", "*", "Writes to a bucket"],
    ],
  },
  {
    programs: "bq",
    values: "any",
    switches: "--nouse_legacy_sql --use_legacy_sql --force --quiet --replace",
    rules: [
      ["danger", "rm|truncate", "Deletes tables or data"],
      ["danger", "load --replace", "Overwrites a table"],
      ["disruption", "cancel", "Cancels a job"],
      [
        "change",
        "load|mk|cp|update|insert|extract|undelete|add-iam-policy-binding|set-iam-policy",
        "Changes tables",
      ],
    ],
  },
  {
    programs: "az",
    values: "any -g -n -o -s -c -z -a -u -p -l",
    switches:
      "--yes -y --no-wait --force --all --debug --verbose --only-show-errors --overwrite-existing --what-if --overwrite --force-string",
    scope: {
      "of server": "--server --server-name --source-server -s",
      "in vault": "--vault-name",
      "of cluster": "--cluster-name",
      "in zone": "-z --zone-name",
      "in resource group": "-g --resource-group",
      "in subscription": "--subscription",
    },
    names: "-n --name --id --ids --nsg-name --hostname",
    rules: [
      [
        "read",
        "... list|list-*|show|show-*|get-*|check-*|exists|download|login|query|wait|logout|get|what-if|validate|tail|version|browse|export|test-*|find|ssh",
      ],
      ["read", "account set|show|list|get-access-token|clear"],
      ["read", "configure|interactive|feedback|cloud|rest --method=get|help|bicep|extension"],
      ["danger", "rest --method=delete", "Deletes a resource"],
      ["disruption", "ad app|sp credential reset", "Replaces credentials"],
      [
        "danger",
        "... delete|delete-*|purge|stop|deallocate|remove|remove-*|restart-now|detach|reimage|redeploy|unregister|kill|destroy|reset|uninstall|batch-delete|clear|disconnect|revoke-access|reboot|flush|evict|hibernate|power-off|simulate-eviction",
        "Deletes, stops or detaches a resource",
      ],
      ["danger", "... scale --node-count=0|--replicas=0|--number-of-workers=0", "Scales to zero"],
      ["danger", "... update --min-replicas=0", "Scales to zero"],
      [
        "disruption",
        "... restart|failover|failover-*|rollback|disable|disable-*|regenerate|regenerate-*|renew|renew-*|rotate|rotate-*|revoke|swap|switchover|deactivate|cancel|suspend|abort|promote|renew-keys|reset-credentials|rotate-certs|pause",
        "Restarts, disables or fails over a resource",
      ],
      [
        "change",
        "... create|update|set|add|add-*|start|run|restore|resize|enable|enable-*|attach|import|copy|apply|deploy|upload|upload-batch|scale|invoke|upgrade|assign|grant|move|sync|install|geo-restore|tag|generate|publish|push|set-*|link|unlink|approve|reject|rest|swap|create-*|update-*|start-*|write|config-zip|up|execute|send|resume|open-port|recover|renew|increment",
        "Changes a resource",
      ],
      ["change", "rest", "Sends a request to Azure"],
    ],
  },
  {
    programs:
      "doctl heroku flyctl fly ibmcloud oci linode-cli hcloud scw civo vultr-cli exo openstack nova cinder",
    values: "any -a -r -c -s",
    switches: "--force -f --yes -y --wait --detach --now --cascade --all",
    scope: { "of app": "-a --app", "in region": "--region", "in project": "--project" },
    names: "--name --id --confirm --instance-id",
    rules: [
      [
        "read",
        "*:get|*:info|*:list|*:ps|*:psql|*:show|*:status|*:wait|*:exec|*:open|*:diff|*:credentials|*:backups|*:locks|*:outliers|*:diagnose|*:download|*:url|*:history|*:output",
      ],
      ["read", "... list|get|show|describe|info|logs|status|view|diff|ls|ssh"],
      [
        "danger",
        "... delete|destroy|remove|terminate|stop|rm|reset|reboot|shutdown|power-off|poweroff|rebuild|detach|kill|halt|suspend|purge|unrescue|shelve|evacuate|action",
        "Deletes, stops or detaches a resource",
      ],
      [
        "danger",
        "*:destroy|*:remove|*:delete|*:stop|*:kill|*:reset|*:clear|*:unset",
        "Deletes or stops something",
      ],
      ["danger", "ps:scale *=0*", "Scales to zero"],
      ["danger", "scale count 0", "Scales to zero"],
      [
        "disruption",
        "*:restart|*:rollback|*:disable|rollback|restart|releases:rollback|maintenance:on|*:promote|*:rotate|*:failover|maintenance:off",
        "Restarts or rolls back",
      ],
      [
        "disruption",
        "... restart|rollback|failover|disable|promote|revoke|reset-password|rotate|pause",
        "Restarts, rolls back or disables a resource",
      ],
      ["change", "*:*", "Changes an app"],
      [
        "change",
        "... create|update|set|add|start|run|restore|resize|enable|attach|import|deploy|scale|upgrade|assign|apply|migrate|unset|edit|put|copy|launch|resume|unset-*|power-on|clone|extend|rename|move",
        "Changes a resource",
      ],
    ],
  },
  {
    programs: "s3cmd rclone mc azcopy s5cmd minio-client",
    values: "-c --config --access_key --secret_key --host --endpoint-url",
    rules: [
      [
        "danger",
        "del|rm|rb|delete|deletefile|purge|rmdir|rmdirs|remove|cleanup|dedupe",
        "Deletes files of a store",
      ],
      [
        "danger",
        "sync|mirror --delete|--delete-removed|--delete-destination|--remove|--delete-after",
        "Deletes files of a store",
      ],
      ["danger", "sync --delete-destination=true", "Deletes files of a store"],
      ["danger", "sync", "Makes a store equal to its source, deleting the rest"],
      ["danger", "admin service stop", "Stops the store"],
      ["disruption", "admin service restart", "Restarts the store"],
      ["disruption", "admin user|policy disable|detach|remove", "Disables an account"],
      [
        "change",
        "put|cp|mv|copy|copyto|move|moveto|mb|mkdir|touch|mirror|setacl|setpolicy|expire|config|pipe|alias|ilm|version|anonymous|retention|legalhold|job|make|set-properties",
        "Writes to a store",
      ],
    ],
  },
  {
    programs: "wrangler vercel netlify firebase supabase railway surge",
    values: "any -e",
    switches: "--yes -y --force --prod --confirm",
    rules: [
      [
        "danger",
        "... delete|remove|rm|destroy|*:delete|*:disable|*:clear|purge|unlink",
        "Deletes what was deployed",
      ],
      ["danger", "db reset", "Empties a database"],
      ["disruption", "... rollback|*:rollback|promote|redeploy|restart|down", "Rolls back or restarts"],
      ["read", "... list|ls|tail|whoami|logs|inspect|status|login|dev"],
      [
        "change",
        "... deploy|publish|put|create|add|up|push|*:create|*:set|*:import|apply|execute|upload|init|bulk|env:set|link",
        "Deploys",
      ],
    ],
  },
];
