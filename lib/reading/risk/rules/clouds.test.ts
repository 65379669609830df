import { expect, test } from "vitest";
import { cases, levelOf } from "../testing/risk-cases";

test.each(
  cases(String.raw`
    read       aws ec2 describe-instances --filters Name=tag:Name,Values=terminate
    read       aws --profile delete s3 ls s3://bucket
    read       aws s3 ls s3://delete-me --recursive
    read       aws s3 rm s3://b/x --dryrun
    read       aws logs tail /aws/lambda/delete-user --follow
    read       aws logs filter-log-events --filter-pattern "delete"
    read       aws sts get-caller-identity
    read       aws eks update-kubeconfig --name prod
    read       aws rds describe-db-instances --query 'DBInstances[?starts_with(x, \'stop\')]'
    read       aws secretsmanager get-secret-value --secret-id rotate
    read       aws sqs get-queue-attributes --queue-url x --attribute-names All
    read       aws cloudformation wait stack-delete-complete --stack-name x
    read       aws ssm start-session --target i-1
    change     aws s3 cp dump.sql s3://backups/
    change     aws s3 sync ./site s3://site
    change     aws ec2 start-instances --instance-ids i-1
    change     aws ecs update-service --cluster c --service s --desired-count 4
    change     aws rds create-db-snapshot --db-instance-identifier db --db-snapshot-identifier before-delete
    change     aws rds modify-db-instance --db-instance-identifier db --allocated-storage 200
    change     aws lambda invoke --function-name f out.json
    change     aws autoscaling set-desired-capacity --auto-scaling-group-name a --desired-capacity 5
    change     aws iam create-access-key --user-name u
    disruptive aws ecs update-service --cluster c --service s --force-new-deployment
    disruptive aws secretsmanager rotate-secret --secret-id s
    disruptive aws secretsmanager update-secret --secret-id s --secret-string x
    disruptive aws iam update-access-key --access-key-id A --status Inactive --user-name u
    disruptive aws rds failover-db-cluster --db-cluster-identifier c
    disruptive aws events disable-rule --name nightly
    disruptive aws kms disable-key --key-id k
    disruptive aws ec2 revoke-security-group-ingress --group-id sg-1 --protocol tcp
    disruptive aws deploy rollback-deployment --id x
    danger     aws ec2 terminate-instances --instance-ids i-1
    danger     aws --profile prod --region eu-west-1 ec2 terminate-instances --instance-ids i-1
    danger     aws ec2 stop-instances --instance-ids i-1 i-2
    danger     aws ec2 reboot-instances --instance-ids i-1
    danger     aws rds reboot-db-instance --db-instance-identifier db
    danger     aws rds delete-db-instance --db-instance-identifier db --skip-final-snapshot
    danger     aws s3 rm s3://bucket/x --recursive
    danger     aws s3 rb s3://bucket --force
    danger     aws s3 sync . s3://site --delete
    danger     aws ecs update-service --cluster c --service s --desired-count 0
    danger     aws autoscaling update-auto-scaling-group --auto-scaling-group-name a --min-size 0 --max-size 0
    danger     aws sqs purge-queue --queue-url https://sqs.x/1/q
    danger     aws dynamodb delete-item --table-name t --key '{}'
    danger     aws iam detach-role-policy --role-name r --policy-arn p
    danger     aws elbv2 deregister-targets --target-group-arn x --targets Id=i-1
    danger     aws kms schedule-key-deletion --key-id k
    danger     aws-vault exec prod -- aws ec2 terminate-instances --instance-ids i-1
    danger     gds-cli aws prod-admin aws rds delete-db-instance --db-instance-identifier db
    read       gcloud compute instances list --filter="name~delete"
    read       gcloud container clusters get-credentials prod --zone z
    read       gcloud logging read 'severity=ERROR AND "stop"' --limit 10
    read       gcloud --project delete sql instances describe db
    read       gcloud secrets versions access latest --secret=s
    read       gcloud compute ssh vm-1 --zone z
    change     gcloud container clusters upgrade c --master
    change     gcloud compute instances start vm-1
    change     gcloud secrets versions add s --data-file=-
    change     gcloud container clusters resize c --num-nodes=3
    disruptive gcloud secrets versions disable 3 --secret=s
    disruptive gcloud sql instances restart db
    disruptive gcloud sql instances failover db
    disruptive gcloud compute instance-groups managed rolling-action restart g
    disruptive gcloud services disable x.googleapis.com
    danger     gcloud compute instances delete vm-1 --quiet
    danger     gcloud --project p compute instances stop vm-1
    danger     gcloud compute instances reset vm-1
    danger     gcloud container clusters resize c --num-nodes=0
    danger     gcloud storage rm -r gs://b/x
    danger     gcloud compute ssh vm-1 --command "sudo systemctl stop nginx"
    danger     gcloud beta run services delete api
    danger     gsutil -m rm -r gs://b/x
    danger     gsutil rsync -d src gs://b
    change     gsutil cp x gs://b/
    read       gsutil ls gs://delete
    danger     bq rm -f -t d.t
    read       bq query --use_legacy_sql=false 'SELECT 1'
    danger     bq query --use_legacy_sql=false 'DELETE FROM d.t WHERE true'
    read       az vm list -g delete -o table
    read       az aks get-credentials -g g -n c
    read       az webapp log tail -n restart -g g
    read       az keyvault secret show --vault-name v --name stop
    read       az account set --subscription s
    change     az vm start -g g -n vm
    change     az keyvault secret set --vault-name v --name n --value x
    change     az aks nodepool scale -g g -n p --cluster-name c --node-count 5
    change     az postgres flexible-server restore -g g --source-server s --name new
    change     az network dns record-set a add-record -g g -z z -n www -a 1.2.3.4
    disruptive az webapp restart -g g -n app
    disruptive az ad app credential reset --id x
    disruptive az storage account keys renew -n a --key primary
    disruptive az webapp deployment slot swap -g g -n app --slot staging
    disruptive az sql failover-group set-primary -g g -n f --server s
    danger     az vm deallocate -g g -n vm
    danger     az group delete -n g --yes
    danger     az aks stop -g g -n c
    danger     az aks nodepool scale -g g -n p --cluster-name c --node-count 0
    danger     az vm run-command invoke -g g -n vm --command-id RunShellScript --scripts "systemctl stop nginx"
    danger     doctl compute droplet delete 123 --force
    read       doctl compute droplet list
    disruptive heroku ps:restart -a app
    disruptive heroku restart web.1 -a app
    disruptive heroku releases:rollback v12 -a app
    danger     heroku pg:reset DATABASE -a app --confirm app
    danger     heroku apps:destroy -a app
    danger     heroku ps:scale web=0 -a app
    change     heroku ps:scale web=2 -a app
    change     heroku config:set A=delete -a app
    read       heroku logs --tail -a stop
    danger     heroku run rails db:drop -a app
    danger     fly apps destroy app
    change     fly deploy
    danger     rclone delete remote:bucket
    danger     rclone sync a remote:b
    change     rclone copy a remote:b
    danger     s3cmd del s3://b/x
    read       openstack server list
    danger     openstack server delete vm
    danger     openstack server reboot --hard vm
  `),
)("%s: %s", (level, command) => expect(levelOf(command)).toBe(level));
