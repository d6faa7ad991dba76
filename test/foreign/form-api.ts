import { Hono, type Context } from 'hono';
import type { Answer } from '../../src/domain/answer.schema.js';
import type { Assessment, ScoreSnapshot } from '../../src/domain/assessment.schema.js';
import type { Command } from '../../src/domain/command.schema.js';
import type { CriteriaSetSummary } from '../../src/domain/criteria-set.schema.js';
import type { QueryName } from '../../src/domain/query.schema.js';
import type { Receipt } from '../../src/domain/receipt.schema.js';
import type { Subject } from '../../src/domain/subject.schema.js';
import { isHtsdError } from '../../src/backend/errors.js';
import type { Consent } from '../../src/domain/consent.schema.js';
import { createDesks, personOf } from './people.js';

/**
 * A back end as they were built twenty years ago: everything is posted as a form, every answer has the status 200 with
 * a code inside, days are dd/MM/yyyy on a Vietnamese clock, yes is C, pages have numbers. It was written without the mapping.
 */
export function createFormApi(): Hono {
  const deskOf = createDesks();
  const app = new Hono().basePath('/api');
  const person = (c: Context) => personOf(c.req.header('X-Ma-Phien'));
  const good = (c: Context, data: object) => c.json({ MA_KQ: '00', THONG_BAO: 'Thành công', ...data });
  const bad = (c: Context, code: string, more: object = {}) =>
    c.json({ MA_KQ: code, THONG_BAO: 'Lỗi', ...more });

  const ask = (
    path: string,
    name: QueryName,
    params: (form: Form) => object,
    show: (item: never) => object,
  ) =>
    app.post(path, async (c) => {
      const form = await readForm(c);
      const { TRANG: page, SO_DONG: size } = form as { TRANG?: string; SO_DONG?: string };
      try {
        const rows: object[] = [];
        let cursor: string | undefined;
        do {
          const part = await deskOf(person(c)).query(name, {
            ...params(form),
            ...(cursor && { cursor }),
          });
          rows.push(...part.items.map((item) => show(item as never)));
          cursor = part.next;
        } while (cursor);
        if (page === undefined) return good(c, { DU_LIEU: rows });
        const [at, many] = [Number(page), Number(size)];
        return good(c, { DU_LIEU: rows.slice((at - 1) * many, at * many), TONG_SO: String(rows.length) });
      } catch (error) {
        if (!isHtsdError(error)) throw error;
        return bad(c, errors[error.code] ?? '99');
      }
    });

  const change = (path: string, kind: string, payload: (form: Form) => object) =>
    app.post(path, async (c) => {
      const form = await readForm(c);
      const command = {
        ...{ kind, id: form['MA_GIAO_DICH'], record: form['MA'], expected: Number(form['PHIEN_BAN']) },
        payload: payload(form),
      } as Command;
      try {
        const [receipt] = await deskOf(person(c)).execute([command]);
        return answer(c, receipt!);
      } catch (error) {
        if (!isHtsdError(error)) throw error;
        return bad(c, errors[error.code] ?? '99');
      }
    });

  function answer(c: Context, receipt: Receipt): Response {
    if (receipt.status === 'conflict') return bad(c, '09');
    if (receipt.status === 'rejected')
      return bad(c, refusals[receipt.code] ?? '05', { TRUONG_LOI: (receipt.path ?? []).join(',') });
    const written = receipt.records.map(({ type, id, version }) => ({
      ...{ BANG: tables[type as keyof typeof tables], MA: id, PHIEN_BAN: String(version) },
    }));
    const found = { BAN_GHI: written };
    return receipt.status === 'duplicate' ? bad(c, '10', found) : good(c, found);
  }

  app.post('/phien', async (c) => {
    const { actor, tenant } = person(c);
    return good(c, {
      TINH: tenant,
      NGUOI: actor && {
        MA: actor.id,
        HO_TEN: actor.name,
        VAI_TRO: actor.roles.map((one) => roles[one]).join(';'),
      },
    });
  });
  ask(
    '/bo-tieu-chi/tim',
    'criteria.list',
    (f) => ({ ...opt('model', modelOf(f)), ...opt('cycle', f['NAM']) }),
    showSet,
  );
  ask('/bo-tieu-chi/xem', 'criteria.get', (f) => ({ id: f['MA'], version: f['PB'] }), showSet);
  ask(
    '/doi-tuong/tim',
    'subjects.list',
    (f) => ({ ...opt('model', modelOf(f)), ...(f['CUA_TOI'] === 'C' && { mine: true }) }),
    showSubject,
  );
  ask('/doi-tuong/xem', 'subject.get', (f) => ({ id: f['MA'] }), showSubject);
  ask(
    '/phieu/tim',
    'assessments.list',
    (f) => ({
      ...opt('model', modelOf(f)),
      ...opt('cycle', f['NAM']),
      ...opt('subject', f['MA_DT']),
      ...opt('state', states[Number(f['TRANG_THAI'])]),
      ...(f['CUA_TOI'] === 'C' && { mine: true }),
    }),
    showAssessment,
  );
  ask('/phieu/xem', 'assessment.get', (f) => ({ id: f['MA'] }), showAssessment);
  ask('/dong-y/tim', 'consents.list', (f) => ({ subject: f['MA_DT'] }), showConsent);

  change('/bo-tieu-chi/ban-hanh', 'criteria.publish', (f) => ({ set: json(f['NOI_DUNG']) }));
  change('/doi-tuong/dang-ky', 'subject.register', (f) => ({
    ...{ model: modelOf(f), name: f['TEN'], cycle: f['NAM'], facts: json(f['DU_KIEN']) ?? {} },
    place: { name: f['DIA_BAN'], ...opt('code', f['MA_DIA_BAN']) },
    criteria: { id: f['MA_BO'], version: f['PB_BO'] },
  }));
  change('/phieu/mo', 'assessment.open', (f) => ({ subject: f['MA_DT'], cycle: f['NAM'] }));
  change('/phieu/ghi', 'assessment.answer', (f) => ({
    answers: Object.fromEntries<unknown>(
      list(f['CHI_TIET']).map((row) => [row['MA_TC'] as string, row['XOA'] === 'C' ? null : answerOf(row)]),
    ),
  }));
  change('/phieu/nop', 'assessment.submit', () => ({}));
  change('/phieu/rut', 'assessment.withdraw', (f) => ({ ...opt('reason', f['LY_DO']) }));
  change('/phieu/xet', 'assessment.review', () => ({}));
  change('/phieu/xac-nhan', 'assessment.verify', () => ({}));
  change('/dong-y/ghi', 'consent.give', (f) => ({
    ...{ subjectId: f['MA_DT'], purpose: purposes[Number(f['MUC_DICH'])], textVersion: f['PB_VAN_BAN'] },
    ...{ giver: givers[f['NGUOI_CHO'] as keyof typeof givers], ...opt('relation', f['QUAN_HE']) },
    ...{ giverName: f['NGUOI_DY'], form: f['HINH_THUC'] === 'S' ? 'digital' : 'paper' },
    ...opt('controller', f['DV_QUAN_LY']),
    ...(f['SO_NAM'] ? { retentionYears: Number(f['SO_NAM']) } : {}),
  }));
  change('/dong-y/rut', 'consent.withdraw', () => ({}));
  return app;
}

interface Form {
  [field: string]: string | Form | Form[] | undefined;
}

/** `CHI_TIET[0][MA_TC]=…` as rows. */
async function readForm(c: Context): Promise<Form> {
  const form: Form = {};
  for (const [name, value] of new URLSearchParams(await c.req.text())) {
    const [, head = name, row, field] = /^(\w+)\[(\d+)\]\[(\w+)\]$/.exec(name) ?? [];
    if (row === undefined || field === undefined) form[head] = value;
    else
      ((form[head] ??= []) as Form[])[Number(row)] = {
        ...(form[head] as Form[])[Number(row)],
        [field]: value,
      };
  }
  return form;
}

const list = (value: Form[string]): Form[] => (Array.isArray(value) ? value : []);
const json = (value: Form[string]): unknown =>
  typeof value === 'string' && value ? JSON.parse(value) : undefined;
const opt = (name: string, value: unknown): object =>
  value === undefined || value === '' ? {} : { [name]: value };

const models = { GD: 'family', DH: 'clan', CD: 'community', DV: 'unit', CN: 'citizen' } as const;
/** Something that is no kind of ours stays what it is, so that it is refused. */
const modelOf = (form: Form): string | undefined =>
  form['LOAI'] === undefined ? undefined : (models[form['LOAI'] as keyof typeof models] ?? 'none');
const modelWord = (model: string): string => Object.entries(models).find(([, one]) => one === model)![0];
const states = ['draft', 'submitted', 'in-review', 'returned', 'verified', 'recognised', 'not-recognised'];
const purposes = ['assessment', 'publication', 'badge', 'scholarship'];
const givers = { B: 'self', D: 'representative', T: 'child' } as const;
const roles: Record<string, string> = {
  member: 'TV',
  officer: 'CB',
  reviewer: 'TD',
  signer: 'KY',
  admin: 'QT',
};
const tables = { subject: 'DOI_TUONG', assessment: 'PHIEU', consent: 'DONG_Y', criteria: 'BO_TIEU_CHI' };
const errors: Record<string, string> = {
  unauthenticated: '01',
  forbidden: '03',
  'not-found': '04',
  invalid: '05',
};
const refusals: Record<string, string> = {
  ...{ forbidden: '03', 'not-found': '04', invalid: '05', 'wrong-state': '11', 'id-reused': '12' },
  ...{ 'already-exists': '13', incomplete: '14', 'own-assessment': '15', 'criterion-unknown': '16' },
};

/** 26/11/2026 18:30:00 on the clock of Ha Noi. */
function time(iso: string | undefined): string {
  if (iso === undefined) return '';
  const at = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString();
  return `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)} ${at.slice(11, 19)}`;
}
const yes = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'C' : 'K');
const points = (value: number | undefined): string =>
  value === undefined
    ? ''
    : value
        .toFixed(2)
        .replace('.', ',')
        .replace(/\B(?=(\d{3})+,)/g, '.');

const showSet = (set: CriteriaSetSummary) => ({ MA: set.id, PB: set.version, NOI_DUNG: JSON.stringify(set) });

const showSubject = (subject: Subject) => ({
  ...{
    MA: subject.id,
    PHIEN_BAN: String(subject.version),
    LOAI: modelWord(subject.model),
    TEN: subject.name,
  },
  ...{
    DIA_BAN: subject.place.name,
    MA_DIA_BAN: subject.place.code ?? '',
    DU_KIEN: JSON.stringify(subject.facts),
  },
  DANG_KY: subject.registrations.map(({ cycle, criteria, at, by }) => ({
    ...{ NAM: cycle, MA_BO: criteria.id, PB_BO: criteria.version, NGAY: time(at), NGUOI: by },
  })),
  ...{ NGUOI_LAP: subject.owner, NGAY_LAP: time(subject.createdAt), NGAY_SUA: time(subject.updatedAt) },
});

const showScore = (score: ScoreSnapshot) => ({
  ...{ DIEM: points(score.total), TOI_DA: points(score.max), XEP: score.outcome ?? '' },
  ...{ DAT: yes(score.passed), KET_LUAN: yes(score.conclusive) },
});

const showAssessment = (one: Assessment) => ({
  ...{ MA: one.id, PHIEN_BAN: String(one.version), MA_DT: one.subjectId, TEN_DT: one.subjectName },
  ...{ LOAI: modelWord(one.model), NAM: one.cycle, MA_BO: one.criteria.id, PB_BO: one.criteria.version },
  ...{ TRANG_THAI: String(states.indexOf(one.state)), DU_KIEN: JSON.stringify(one.facts) },
  CHI_TIET: Object.entries(one.answers).map(([id, answer]) => ({ MA_TC: id, ...showAnswer(answer) })),
  LAN_NOP: one.submissions.map(({ receipt, at, by, byName, score, withdrawnAt }) => ({
    ...{
      SO: receipt,
      NGAY: time(at),
      NGUOI: by,
      TEN: byName,
      NGAY_RUT: time(withdrawnAt),
      ...showScore(score),
    },
  })),
  KHAC: JSON.stringify({
    ...{ comments: one.comments, setAside: one.setAside, review: one.review, returned: one.returned },
  }),
  LICH_SU: one.history.map(({ at, by, byName, kind, from, to, reason }) => ({
    ...{ NGAY: time(at), NGUOI: by, TEN: byName, VIEC: kind, LY_DO: reason ?? '' },
    ...{ TU: from === null ? '' : String(states.indexOf(from)), DEN: String(states.indexOf(to)) },
  })),
  ...{ NGUOI_LAP: one.owner, NGAY_LAP: time(one.createdAt), NGAY_SUA: time(one.updatedAt) },
});

const showAnswer = (answer: Answer) => ({
  ...{
    DIEM: answer.points ?? '',
    CHON: answer.option ?? '',
    CO: yes(answer.yes),
    GHI_CHU: answer.note ?? '',
  },
  ...{ TU_SO: answer.numerator ?? '', MAU_SO: answer.denominator ?? '' },
  ...{ KHONG_AP_DUNG: yes(answer.notApplicable), LY_DO: answer.reason ?? '' },
  MINH_CHUNG: answer.evidence ? JSON.stringify(answer.evidence) : '',
});

const answerOf = (row: Form): Answer => ({
  ...opt('points', row['DIEM']),
  ...opt('option', row['CHON']),
  ...(row['CO'] ? { yes: row['CO'] === 'C' } : {}),
  ...opt('numerator', row['TU_SO']),
  ...opt('denominator', row['MAU_SO']),
  ...opt('note', row['GHI_CHU']),
  ...(row['KHONG_AP_DUNG'] ? { notApplicable: row['KHONG_AP_DUNG'] === 'C' } : {}),
  ...opt('reason', row['LY_DO']),
  ...opt('evidence', json(row['MINH_CHUNG'])),
});

const showConsent = (one: Consent) => ({
  ...{ MA: one.id, PHIEN_BAN: String(one.version), MA_DT: one.subjectId, PB_VAN_BAN: one.textVersion },
  ...{ NGUOI_CHO: Object.entries(givers).find(([, giver]) => giver === one.giver)![0] },
  ...{ QUAN_HE: one.relation ?? '', DV_QUAN_LY: one.controller ?? '', SO_NAM: one.retentionYears ?? '' },
  ...{ MUC_DICH: String(purposes.indexOf(one.purpose)), NGUOI_DY: one.giverName, NGUOI_GHI: one.recordedBy },
  ...{
    HINH_THUC: one.form === 'digital' ? 'S' : 'G',
    NGAY: time(one.givenAt),
    NGAY_RUT: time(one.withdrawnAt),
  },
});
