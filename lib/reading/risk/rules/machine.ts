import type { FamilyTable } from "../family";

/** Files, processes, disks, accounts and the kernel of one machine. */
export const MACHINE: readonly FamilyTable[] = [
  {
    programs: "rm rmdir shred unlink srm trash",
    values: "-n -s --size --iterations",
    rules: [["danger", "", "Deletes files"]],
  },
  {
    programs: "find fd",
    values: `
      -name -iname -path -type -mtime -atime -ctime -mmin -amin -size -maxdepth -mindepth -user -group -perm -newer
      -regex -empty -printf -e -t -E`,
    rules: [["danger", "-delete", "Deletes files"]],
  },
  {
    programs: "kill pkill killall skill killall5",
    values: "-s --signal -n -u -U -G -g -P -t -o -q --older-than --ns",
    rules: [
      ["read", "-0|-l|-L|-l|--list|--table|-s=0|--signal=0"],
      [
        "change",
        "-TTIN|-QUIT|-3|-SIGTTIN|-SIGQUIT|-s=TTIN|-s=QUIT|-s=SIGQUIT|--signal=TTIN|--signal=QUIT|--signal=SIGQUIT",
        "Asks a process for a dump",
      ],
      [
        "change",
        "-HUP|-1|-SIGHUP|-USR1|-USR2|-SIGUSR1|-SIGUSR2|-10|-12|-WINCH|-CONT|-SIGCONT|-s=HUP|-s=SIGHUP|-s=USR1|-s=USR2|-s=CONT|--signal=HUP|--signal=USR1|--signal=USR2",
        "Sends a signal",
      ],
      ["danger", "", "Kills a process"],
    ],
  },
  { programs: "fuser", values: "-n", rules: [["danger", "-k|--kill", "Kills the processes of a file"]] },
  {
    programs: "dd",
    rules: [
      ["danger", "*of=/dev/*", "Overwrites a disk"],
      ["danger", "* of=/dev/*", "Overwrites a disk"],
      ["danger", "* * of=/dev/*", "Overwrites a disk"],
      ["danger", "if=/dev/null of=*", "Empties a file"],
      ["change", "", "Writes a file"],
    ],
  },
  {
    programs:
      "mkfs mkfs.ext2 mkfs.ext3 mkfs.ext4 mkfs.xfs mkfs.btrfs mkfs.vfat mke2fs mkswap blkdiscard wipefs sgdisk sfdisk",
    values: "-t -L -b -i -m",
    rules: [
      ["read", "-n|-l|--list|-p|--print|-d|--dump|-N"],
      ["danger", "", "Overwrites a disk"],
    ],
  },
  {
    programs: "fdisk parted gdisk cfdisk",
    rules: [
      ["read", "-l|--list"],
      ["read", "* print|unit"],
      ["read", "print"],
      ["danger", "", "Changes the partitions of a disk"],
    ],
  },
  {
    programs: "lvremove vgremove pvremove lvreduce vgreduce",
    values: "-L -l",
    rules: [["danger", "", "Removes or shrinks volumes"]],
  },
  {
    programs:
      "lvextend lvcreate lvresize lvrename lvchange vgextend vgcreate vgchange vgcfgrestore pvcreate pvresize pvmove pvchange growpart resize2fs xfs_growfs tune2fs e2label swapon mount cryptsetup losetup e2fsck fsck fstrim",
    values: "-L -l -n -t -o",
    rules: [
      ["read", "-n|--no-modify|-N"],
      [
        "danger",
        "luksFormat|luksErase|erase|luksKillSlot|luksRemoveKey|remove",
        "Overwrites an encrypted disk",
      ],
      ["change", "+", "Changes disks or volumes"],
      ["change", "-a|--all", "Changes disks or volumes"],
      ["read", ""],
    ],
  },
  {
    programs: "xfs_repair",
    values: "-l -r -t -m -o",
    rules: [
      ["read", "-n"],
      ["danger", "-L", "Throws the journal of a file system away"],
      ["change", "", "Repairs a file system"],
    ],
  },
  { programs: "umount swapoff", rules: [["disruption", "", "Takes a file system away"]] },
  {
    programs: "mdadm",
    rules: [
      [
        "danger",
        "--zero-superblock|--stop|-S|--fail|-f|--remove|-r|--create|-C",
        "Takes a disk out of an array",
      ],
      ["change", "--add|-a|--grow|-G|--assemble|-A|--re-add|--replace", "Changes an array"],
    ],
  },
  {
    programs: "zpool zfs btrfs gluster drbdadm multipath iscsiadm nvme hdparm sg_format tgtadm targetcli",
    values: "-o -t -m -T -p",
    rules: [
      [
        "danger",
        "destroy|offline|detach|labelclear|rollback|remove|export|format|sanitize|down|detach|invalidate|disconnect|secondary|clear",
        "Destroys or takes storage away",
      ],
      [
        "danger",
        "subvolume|device|volume|peer|snapshot|quota delete|remove|stop|detach|reset|remove-brick|restore|disable",
        "Destroys or takes storage away",
      ],
      ["danger", "-F|--logout|-u|--security-erase|--format", "Takes storage away"],
      ["read", "list|get|status|iostat|history|show|-l|-ll"],
      [
        "read",
        "filesystem|subvolume|device|volume|peer|scrub|balance|qgroup show|list|usage|df|info|status|stats",
      ],
      [
        "change",
        "create|set|snapshot|send|receive|recv|clone|promote|add|attach|replace|scrub|import|online|upgrade|mount|unmount|resize|inherit|rename|up|primary|adjust|connect|subvolume|device|volume|balance|filesystem|peer|trim|split",
        "Changes storage",
      ],
      ["change", "--login|-r|-w|-o", "Changes storage"],
    ],
  },
  {
    programs: "smartctl",
    values: "-d -t -s",
    rules: [["change", "-t|--test|-s", "Runs a test of a disk"]],
  },
  {
    programs: "truncate",
    values: "-s --size -r",
    rules: [["danger", "", "Cuts a file"]],
  },
  {
    programs: "cp",
    values: "-t --target-directory -S -m --mode",
    rules: [
      ["danger", "/dev/null +", "Empties a file"],
      ["danger", "--remove-destination", "Overwrites files"],
      ["change", "", "Changes files"],
    ],
  },
  {
    programs:
      "mv ln chmod chown chgrp chattr setfacl setcap touch mkdir tee install unzip gunzip gzip bzip2 bunzip2 xz zstd patch split mkfifo mktemp restorecon chcon semanage setsebool setenforce",
    values: "-t --target-directory -S -m --mode -o -g",
    rules: [
      ["danger", "--remove-destination", "Overwrites files"],
      ["disruption", "0|Permissive", "Disables a guard"],
      ["change", "", "Changes files"],
    ],
  },
  {
    programs: "rsync",
    values:
      "-e --rsh --exclude --include --exclude-from --include-from --files-from --bwlimit --rsync-path --log-file --password-file --port",
    rules: [
      ["read", "-n|--list-only"],
      [
        "danger",
        "--delete|--delete-after|--delete-before|--delete-during|--delete-excluded|--del|--remove-source-files",
        "Copies files and deletes others",
      ],
      ["change", "", "Copies files"],
    ],
  },
  {
    programs: "scp sftp ssh-copy-id",
    values: "-i -P -p -o -F -c -l -J",
    rules: [["change", "+", "Copies files"]],
  },
  {
    programs: "tar bsdtar",
    values: "-f --file -C --directory -T -X --exclude",
    rules: [
      ["read", "-t|--list"],
      ["read", "t*"],
      ["danger", "--remove-files", "Archives and deletes files"],
      ["change", "", "Packs or unpacks files"],
    ],
  },
  {
    programs: "sed perl gsed",
    values: "-e --expression -f -E",
    rules: [["change", "-i|--in-place", "Changes files in place"]],
  },
  { programs: "vi vim nano emacs code visudo vipw ed", rules: [["change", "", "Edits files"]] },
  {
    programs: "crontab",
    values: "-u",
    rules: [
      ["danger", "-r", "Removes all scheduled jobs of a user"],
      ["read", "-l"],
      ["change", "", "Changes scheduled jobs"],
    ],
  },
  { programs: "atrm", rules: [["danger", "", "Removes a scheduled job"]] },
  { programs: "userdel groupdel deluser delgroup", rules: [["danger", "", "Deletes an account"]] },
  {
    programs: "useradd usermod groupadd groupmod adduser addgroup gpasswd passwd chage chpasswd pwconv vigr",
    values: "-s -g -G -d -u -c -a -e -p -E -M",
    rules: [
      ["read", "-S|--status|-l"],
      ["danger", "-d", "Removes a password or a member"],
      ["disruption", "-L|--lock|-e=1|--expiredate=1|-E=0", "Locks an account"],
      ["change", "", "Changes an account"],
    ],
  },
  {
    programs: "sysctl",
    values: "-f",
    rules: [
      ["change", "-w|-p|--write|--system|--load", "Changes kernel settings"],
      ["change", "*=*", "Changes kernel settings"],
    ],
  },
  {
    programs: "modprobe insmod rmmod depmod",
    rules: [
      ["danger", "-r|--remove", "Unloads a kernel module"],
      ["change", "", "Changes kernel modules"],
    ],
  },
  {
    programs: "hostnamectl timedatectl localectl loginctl",
    rules: [
      ["danger", "terminate-*|kill-*", "Ends sessions"],
      ["disruption", "set-ntp false|0|no", "Disables the clock's synchronisation"],
      ["change", "set-*|hostname|enable-linger|disable-linger|lock-*", "Changes settings of the machine"],
    ],
  },
  {
    programs: "journalctl",
    values:
      "-u --unit -n --lines -S --since -U --until -p --priority -t -o -g --vacuum-size --vacuum-time --vacuum-files",
    rules: [
      ["danger", "--vacuum-size|--vacuum-time|--vacuum-files", "Deletes old logs"],
      ["change", "--rotate|--flush|--sync", "Rotates the logs"],
    ],
  },
  {
    programs: "logrotate",
    values: "-s",
    rules: [
      ["read", "-d|--debug"],
      ["change", "", "Rotates logs"],
    ],
  },
  { programs: "dmesg", rules: [["danger", "-c|-C|--clear|--read-clear", "Clears the kernel's log"]] },
  {
    programs: "conntrack",
    values: "-s -d -p",
    rules: [["danger", "-D|-F|--delete|--flush", "Drops connections"]],
  },
  {
    programs: "tmux screen",
    values: "-S -t",
    rules: [["danger", "kill-session|kill-server|kill-window|kill-pane", "Ends a session"]],
  },
  {
    programs:
      "update-ca-certificates ldconfig update-grub grub2-mkconfig dracut update-initramfs sync dpkg-reconfigure update-alternatives alternatives systemd-tmpfiles restorecond authselect",
    rules: [["change", "", "Changes the machine"]],
  },
];
