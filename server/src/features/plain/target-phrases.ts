// What targets do, as phrases before the packets, and what their options add behind them.

import { type Phrases, tail } from './phrase.ts';

interface TargetPhrase {
  /** Before the packets: "rejects". */
  readonly does: string;
  /** Of its options; one that is not here is told by its words and the vocabulary's summary. */
  readonly options?: Phrases;
}

/** By name. A target that is not here is told by its name and the vocabulary's summary. */
export const TARGET_PHRASES: Readonly<Record<string, TargetPhrase>> = {
  ACCEPT: { does: 'accepts' },
  DROP: { does: 'drops' },
  QUEUE: { does: 'hands to a program' },
  RETURN: { does: 'goes back to the calling chain with' },
  DNAT: {
    does: 'changes the destination of',
    options: { '--to-destination': tail('the new one being {0}'), '--random': tail('with random ports') },
  },
  LOG: {
    does: 'logs',
    options: {
      '--log-prefix': tail('with the text {0} in front'),
      '--log-level': tail('at the level {0}'),
      '--log-uid': tail('with the user id'),
    },
  },
  MARK: { does: 'marks', options: { '--set-mark': tail('with the mark {0}') } },
  MASQUERADE: {
    does: 'gives the address of the outgoing interface to',
    options: { '--to-ports': tail('with {0} as source'), '--random': tail('with random ports') },
  },
  NFLOG: {
    does: 'sends to a logging program',
    options: { '--nflog-group': tail('in the group {0}'), '--nflog-prefix': tail('with the text {0} in front') },
  },
  NFQUEUE: { does: 'hands to a program', options: { '--queue-num': tail('by the queue {0}') } },
  NOTRACK: { does: 'exempts from connection tracking' },
  REDIRECT: { does: 'sends to this machine', options: { '--to-ports': tail('to port {0}') } },
  REJECT: { does: 'rejects', options: { '--reject-with': tail('answering with {0}') } },
  SNAT: {
    does: 'changes the source of',
    options: { '--to-source': tail('the new one being {0}'), '--random': tail('with random ports') },
  },
  TRACE: { does: 'traces through the rules' },
};
