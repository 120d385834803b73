// Owns made-up times of day and dates.
import type { Random } from '../random.ts';

const two = (number: number): string => String(number).padStart(2, '0');

export function timeOfDay(random: Random): string {
  const roll = random.int(0, 19);
  if (roll === 0)
    return random.pick([
      '24:00',
      '23:60',
      '1:2',
      '12',
      '12:',
      ':30',
      '12:00:60',
      '12:00:00:00',
      '-1:00',
      '012:00',
      '',
      '12.30',
      '12:0x1',
      '123:00',
      '12:00pm',
      '23:59:59',
      '00:00',
    ]);
  const short = `${two(random.int(0, 23))}:${two(random.int(0, 59))}`;
  return random.chance(0.4) ? `${short}:${two(random.int(0, 59))}` : short;
}

export function dateTime(random: Random): string {
  const roll = random.int(0, 14);
  if (roll === 0)
    return random.pick([
      '1969',
      '2039',
      '2038-01-19T03:14:08',
      '2024-13',
      '2024-00',
      '2024-02-30',
      '2024-1-1',
      '2024-01-01T',
      '2024-01-01 10:00',
      '2024/01/01',
      '20240101',
      '',
      '2024-01-32',
      '2024-01-01T25',
      '2024-01-01T10:00:00Z',
      '1970',
      '2038',
      '99-01-01',
    ]);
  const parts = [
    String(random.int(1970, 2037)),
    `-${two(random.int(1, 12))}`,
    `-${two(random.int(1, 28))}`,
    `T${two(random.int(0, 23))}`,
    `:${two(random.int(0, 59))}`,
    `:${two(random.int(0, 59))}`,
  ];
  return parts.slice(0, random.int(1, 6)).join('');
}
