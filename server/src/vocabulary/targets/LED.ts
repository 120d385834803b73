// -j LED: a light that blinks with the packets.

import type { Extension } from '../schema.ts';

export const LED: Extension = {
  kind: 'target',
  name: 'LED',
  families: [4, 6],
  summary: 'Makes a light of the machine flash with each packet; the packet goes on to the next rule.',
  detail: 'Tie a light to it with `echo netfilter-ssh > /sys/class/leds/<light>/trigger`, for the trigger id `ssh`.',
  options: [
    {
      name: '--led-trigger-id',
      values: [{ kind: 'text', what: "a trigger's name", maxBytes: 16 }],
      required: true,
      summary: 'The name of the trigger, to which the kernel prefixes `netfilter-`.',
    },
    {
      name: '--led-delay',
      values: [{ kind: 'irregular', syntax: 'milliseconds from 0 to 4294967295, or inf' }],
      summary: 'How long the light stays on after a packet; `inf` leaves it on for ever.',
      default: '0, a flash',
    },
    {
      name: '--led-always-blink',
      values: [],
      summary: 'Turns the light off for a moment when a packet comes while it is on, so that it is seen.',
    },
  ],
  needs: 'A kernel with LED triggers.',
  examples: [
    { table: 'filter', rule: '-A INPUT -p tcp -m tcp --dport 22 -j LED --led-trigger-id ssh --led-delay 1000' },
    { table: 'filter', rule: '-A INPUT -i eth0 -j LED --led-trigger-id eth0 --led-delay inf --led-always-blink' },
  ],
  source: 'iptables-extensions(8), LED; libxt_LED, by running 1.8.9 and 1.8.11 with --test',
};
