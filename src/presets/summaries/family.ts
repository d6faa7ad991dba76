import type { CriteriaSetSummary } from '../../domain/criteria-set.schema.js';

/** The sets of one model as one chooses among them. Written by summaries.test.ts from the sets: change those, then run it with -u. */
// oxfmt-ignore
export const summaries: readonly CriteriaSetSummary[] = [
  {"format":1,"id":"gia-dinh-hoc-tap-mau","version":"1.0.0","model":"family","title":{"vi":"Gia đình học tập giai đoạn 2021-2030","en":"Learning family, 2021-2030"},"status":"sample","cycles":{"from":"2021"},"recognition":{"months":12},"scoring":{"mode":"points","max":100,"passMark":70,"classes":[{"id":"dat","label":{"vi":"Đạt danh hiệu Gia đình học tập","en":"Title Learning Family"},"min":70}],"notApplicable":"reweight"},"source":{"name":{"vi":"Mẫu, chưa đối chiếu văn bản","en":"Sample, not checked against an official text"}}},
  {"format":1,"id":"gia-dinh-hoc-tap-448","version":"1.0.0","model":"family","title":{"vi":"Gia đình học tập giai đoạn 2016-2020","en":"Learning family, 2016-2020"},"status":"sample","superseded":{"on":"2020-12-31"},"cycles":{"from":"2016","to":"2020"},"recognition":{"months":12},"scoring":{"mode":"points","max":100,"passMark":70,"classes":[{"id":"dat","label":{"vi":"Đạt danh hiệu Gia đình học tập","en":"Title Learning Family"},"min":70}],"notApplicable":"reweight"},"source":{"name":{"vi":"Bộ tiêu chí ban hành kèm theo Quyết định số 448/QĐ-KHVN","en":"Criteria issued with Decision 448/QĐ-KHVN"},"number":"448/QĐ-KHVN","date":"2015-11-10","issuer":{"vi":"Hội Khuyến học Việt Nam","en":"Vietnam Association for Promoting Education"}}},
];
