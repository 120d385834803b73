// Owns the file that comes of following the introduction: what is typed in both doors, and loaded where there is a kernel.

/** A small server's first firewall. */
export const INTRODUCTION_FILE = `*filter
# Here are our rules
:INPUT DROP [0:0]
:FORWARD DROP [0:0]
:OUTPUT DROP [0:0]
# Connections that were let through go on, with all that belongs to them.
-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
-A OUTPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
# The machine may talk to itself.
-A INPUT -i lo -j ACCEPT
-A OUTPUT -o lo -j ACCEPT
# What no rule accepted is logged, at most five lines a minute, and then dropped by the policy.
# HTTP and HTTPS
-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT
-A INPUT -p tcp -m tcp --dport 443 -j ACCEPT
-A OUTPUT -p tcp -m tcp --dport 80 -j ACCEPT
-A OUTPUT -p tcp -m tcp --dport 443 -j ACCEPT
# SSH
-A INPUT -s 12.34.56.78 -p tcp -m tcp --dport 22 -j ACCEPT
-A OUTPUT -p tcp -m tcp --dport 22 -j ACCEPT
-A OUTPUT -p udp -m udp --dport 53 -j ACCEPT
-A INPUT -p udp -m udp --dport domain -j ACCEPT
# FTP server
-A INPUT -p tcp -m tcp --dport 21 -j ACCEPT
# rsync client
-A OUTPUT -p tcp -m tcp --dport 873 -j ACCEPT
# Git
-A OUTPUT -p tcp -m tcp --dport 9418 -j ACCEPT
-A INPUT -p icmp -j ACCEPT
-A INPUT -m limit --limit 5/min -j LOG --log-prefix "iptables denied: " --log-level 7
-A OUTPUT -p icmp -j ACCEPT
-A OUTPUT -m limit --limit 5/min -j LOG --log-prefix "iptables denied out: " --log-level 7
COMMIT
`;
