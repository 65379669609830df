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
  vector cue nginx redis python ruby java fly sun app task command k w ab ag id op pd cf sv ps uv bw mc hg`.split(
    /\s+/,
  ),
);

const KEYWORDS =
  /^(?:if|for|while|until|case|select|function|then|do|done|fi|esac|else|elif)(?:\s|$)|^(?:\[\[?|\(\()\s+(?!\d+\.\d+\])\S|^\{ +[a-z]/;
/** `Restart-Service`: a verb that PowerShell approves of, and a noun. */
const CMDLET =
  /^(?:Add|Clear|Connect|Convert\w*|Copy|Disable|Disconnect|Enable|Enter|Exit|Export|Find|Format|Get|Import|Install|Invoke|Measure|Move|New|Out|Read|Register|Remove|Rename|Repair|Reset|Resolve|Restart|Resume|Save|Select|Set|Show|Start|Stop|Suspend|Test|Uninstall|Unregister|Update|Wait|Write)-[A-Z][A-Za-z]+(?:\s|$)/;
const ASSIGNMENT = /^(?:export\s+|declare\s+|local\s+|readonly\s+)?[A-Za-z_]\w*\+?=(?=\S|$)(?!=)/;

/** The line starts as a shell command does: a known program, an assignment, a keyword, `./x`, `/path/x`, `x.sh`. */
export function startsLikeCommand(line: string): boolean {
  const text = line.trimStart();
  const word = firstWord(text);
  if (isProgramWord(word) || isCmdlet(text)) return true;
  if (ASSIGNMENT.test(text)) return !/^\w+=.*\s\w+=/.test(text) || /^[A-Z_]+=/.test(text);
  return KEYWORDS.test(text) || /^\(\s*[a-z]+\s/.test(text);
}

/** The line starts with a command of PowerShell, or keeps what one gives. */
export function isCmdlet(line: string): boolean {
  return CMDLET.test(line.trimStart().replace(/^\$\w+\s*=\s*/, ""));
}

const CONSOLE_CODE =
  /^(?:[a-z_]\w* = [^=\s]|[A-Z]\w*(?:::\w+)*\.[a-z_]\w*[.(!?]?|[a-z_]\w*\.[a-z_]\w*[.([]|from [\w.]+ import |import [\w.]+$)/;

/** The line is Ruby, Python or JavaScript as it is typed into a console, and no command of a shell. */
export function isConsoleCode(line: string): boolean {
  return CONSOLE_CODE.test(line.trimStart());
}

const REDIS =
  /^(?:APPEND|AUTH|BGREWRITEAOF|BGSAVE|CLIENT|CLUSTER|CONFIG|DBSIZE|DEBUG|DEL|EVAL|EXISTS|EXPIRE|FLUSHALL|FLUSHDB|GET|HDEL|HGET|HGETALL|HLEN|HSCAN|HSET|INCR|INFO|KEYS|LASTSAVE|LATENCY|LLEN|LPOP|LPUSH|LRANGE|LREM|MEMORY|MGET|MONITOR|OBJECT|PERSIST|PEXPIRE|PING|PTTL|PUBSUB|RENAME|REPLICAOF|ROLE|RPOP|RPUSH|SADD|SCAN|SCARD|SENTINEL|SET|SETEX|SHUTDOWN|SISMEMBER|SLAVEOF|SLOWLOG|SMEMBERS|SREM|STRLEN|TTL|TYPE|UNLINK|WAIT|XACK|XINFO|XLEN|XPENDING|XTRIM|ZCARD|ZRANGE|ZREM|ZSCORE)(?: (?![=:])\S|$)/;

/** A command of redis, in capitals as its manual writes them. */
export function isRedisCommand(line: string): boolean {
  return REDIS.test(line.trimStart());
}

/** A word that names a program by list or by form. */
export function isProgramWord(word: string): boolean {
  if (PROGRAMS.has(word)) return true;
  if (/^(?:\.{1,2}|~|\$\w+|\$\{\w+\}|<[\w -]+>)?\/[\w.@%+-][\w./@%+-]*$/.test(word)) return word.length > 2;
  return /^[\w./-]+\.(?:sh|bash|py|rb|pl)$/.test(word) || isWindowsProgram(word);
}

/** `.\\tool.exe`, `C:\\tools\\tool.bat` */
export function isWindowsProgram(word: string): boolean {
  return /^(?:[A-Za-z]:|\.{0,2})(?:\\[\w .-]+)*\\?[\w-]+\.(?:exe|bat|cmd|ps1|msi)$/i.test(word);
}

function firstWord(text: string): string {
  return /^[^\s|;&()]+/.exec(text)?.[0] ?? "";
}
