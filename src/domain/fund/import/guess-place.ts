import type { PartyDraft } from '../entry.schema.js';
import type { EntryDraft } from '../posting.schema.js';
import { plainWords } from './words.js';

type Account = EntryDraft['account'];

/** Where money lies by the words of a cell: "Tiền mặt", "TGNH", "CK", "1121". Undefined for words that say nothing. */
export function accountOf(text: string): Account | undefined {
  const words = plainWords(text);
  if (/^(tm|cash|111\d*)$|tien mat/.test(words)) return 'cash';
  if (/^(ck|tgnh|nh|bank|112\d*)$|chuyen khoan|tien gui|ngan hang|kho bac/.test(words)) return 'bank';
  return /^hv$|hien vat/.test(words) ? 'kind' : undefined;
}

/** Cash brought to the bank, or fetched from there, is neither received nor paid: which way it goes by its words. */
export function moveOf(purpose: string): { account: 'cash' | 'bank'; to: 'cash' | 'bank' } | undefined {
  const words = plainWords(purpose);
  if (/\brut (tien|tien mat|tien gui|tgnh)\b|\b(nhap|ve) quy tien mat\b/.test(words))
    return { account: 'bank', to: 'cash' };
  if (/\b(gui|nop) tien( mat)? vao (ngan hang|tai khoan|tk|kho bac)\b/.test(words))
    return { account: 'cash', to: 'bank' };
  return undefined;
}

/** Which side a cell names: "Thu", "PC", "Phiếu chi". */
export function kindOf(text: string): 'receipt' | 'payment' | undefined {
  const words = plainWords(text);
  if (/^(thu|pt|t|phieu thu|khoan thu|nop|receipt|in)$/.test(words)) return 'receipt';
  return /^(chi|pc|c|phieu chi|khoan chi|payment|out)$/.test(words) ? 'payment' : undefined;
}

/** The person on the other side, as far as a name tells. */
export function partyOf(name: string): Omit<PartyDraft, 'salt'> {
  const words = plainWords(name);
  const anonymous = /\b(an danh|giau ten|khong neu ten|khong ghi ten)\b/.test(words);
  const kind = /^quy\b/.test(words)
    ? 'fund'
    : /^(ho|gia dinh|ho gia dinh|ho ong|ho ba|gd) /.test(words)
      ? 'household'
      : /^(cong ty|cty|doanh nghiep|dntn|htx|hop tac xa|ubnd|uy ban|truong|ngan hang|hoi|chi hoi|ban|phong|so|doan|cong an|chua|giao xu|dong ho)\b/.test(
            words,
          )
        ? 'organisation'
        : 'person';
  return { name, kind, anonymous };
}
