import type { FamilyTable } from "../family";

/** Addresses, routes, firewalls and certificates. */
export const NETWORK: readonly FamilyTable[] = [
  {
    programs: "iptables ip6tables ebtables arptables iptables-legacy iptables-nft",
    values: "-t --table -p -s -d -i -o -j --dport --sport -m --comment --state",
    scope: { "in table": "-t --table" },
    rules: [
      ["danger", "-F|--flush|-X|--delete-chain|-D|--delete|-Z", "Removes network rules"],
      ["disruption", "-P|--policy|-R|--replace", "Changes what the network lets through"],
      ["change", "-A|--append|-I|--insert|-N|--new-chain", "Adds network rules"],
    ],
  },
  {
    programs:
      "nft ipset ufw firewall-cmd tc ipvsadm csf fail2ban-client pfctl bridge ovs-vsctl ovn-nbctl nmcli ip ifconfig route ethtool wg brctl netplan networkctl calicoctl wg-quick",
    values: "-n -t -s --zone --timeout -r",
    rules: [
      ["danger", "flush|reset|destroy|delete|del|remove|-F|down", "Removes network settings"],
      ["danger", "* flush|delete|del|destroy|down|remove|unbanip", "Removes network settings"],
      ["danger", "* * down", "Takes a network interface down"],
      ["danger", "link|addr|address|route|rule|neigh|netns|a|r set * down", "Takes a network interface down"],
      ["danger", "link|l set down", "Takes a network interface down"],
      ["danger", "link|l set dev * down", "Takes a network interface down"],
      ["danger", "--flush|-F|-X|-D|-C|--remove-rule|--del-br|--if-exists", "Removes network settings"],
      ["danger", "del-*|destroy-*|ls-del|lsp-del", "Removes network settings"],
      ["disruption", "disable|stop|--panic-on|disconnect|-d", "Disables a network guard"],
      ["disruption", "* disconnect|off", "Takes a network connection down"],
      ["read", "show|list|status|-l|-L|--list-all|--state|get|dump|-s|monitor"],
      [
        "change",
        "* add|set|replace|change|append|modify|up|reload|prepend|save|restore|banip",
        "Changes network settings",
      ],
      [
        "change",
        "add|set|replace|change|allow|deny|limit|reject|enable|insert|create|reload|apply|up|start|restart|default|route|save|restore|patch|try|set-*|add-*|-A|-E|-a|--reload|--add-*|--remove-*",
        "Changes network settings",
      ],
      [
        "change",
        "--reload|--complete-reload|--add-port|--add-service|--remove-port|--remove-service|--add-rich-rule|--remove-rich-rule|--runtime-to-permanent|-f|-A|-K|-G|-s",
        "Changes network settings",
      ],
    ],
  },
  { programs: "ifdown", rules: [["danger", "", "Takes a network interface down"]] },
  { programs: "ifup dhclient", rules: [["change", "", "Changes network settings"]] },
  {
    programs: "certbot acme.sh lego step cfssl easyrsa",
    values: "any -d -w -m",
    switches:
      "--force --force-renewal --non-interactive --agree-tos --webroot --standalone --nginx --apache -n --renew --revoke --issue --remove",
    names: "--cert-name --domain -d",
    rules: [
      ["read", "certificates|show_account|plugins|--list"],
      ["read", "certificate inspect|verify|lint"],
      ["danger", "delete|unregister|--remove", "Deletes a certificate"],
      ["danger", "revoke|--revoke", "Revokes a certificate"],
      ["danger", "ca revoke", "Revokes a certificate"],
      ["danger", "--revoke|--remove", "Revokes or deletes a certificate"],
      ["disruption", "renew|--renew|--force-renewal|--renew-all", "Renews certificates"],
      ["disruption", "ca renew|rekey", "Renews a certificate"],
      ["disruption", "--renew|--force-renewal", "Renews certificates"],
      [
        "change",
        "certonly|run|install|register|--issue|ca|certificate|crypto|gencert|sign|build-*|init-pki|gen-*|enhance|rollback|update_symlinks",
        "Makes or changes certificates",
      ],
      ["change", "--issue", "Makes certificates"],
    ],
  },
  {
    programs: "openssl",
    values: "-in -out -key -config -days -subj -CA -CAkey -keyout -connect -servername -extfile -cert",
    rules: [
      ["read", "s_client|x509|verify|rand|version|enc|dgst|pkcs12|crl|ciphers|ocsp|speed"],
      ["danger", "ca -revoke", "Revokes a certificate"],
      ["change", "req|genrsa|genpkey|ecparam|ca|rsa|dhparam", "Makes or changes keys"],
    ],
  },
  {
    programs: "ssh-keygen keytool gpg gpg2 ssh-add sops age-keygen git-crypt",
    values: "-f -t -b -C -N -alias -keystore -storepass -u -r -file -H",
    rules: [
      [
        "danger",
        "-R|-delete|--delete-keys|--delete-secret-keys|--delete-key|--delete-secret-key|-D|--delete-secret-and-public-key",
        "Removes keys",
      ],
      [
        "read",
        "-l|-lf|-y|-list|-printcert|-E|--list-keys|--list-secret-keys|-k|-K|-L|-F|--decrypt|-d|--verify|--export|-exportcert|--fingerprint|--print-md",
      ],
      ["disruption", "rotate|-r|updatekeys", "Rotates keys"],
      ["change", "", "Makes or changes keys"],
    ],
  },
  { programs: "telnet nc ncat netcat socat", rules: [] },
  {
    programs: "nsupdate rndc-confgen pdnsutil",
    rules: [
      ["danger", "delete-*|remove-*|unset-*", "Removes names"],
      ["read", "list-*|show-*|check-*"],
      ["change", "", "Changes names"],
    ],
  },
  {
    programs: "ldapdelete",
    values: "-H -D -w -y",
    rules: [["danger", "", "Deletes entries of the directory"]],
  },
  {
    programs: "ldapmodify ldapadd ldappasswd ldapmodrdn",
    values: "any -H -D -w -b -f -y -x",
    rules: [["change", "", "Changes the directory"]],
  },
  {
    programs: "ipa samba-tool kadmin kadmin.local",
    values: "-q -p -w -r -U",
    rules: [
      ["danger", "*-del|*-remove|*-disable|delete_*|delprinc", "Removes from the directory"],
      ["danger", "user|group|computer|dns delete|disable|removemembers", "Removes from the directory"],
      ["disruption", "cpw|change_password|*-mod|passwd", "Changes an account"],
      ["read", "*-find|*-show|list_*|get_*|listprincs|getprinc"],
      ["change", "*-add*|user|group|addprinc|ktadd|modprinc|*-enable|*-unlock", "Changes the directory"],
    ],
  },
];
