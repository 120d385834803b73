// The shell script that takes a firewall down without cutting the connection it is run over.

const SCRIPT = String.raw`#!/bin/sh
# Takes down all iptables rules of this machine, IPv4 and IPv6, and leaves it open.
#
# The order matters. The policies become ACCEPT first, in every table, and only then the rules go: whoever flushes
# under a policy of DROP removes the rule that lets the own SSH session in, and the policy cuts it.
#
# Run as root:   sh reset.sh
# Other tools:   sh reset.sh iptables-legacy ip6tables-legacy iptables-nft ip6tables-nft
#
# It changes what the kernel has loaded now, not the files that are loaded at boot. Docker, fail2ban and the like put
# their rules back only when they are restarted.

tables='filter nat mangle raw security'

if [ "$(id -u)" -ne 0 ]; then
  echo 'Only root may change the firewall: run this script with sudo.' >&2
  exit 1
fi

[ "$#" -gt 0 ] || set -- iptables ip6tables
for tool in "$@"; do
  if ! command -v "$tool" >/dev/null 2>&1; then
    echo "$tool is not here: install the package iptables, or name the tools to use." >&2
    exit 1
  fi
done

# The built-in chains of a table, read from the kernel. Says nothing for a table that the kernel does not have.
chains() {
  "$1" -w -t "$2" -S 2>/dev/null | sed -n 's/^-P \([A-Z]*\) .*/\1/p'
}

# First every policy. If one cannot be set, nothing is flushed.
for tool in "$@"; do
  for table in $tables; do
    for chain in $(chains "$tool" "$table"); do
      if ! "$tool" -w -t "$table" -P "$chain" ACCEPT; then
        echo "$tool: the policy of $chain in $table stays as it is. Nothing was flushed." >&2
        exit 1
      fi
    done
  done
done

# Then the rules, the chains that users made, and the counters.
status=0
for tool in "$@"; do
  for table in $tables; do
    if [ -z "$(chains "$tool" "$table")" ]; then
      echo "$tool: no table $table, left out."
      continue
    fi
    "$tool" -w -t "$table" -F && "$tool" -w -t "$table" -X && "$tool" -w -t "$table" -Z || {
      echo "$tool: table $table could not be emptied." >&2
      status=1
    }
  done
done

[ "$status" -eq 0 ] && echo 'All policies are ACCEPT and all rules are gone: this machine is open.'
exit "$status"
`;

/**
 * A POSIX shell script for both families and all tables: policies to ACCEPT, then flush, delete, zero. It takes the
 * names of the tools as arguments, `iptables ip6tables` without any, and exits with 1 where something went wrong.
 */
export function safeResetScript(): string {
  return SCRIPT;
}
