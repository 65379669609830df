import { expect, test } from "vitest";
import { cases, levelOf } from "../testing/risk-cases";

test.each(
  cases(`
    read       terraform plan -destroy
    read       terraform plan -out destroy.tfplan
    read       terraform -chdir=prod state list
    read       terraform workspace select destroy
    read       terraform init -backend-config=destroy.hcl
    read       terraform state show aws_instance.delete
    change     terraform apply plan.out
    change     terraform apply -target=module.destroy
    change     terraform import aws_instance.x i-1
    change     terraform state mv a b
    danger     terraform destroy -auto-approve
    danger     terraform -chdir=envs/prod destroy
    danger     terraform apply -destroy -auto-approve
    danger     terraform taint aws_instance.x
    danger     terraform state rm aws_instance.x
    danger     terraform force-unlock 1234
    danger     terragrunt run-all destroy
    change     terragrunt run-all apply
    read       terragrunt run-all plan
    danger     tofu workspace delete old
    danger     aws-vault exec prod -- terraform destroy
    read       pulumi preview
    change     pulumi up -y
    danger     pulumi destroy -s prod
    change     ansible-playbook -i prod site.yml --limit db
    read       ansible-playbook -i prod site.yml --check --diff
    read       ansible all -m ping
    danger     ansible web -i prod -b -m shell -a "systemctl stop nginx"
    danger     ansible all -a "reboot" -b
    danger     vagrant destroy -f
    danger     packer_wrapper delete-image x
    change     packer build x.json
    disruptive sudo chef-client-disable "db work"
    change     sudo chef-client
    read       sudo chef-client --why-run
    disruptive knife ssh "role:web" "sudo systemctl restart nginx"
    read       knife ssh "role:web" "uptime"
    danger     knife node delete web-1 -y
    read       salt '*' test.ping
    danger     salt 'web*' cmd.run 'systemctl stop nginx'
    disruptive salt 'web*' service.restart nginx
    disruptive puppet agent --disable "maintenance"
    change     puppet agent -t
    read       puppet agent -t --noop
    danger     cf delete app -f
    disruptive cf restart app
    danger     sam delete --stack-name s
    change     cdk deploy Prod
    danger     cdk destroy Prod
    read       cdk diff
  `),
)("%s: %s", (level, command) => expect(levelOf(command)).toBe(level));
