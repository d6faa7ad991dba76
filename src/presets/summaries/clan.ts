import type { CriteriaSetSummary } from '../../domain/criteria-set.schema.js';

/** The sets of one model as one chooses among them. Written by summaries.test.ts from the sets: change those, then run it with -u. */
// oxfmt-ignore
export const summaries: readonly CriteriaSetSummary[] = [
  {"format":1,"id":"dong-ho-hoc-tap-mau","version":"1.0.0","model":"clan","title":{"vi":"Dòng họ học tập giai đoạn 2021-2030","en":"Learning clan, 2021-2030"},"status":"sample","cycles":{"from":"2021"},"recognition":{"months":12},"scoring":{"mode":"points","max":100,"passMark":70,"classes":[{"id":"dat","label":{"vi":"Đạt danh hiệu Dòng họ học tập","en":"Title Learning Clan"},"min":70}],"notApplicable":"reweight"},"source":{"name":{"vi":"Mẫu, chưa đối chiếu văn bản","en":"Sample, not checked against an official text"}}},
];
