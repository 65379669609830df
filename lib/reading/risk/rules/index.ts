import { compileFamilies } from "../family";
import { wordList } from "../word-list";
import { CLOUDS } from "./clouds";
import { CODE } from "./code";
import { CONTAINERS } from "./containers";
import { COORDINATION } from "./coordination";
import { DATABASES } from "./databases";
import { DELIVERY } from "./delivery";
import { INFRASTRUCTURE } from "./infrastructure";
import { KUBERNETES } from "./kubernetes";
import { MACHINE } from "./machine";
import { MESSAGING } from "./messaging";
import { NETWORK } from "./network";
import { PACKAGES } from "./packages";
import { SERVICES } from "./services";
import { WINDOWS } from "./windows";

/** What is known of programs, by their names. */
export const FAMILIES = compileFamilies([
  ...KUBERNETES,
  ...DELIVERY,
  ...CONTAINERS,
  ...INFRASTRUCTURE,
  ...CLOUDS,
  ...DATABASES,
  ...MESSAGING,
  ...COORDINATION,
  ...CODE,
  ...PACKAGES,
  ...SERVICES,
  ...NETWORK,
  ...MACHINE,
  ...WINDOWS,
]);

/** Programs that only look, filter or print: their arguments are never subcommands. */
export const READERS: ReadonlySet<string> = new Set(
  wordList(`
  grep egrep fgrep zgrep rg ag ack echo printf cat tac zcat less more head tail awk gawk cut sort uniq wc tr diff cmp comm
  join paste column fold rev nl base64 md5sum sha1sum sha256sum sha512sum shasum xxd hexdump od strings envsubst date
  cal bc expr jq yq xq ls ll la dir cd pwd pushd popd tree stat file locate which whereis type du df lsblk blkid man
  test [ [[ read export set unset source . alias declare local readonly true false exit return break continue wait
  sleep seq yes for case select history for function ps top htop atop iotop iftop pgrep pidof lsof strace ltrace perf
  vmstat iostat mpstat sar free uptime uname hostname id who whoami w last lscpu lspci lsmod netstat ss ping ping6
  traceroute tracepath mtr dig nslookup host whois arp arping nmap tcpdump tshark stern kubectx kubens k9s pg_dump
  pg_dumpall pg_isready mysqldump mongodump mongoexport pg_controldata lvs vgs pvs lvdisplay vgdisplay pvdisplay
  multitail glances nethogs ldapsearch getent groups printenv pbcopy xclip open xdg-open screenfetch
  logger notify-send say trap ulimit times hash jobs fg bg disown
  `),
);
