/** Crockford's alphabet: no I, L, O, U, so that nothing reads as something else on paper or by telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const digits = 10;

/** 64-bit FNV-1a: spreads the id over the whole number, so that two people who submit in one second differ at once. */
function hash(text: string): bigint {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  }
  return value;
}

/** Luhn's sum over 32 digits: finds every single wrong digit and nearly every swap of two neighbours. */
function checkDigit(body: string): string {
  let sum = 0;
  [...body].reverse().forEach((sign, index) => {
    const value = alphabet.indexOf(sign) * (index % 2 === 0 ? 2 : 1);
    sum += Math.floor(value / 32) + (value % 32);
  });
  return alphabet.charAt((32 - (sum % 32)) % 32);
}

/**
 * The number that a person can quote for a submission: `2026-7K3M9-QX2TD-5`. Derived from the command's id and
 * the instant alone, so that whoever applies the command again comes to the same number.
 */
export function receiptNumber(commandId: string, at: string): string {
  let rest = hash(commandId);
  let body = '';
  for (let index = 0; index < digits; index += 1) {
    body += alphabet.charAt(Number(rest & 31n));
    rest >>= 5n;
  }
  const year = at.slice(0, 4);
  return `${year}-${body.slice(0, 5)}-${body.slice(5)}-${checkDigit(year + body)}`;
}

/** Reads a receipt number as people type it (lower case, without hyphens, O for 0); undefined where the check digit is wrong. */
export function readReceiptNumber(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const match = /^(\d{4})([0-9A-HJKMNP-TV-Z]{5})([0-9A-HJKMNP-TV-Z]{5})([0-9A-HJKMNP-TV-Z])$/.exec(plain);
  if (!match) return undefined;
  const [, year = '', first = '', second = '', check] = match;
  return checkDigit(year + first + second) === check ? `${year}-${first}-${second}-${check}` : undefined;
}
