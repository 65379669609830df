/** Programs that runbooks call. A word of this list at a line's start makes the line a command. */
export const PROGRAMS: ReadonlySet<string> = new Set(
  `
  kubectl k kubectx kubens oc odo helm helmfile kustomize k9s kind k3d k3s minikube kubeadm kops eksctl stern velero
  istioctl linkerd argocd argo flux crictl ctr nerdctl etcdctl etcdutl calicoctl cilium hubble kubeseal kubectl-argo-rollouts
  docker docker-compose docker-machine podman buildah skopeo crane cosign trivy syft grype
  terraform tf tofu terragrunt pulumi packer vagrant ansible ansible-playbook ansible-vault chef-client knife puppet salt
  aws gcloud gsutil bq az doctl ibmcloud oci linode-cli hcloud heroku flyctl fly wrangler vercel netlify eb sam cdk
  aws-vault saml2aws gds gds-cli cloud-platform s3cmd rclone mc azcopy
  git gh glab hub svn hg git-crypt
  psql pg_dump pg_restore pg_dumpall pg_basebackup pg_ctl pg_isready pgbench createdb dropdb createuser patronictl pgbouncer
  repmgr gitlab-ctl gitlab-rails gitlab-psql gitlab-rake gitlab-backup mysql mysqldump mysqladmin mariadb sqlite3 sqlcmd mongo mongosh mongodump mongorestore
  redis-cli redis-server cqlsh nodetool clickhouse-client influx rabbitmqctl rabbitmq-diagnostics rabbitmqadmin kafka-topics
  kafka-consumer-groups kafka-console-consumer kafka-console-producer kafka-configs kcat kafkacat nats pulsar-admin
  kafka-topics.sh kafka-consumer-groups.sh zkCli.sh
  prometheus promtool amtool alertmanager thanos thanos-kit mimirtool cortextool logcli loki grafana-cli tempo-cli m3ctl
  curl wget http https httpie xh grpcurl websocat ab hey wrk k6 vegeta locust jmeter
  ssh scp sftp rsync mosh sshuttle ssh-keygen ssh-add ssh-copy-id tsh teleport gpg openssl certbot keytool step cfssl vault
  consul nomad boundary sops age pass op bw
  systemctl journalctl service chkconfig update-rc.d initctl supervisorctl sv monit pm2 launchctl loginctl timedatectl
  hostnamectl apt apt-get apt-cache dpkg yum dnf rpm zypper pacman apk brew snap flatpak port choco scoop winget
  npm npx yarn pnpm node deno bun corepack tsc nx turbo
  python python2 python3 pip pip3 pipenv poetry uv conda virtualenv pytest django-admin manage.py alembic celery gunicorn
  ruby irb pry gem bundle rake rails rbenv rvm php composer artisan perl java javac mvn gradle gradlew sbt scala jq yq
  go cargo rustup rustc make cmake gcc g++ ninja bazel just task mage
  dotnet msbuild nuget pwsh powershell elixir mix iex erl lua swift
  sh bash zsh fish dash ksh su sudo doas chroot env printenv export set unset source alias exec eval nohup time timeout
  exit logout shopt umask watch xargs parallel tee yes seq sleep wait trap true false test read printf echo
  cd pwd pushd popd ls ll la dir cat tac less more head tail touch mkdir rmdir rm mv cp ln chmod chown chgrp chattr stat file find locate which
  whereis type du df mount umount lsblk blkid fdisk parted gdisk mkfs mkfs.ext4 mkfs.xfs fsck e2fsck xfs_repair resize2fs
  xfs_growfs growpart tune2fs lvs vgs pvs lvextend lvcreate lvremove vgextend pvcreate pvresize mdadm smartctl nvme dd sync
  swapoff swapon losetup multipath iscsiadm zpool zfs btrfs gluster drbdadm
  grep egrep fgrep zgrep rg ag ack sed awk gawk cut sort uniq wc tr diff cmp comm patch join paste column fold rev nl base64
  md5sum sha1sum sha256sum sha512sum shasum xxd hexdump od strings envsubst date cal bc expr
  tar zip unzip gzip gunzip zcat bzip2 xz zstd cpio split
  ps top htop atop iotop iftop nethogs kill killall pkill pgrep pidof nice renice ionice lsof fuser strace ltrace gdb perf
  pmap vmstat iostat mpstat sar free uptime dmesg sysctl ulimit uname hostname id who whoami w last lscpu lspci lsmod modprobe
  insmod rmmod reboot shutdown poweroff halt init crontab at screen tmux
  ip ifconfig route netstat ss ping ping6 traceroute tracepath mtr dig nslookup host whois nc ncat netcat telnet tcpdump
  tshark nmap arp arping ethtool iptables ip6tables iptables-save iptables-restore nft ipset ufw firewall-cmd tc nmcli conntrack ipvsadm bridge
  useradd userdel usermod groupadd passwd chage visudo getent
  nginx apachectl apache2ctl httpd haproxy caddy varnishadm varnishncsa traefik envoy squid memcached named rndc unbound-control
  ceph rbd rados radosgw-admin ceph-volume ceph-objectstore-tool hdfs hadoop yarn spark-submit hive impala-shell
  virsh qemu-img vboxmanage ipmitool ipmi-sel dmidecode racadm
  ory hydra kratos keto oathkeeper talos talosctl aptos geth bitcoin-cli solana
  logger logrotate rsyslogd filebeat fluent-bit vector dscli ldapsearch ldapmodify kinit klist ipa
  semanage setenforce getenforce sestatus restorecon setsebool ausearch auditctl apparmor_status aa-status
  networkctl resolvectl coredumpctl systemd-analyze systemd-resolve update-grub grub2-mkconfig grub-mkconfig dracut
  wipefs partprobe mkswap fallocate fio hdparm badblocks debugfs dumpe2fs xfs_info findmnt udevadm numactl lsscsi lshw
  exportfs showmount rpcinfo nfsstat smbclient smbstatus storcli megacli targetcli esxcli govc vmkfstools qm pct pvecm
  cockroach tiup pd-ctl tikv-ctl vtctl vtctldclient vtctlclient mysqlsh mysqlbinlog mysqlcheck mysqld mysqld_safe xtrabackup
  mariabackup pgbackrest barman wal-g pg_rewind pg_resetwal pg_controldata pg_upgrade pg_receivewal vacuumdb reindexdb initdb
  pgcli proxysql sqlplus lsnrctl cypher-shell arangosh couchbase-cli valkey-cli keydb-cli memcached-tool
  kafka-reassign-partitions kafka-acls kafka-log-dirs kafka-leader-election kafka-run-class kafka-dump-log zookeeper-shell ksql
  pulsar pulsar-perf rabbitmq-plugins rabbitmq-queues rabbitmq-upgrade rabbitmq-server emqx_ctl mosquitto_pub mosquitto_sub
  elasticsearch-keystore elasticsearch-plugin elasticsearch-reset-password opensearch-plugin elasticdump logstash metricbeat
  dokku kamal lxc incus multipass virt-install clusterctl rke rke2 k0s k0sctl microk8s kubespray kubeconform kubent kubescape
  conftest skaffold telepresence tkn kn dapr crossplane kubelet kube-proxy cloud-sql-proxy cloud_sql_proxy ecs-cli awslocal azd
  openstack scw vultr-cli rook cephadm ceph-deploy ceph-mon ceph-osd monmaptool crushtool ceph-kvstore-tool ceph-bluestore-tool
  restic borg duplicity kopia bconsole a2ensite a2dissite a2enmod update-ca-certificates update-ca-trust certutil mkcert
  tctl tbot wg wg-quick tailscale openvpn swanctl birdc vtysh snmpwalk snmpget ovs-vsctl ovs-ofctl ovn-nbctl brctl iperf iperf3
  socat stunnel nsupdate drill delv pdnsutil named-checkconf named-checkzone chronyc ntpq ntpdate kadmin ldapadd ldapdelete
  sssctl sss_cache samba-tool adcli postqueue postsuper mailq postmap doveadm
  gitlab-runner gitlab-redis-cli gitlab-sshd buildkite-agent salt-call salt-key salt-run chef-server-ctl r10k facter
  puma pumactl passenger-status sidekiq py-spy rbspy jstack jmap jcmd jstat jps gcore bpftrace execsnoop turbostat
  promtail grafana-server influxd telegraf otelcol vmctl vmagent netdata netdatacli nvm pipx pyenv asdf ts-node tsx pv pigz lz4
  7z ncdu tree yum-config-manager apt-key add-apt-repository debconf-set-selections htpasswd uuidgen pwgen
  nslookup ipconfig netsh dnscmd tasklist taskkill robocopy xcopy icacls schtasks chkdsk diskpart gpupdate repadmin dcdiag nltest
  w32tm wevtutil iisreset appcmd wmic dism sfc
  ckan bosh cf pagerduty pd slack unleash datadog-agent newrelic sentry-cli toolbox gpasswd vi vim nano emacs code open pbcopy xclip
  `
    .trim()
    .split(/\s+/),
);

/** Names that are English words or everyday nouns too: what follows them must tell that they are a command. */
export const ORDINARY: ReadonlySet<string> = new Set(
  `time test read watch who at date type which find file sort cut head tail more less host wait set unset free top last
  split join column expand strings just task go node make gem exit mix port open code hub kind step age sam flux true false yes
  source alias history link install service screen locate route patch exec trap envoy consul vault puppet salt boundary
  vector cue nginx redis python ruby java fly sun app task command k w ab ag id op pd cf sv ps uv bw mc hg tree pulsar puma sidekiq promtail
  netdata telegraf logstash metricbeat restic barman rook kubelet kube-proxy cockroach proxysql incus dapr crossplane borg`.split(
    /\s+/,
  ),
);
