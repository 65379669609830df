import { expect, test } from "vitest";
import { cases, levelOf } from "../testing/risk-cases";

test.each(
  cases(String.raw`
    read       systemctl status stop.service
    read       systemctl list-units --state=failed
    read       systemctl is-enabled nginx
    read       journalctl -u restart --since "1 hour ago"
    read       service nginx status
    change     systemctl start nginx
    change     sudo systemctl daemon-reload
    change     systemctl reload nginx
    change     systemctl enable --now nginx
    disruptive systemctl restart kubelet.service
    disruptive sudo -u root systemctl restart nginx
    disruptive systemctl disable nginx
    disruptive service nginx restart
    danger     systemctl stop nginx
    danger     sudo systemctl --no-block stop nginx
    danger     systemctl disable --now nginx
    danger     systemctl mask nginx
    danger     systemctl reboot
    danger     service mysql stop
    danger     supervisorctl stop all
    disruptive supervisorctl restart web
    read       supervisorctl status
    danger     pm2 delete api
    disruptive pm2 restart api
    read       pm2 logs stop
    disruptive gitlab-ctl restart sidekiq
    danger     sudo gitlab-ctl stop puma
    change     sudo gitlab-ctl reconfigure
    danger     sudo reboot
    danger     shutdown -r now
    danger     shutdown -h +5 "maintenance"
    change     shutdown -c
    danger     ssh host 'sudo systemctl stop nginx'
    danger     ssh -i key -p 2222 admin@db-1 sudo reboot
    disruptive ssh db-1 -- sudo systemctl restart postgresql
    read       ssh user@stop
    read       ssh host "tail -n 50 /var/log/kill.log"
    danger     kill -9 1234
    danger     kill 1234
    danger     pkill -f "celery worker"
    danger     sudo killall nginx
    read       kill -0 1234
    read       kill -l
    change     kill -TTIN 1234
    change     kill -HUP $(cat /run/x.pid)
    change     kill -QUIT 1234
    change     kill -s USR1 1234
    danger     rm -rf /var/tmp/x
    danger     sudo rm /var/lib/x/*.lock
    danger     find /tmp -mtime +2 -delete
    danger     sudo find /var/log -mtime +2 -exec rm {} \;
    danger     find . -name '*.log' -print0 | xargs -0 rm -f
    danger     find . -name x | xargs -I{} sh -c 'rm {}'
    read       find / -name delete -type f
    read       find . -exec grep -l rm {} +
    danger     truncate -s 0 /var/log/x.log
    danger     dd if=/dev/zero of=/dev/sdb bs=1M
    danger     mkfs.ext4 /dev/sdb1
    danger     wipefs -a /dev/sdb
    read       fdisk -l
    danger     parted /dev/sdb rm 1
    read       parted /dev/sda print
    danger     lvremove /dev/vg/lv
    change     lvextend -L +10G /dev/vg/lv
    change     resize2fs /dev/sda1
    change     sudo growpart /dev/sda 1
    danger     zpool destroy tank
    danger     zfs destroy tank/x@snap
    danger     zfs rollback tank/x@snap
    change     zfs snapshot tank/x@before-destroy
    read       zfs list -t snapshot
    read       zpool status tank
    disruptive umount /mnt/data
    change     mount /dev/sdb1 /mnt
    change     mv a b
    change     cp -r a b
    change     chmod 600 key
    change     mkdir -p /tmp/delete
    change     tar xzf x.tgz
    read       tar tzf x.tgz
    change     sed -i 's/a/delete/' x.conf
    read       sed -n '/delete/p' x.conf
    change     rsync -av src/ host:/dst/
    danger     rsync -av --delete src/ host:/dst/
    read       rsync -avn --delete src/ host:/dst/
    danger     crontab -r
    read       crontab -l
    danger     userdel -r bob
    disruptive usermod -L bob
    change     useradd deploy
    change     sysctl -w vm.swappiness=1
    read       sysctl vm.swappiness
    danger     journalctl --vacuum-size=500M
    read       dmesg -T | grep -i kill
    danger     iptables -F
    danger     iptables -D INPUT 3
    change     iptables -A INPUT -s 10.0.0.1 -j DROP
    read       iptables -L -n -v
    danger     ip link set eth0 down
    danger     ip route del default
    read       ip addr show eth0
    change     ip addr add 10.0.0.2/24 dev eth0
    danger     ufw delete allow 22
    change     ufw allow 443/tcp
    disruptive ufw disable
    danger     nmcli con down eth0
    danger     apt-get remove -y nginx
    danger     sudo yum erase httpd
    change     sudo apt-get install -y jq
    change     sudo apt update && sudo apt upgrade -y
    read       apt list --installed
    disruptive brew services restart redis
    change     pip install -r requirements.txt
    danger     pip uninstall -y requests
    change     npm ci
    change     npm run build
    danger     npm run db:drop
    danger     yarn remove left-pad
    danger     rpm -e pkg
    disruptive certbot renew
    danger     certbot delete --cert-name x
    read       certbot certificates
    read       openssl s_client -connect x:443 -servername x
    read       openssl x509 -in stop.pem -noout -dates
    danger     ipmitool -H bmc -U u -P p power cycle
    read       ipmitool sel list
    danger     virsh destroy vm1
    read       virsh list --all
    change     nginx -s reload
    danger     nginx -s stop
    read       nginx -t
    read       echo "rm -rf / && kubectl delete ns prod"
    read       grep -r "terraform destroy" .
    read       cat <<< "systemctl stop x"
    read       ps aux | grep kill
    read       watch -n 5 'kubectl get pods'
    danger     watch -n 5 kubectl delete pod x
    danger     timeout 30s kubectl delete pod x
    danger     nohup rm -rf /tmp/x &
    danger     env FOO=1 sudo -E kubectl delete pod x
    danger     bash -c 'git push --force'
    danger     sudo su - postgres -c "dropdb app"
    danger     eval "kubectl delete pod x"
    danger     echo $(rm x)
    read       man kill
    read       which shutdown
    read       history | grep reboot
    read       date; uptime; df -h
    read       jq '.delete' x.json
    read       awk '/kill/ {print $2}' log
    read       tail -f /var/log/delete.log
  `),
)("%s: %s", (level, command) => expect(levelOf(command)).toBe(level));
