// -m time: the clock and the calendar.

import type { Extension } from '../schema.ts';

export const time: Extension = {
  kind: 'match',
  name: 'time',
  families: [4, 6],
  summary: 'Matches at certain times of day, weekdays, days of the month or between two dates.',
  detail: 'All times are UTC unless `--kerneltz` is given. Everything that is given must hold at once.',
  hangsOn: 'state',
  options: [
    {
      name: '--datestart',
      values: [{ kind: 'date-time' }],
      summary: 'Matches from this moment on.',
      detail: '`2030`, `2030-06`, `2030-06-15`, `2030-06-15T12`, `...T12:30` and `...T12:30:00` are all taken.',
      default: '1970-01-01',
    },
    {
      name: '--datestop',
      values: [{ kind: 'date-time' }],
      summary: 'Matches up to this moment.',
      default: '2038-01-19T03:14:07',
    },
    {
      name: '--timestart',
      values: [{ kind: 'time-of-day' }],
      summary: 'The time of day from which on it matches.',
      detail: 'Later than `--timestop`: the time wraps round midnight.',
      default: '00:00:00',
    },
    {
      name: '--timestop',
      values: [{ kind: 'time-of-day' }],
      summary: 'The time of day up to which it matches.',
      default: '23:59:59',
    },
    {
      name: '--contiguous',
      values: [],
      summary: 'A time that wraps round midnight is one stretch, which belongs to the day on which it begins.',
      detail:
        'With `--weekdays Mon --timestart 23:00 --timestop 01:00` it is Monday 23:00 to Tuesday 01:00; without, Monday 0:00 to 1:00 and 23:00 to 24:00. ' +
        'Only where `--timestart` is not before `--timestop`.',
    },
    {
      name: '--monthdays',
      values: [{ kind: 'irregular', syntax: 'days from 1 to 31 with commas between' }],
      negatable: true,
      summary: 'The days of the month: one of a list.',
      detail: 'No ranges: `1,2,3`, not `1-3`. A day that a month does not have never comes.',
      default: 'every day',
    },
    {
      name: '--weekdays',
      values: [{ kind: 'irregular', syntax: 'Mon, Tue, Wed, Thu, Fri, Sat, Sun or 1 to 7, with commas between' }],
      negatable: true,
      summary: 'The days of the week: one of a list.',
      detail: '1 is Monday. Only the first two letters of a name are read, so `Mon-Fri` loads and only means Monday.',
      default: 'every day',
    },
    {
      name: '--kerneltz',
      values: [],
      excludes: ['--utc'],
      summary: "Reads the times in the kernel's time zone instead of UTC.",
      detail: 'That zone is set once at start and does not follow daylight saving time.',
    },
    {
      name: '--utc',
      values: [],
      excludes: ['--localtz', '--kerneltz'],
      summary: 'The times are UTC, which they are anyway.',
    },
    {
      name: '--localtz',
      values: [],
      excludes: ['--utc'],
      summary: 'The older name of `--kerneltz`; it loads with a warning.',
    },
  ],
  examples: [
    {
      table: 'filter',
      rule: '-A FORWARD -m time --timestart 08:00 --timestop 17:30 --weekdays Mon,Tue,Wed,Thu,Fri -j ACCEPT',
    },
    {
      table: 'filter',
      rule: '-A INPUT -m time --timestart 23:00 --timestop 01:00 --contiguous --weekdays Sat -j DROP',
    },
    { table: 'filter', rule: '-A OUTPUT -m time --datestart 2030-01-01T00:00:00 --datestop 2030-02-01 -j REJECT' },
    { table: 'filter', rule: '-A INPUT -m time ! --monthdays 1,15 -j DROP' },
    { table: 'filter', rule: '-A FORWARD -m time --timestart 22:00 --timestop 06:00 --kerneltz -j DROP' },
    { table: 'filter', rule: '-A FORWARD -m time --weekdays Sat,Sun --utc -j DROP' },
  ],
  source: 'iptables-extensions(8), time; libxt_time, by running 1.8.9 and 1.8.11',
};
