// Owns odd ways to write what a kind of value takes: other bases, short addresses, odd masks, blanks and signs.
import type { Random } from '../fuzz/random.ts';

/** The same text with some of its numbers written in another base, with a sign, a blank or zeros before them. */
export function otherwise(text: string, random: Random): string {
  return text.replace(/(?<![\da-fx])\d{1,20}(?![\da-fx])/gi, (digits) => {
    const number = BigInt(digits);
    return random.pick([
      digits,
      digits,
      `0x${number.toString(16)}`,
      `0X${number.toString(16).toUpperCase()}`,
      `0${number.toString(8)}`,
      `00${digits}`,
      `+${digits}`,
      ` ${digits}`,
      `-${digits}`,
      String(number + 65536n),
      String(number + 2n ** 32n),
    ]);
  });
}

/** An IPv4 address of one to four numbers in any base. */
export function shortV4(random: Random): string {
  const number = random.int(0, 0xffffffff);
  const roll = random.int(0, 9);
  if (roll === 0) return random.pick([String(number), `0x${number.toString(16)}`, `0${number.toString(8)}`]);
  if (roll === 1) return `::ffff:10.${random.int(0, 255)}.0.1`;
  const parts = random.list(1, 4, '.', () => String(random.pick([0, 1, 8, 10, 127, 255, random.int(0, 255)])));
  return random.chance(0.5) ? otherwise(parts, random) : parts;
}

/** A mask as people write it and as they should not. */
export function oddMask(random: Random): string {
  const length = random.int(0, 32);
  const octet = () => String(random.pick([0, 255, 255, 254, 128, 15, random.int(0, 255)]));
  return random.pick([
    String(length),
    `0${length.toString(8)}`,
    `0x${length.toString(16)}`,
    `+${length}`,
    random.list(4, 4, '.', octet),
    random.list(1, 4, '.', octet),
    '255.255.255.0',
    '0.0.0.0',
    '0.0.0.255',
    '0xff.0.0.0',
  ]);
}

/** A list for -s: short addresses, odd masks, blanks. */
export function networksV4(random: Random): string {
  const one = () => {
    const address = random.chance(0.05) ? 'anything' : shortV4(random);
    const mask = address === 'anything' ? random.pick(['0', '0.0.0.0', '00']) : oddMask(random);
    return `${random.chance(0.1) ? ' ' : ''}${address}${random.chance(0.6) || address === 'anything' ? `/${mask}` : ''}`;
  };
  return random.list(1, random.chance(0.2) ? 4 : 1, ',', one);
}

/** A network of an extension: one address with one mask. */
export function networkV4(random: Random): string {
  return `${shortV4(random)}${random.chance(0.6) ? `/${oddMask(random)}` : ''}`;
}

/** An IPv6 network with a length or a mask, which may have holes. */
export function networkV6(random: Random): string {
  const group = () => random.pick(['0', 'ffff', random.int(0, 0xffff).toString(16)]);
  const address = () =>
    random.pick([
      random.list(8, 8, ':', group),
      `${random.list(1, 6, ':', group)}::`,
      `::${random.list(1, 6, ':', group)}`,
      `${random.list(1, 3, ':', group)}::${random.list(1, 3, ':', group)}`,
      `::ffff:10.0.0.${random.int(0, 255)}`,
      '::',
    ]);
  const mask = random.pick([
    String(random.int(0, 128)),
    `0${random.int(0, 128).toString(8)}`,
    address(),
    'ffff:ffff::',
  ]);
  return random.chance(0.7) ? `${address()}/${mask}` : address();
}

/** Two short addresses with a hyphen. */
export function rangeV4(random: Random): string {
  return random.chance(0.2) ? shortV4(random) : `${shortV4(random)}-${shortV4(random)}`;
}
