# bash completion for iptables-lint
_iptables_lint() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} options values=
  # bash makes words of "--name=value" at the "=".
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  COMPREPLY=()
  case ${COMP_WORDS[1]} in
    trace)
      options='--in --from-here --src --dst --to-here --proto --sport --dport --state --flags --icmp-type --icmp-code --ttl --tos --mark --length --mac-src --pkttype --uid --gid --ctdir --packets --format --address --route --path --out --family --backend --help --version'
      case $prev in
        --packets) values='-' ;;
        --format) values='json text' ;;
        --family) values='4 6 auto' ;;
        --backend) values='both nft legacy' ;;
        --in | --src | --dst | --proto | --sport | --dport | --state | --flags | --icmp-type | --icmp-code | --ttl | --tos | --mark | --length | --mac-src | --pkttype | --uid | --gid | --ctdir | --address | --route | --path | --out)
          compopt +o default 2>/dev/null
          return
          ;;
      esac
      ;;
    explain)
      options='--format --family --backend --help --version'
      case $prev in
        --format) values='text markdown json' ;;
        --family) values='4 6 auto' ;;
        --backend) values='both nft legacy' ;;
      esac
      ;;
    *)
      options='--no-ignore --family --backend --iptables-version --extensions --template --fragment --stdin-filename --management-port --management-from --config --no-config --no-inline-config --fix --diff --unsafe --format --jobs --quiet --write-known --known --watch --max-warnings --list-rules --completions --explain --help --version'
      case $prev in
        --family) values='4 6 auto' ;;
        --backend) values='both nft legacy' ;;
        --format) values='text json sarif github gitlab junit checkstyle' ;;
        --completions) values='bash zsh fish' ;;
        --explain) values=$("${COMP_WORDS[0]}" --list-rules 2>/dev/null | cut -d ' ' -f 1) ;;
        --iptables-version | --extensions | --management-port | --management-from | --jobs | --max-warnings)
          compopt +o default 2>/dev/null
          return
          ;;
        --stdin-filename | --config | --write-known | --known) return ;;
      esac
      ((COMP_CWORD > 1)) || options+=' trace explain'
      ;;
  esac
  if [[ -n $values ]]; then
    COMPREPLY=($(compgen -W "$values" -- "$cur"))
  elif [[ $cur == -* || $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
  fi
}
complete -o default -F _iptables_lint iptables-lint
