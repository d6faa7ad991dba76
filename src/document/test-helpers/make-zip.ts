import { deflateRawSync, crc32 as zlibCrc } from 'node:zlib';

/** A file of an archive; what its headers say can be other than what it is. */
export interface ZipPart {
  name: string;
  data: string | Uint8Array;
  stored?: boolean;
  /** Lies about the size after unpacking, the checksum, the encryption. */
  says?: { size?: number; crc?: number; flags?: number; method?: number };
  /** Sizes stand behind the name, in 64 bits, as some programs always write them. */
  wide?: boolean;
}

/** A ZIP archive of these parts. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const packed = part.stored ? data : deflateRawSync(data, { level: 9 });
    const name = Buffer.from(part.name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(part.says?.flags ?? 0, 2);
    head.writeUInt16LE(part.says?.method ?? (part.stored ? 0 : 8), 4);
    head.writeUInt32LE(part.says?.crc ?? zlibCrc(data), 10);
    head.writeUInt32LE(part.wide ? 0xffffffff : packed.length, 14);
    head.writeUInt32LE(part.wide ? 0xffffffff : (part.says?.size ?? data.length), 18);
    head.writeUInt16LE(name.length, 22);
    const extra = part.wide ? wideSizes(data.length, packed.length) : Buffer.alloc(0);
    local.push(sign(0x04034b50), head, name, packed);
    head.writeUInt16LE(0, 24);
    const entry = Buffer.concat([
      sign(0x02014b50),
      Buffer.from([20, 0]),
      head.subarray(0, 24),
      Buffer.alloc(16),
      name,
      extra,
    ]);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(at, 42);
    directory.push(entry);
    at += 30 + name.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...local, entries, sign(0x06054b50), end]));
}

function sign(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function wideSizes(size: number, packed: number): Buffer {
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(packed), 12);
  return extra;
}
