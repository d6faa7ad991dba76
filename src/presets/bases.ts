import type { LocalText } from '../domain/text.schema.js';

/**
 * "Căn cứ" lines as they are printed at the head of a report, without the closing mark.
 * Number, date and issuer only, plus the subject where it was read in a source; a local overlay can put its own.
 */
export const bases = {
  educationLaw: {
    vi: 'Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019',
    en: 'Law on Education of 14 June 2019',
  },
  conclusion49: {
    vi: 'Căn cứ Kết luận số 49-KL/TW ngày 10 tháng 5 năm 2019 về tiếp tục thực hiện Chỉ thị số 11-CT/TW ngày 13 tháng 4 năm 2007',
    en: 'Conclusion 49-KL/TW of 10 May 2019 on continuing Directive 11-CT/TW of 13 April 2007',
  },
  decision1373: {
    vi: 'Căn cứ Quyết định số 1373/QĐ-TTg ngày 30 tháng 7 năm 2021 của Thủ tướng Chính phủ',
    en: 'Decision 1373/QĐ-TTg of 30 July 2021 of the Prime Minister',
  },
  decision387: {
    vi: 'Căn cứ Quyết định số 387/QĐ-TTg ngày 25 tháng 3 năm 2022 của Thủ tướng Chính phủ phê duyệt Chương trình “Đẩy mạnh phong trào học tập suốt đời trong gia đình, dòng họ, cộng đồng, đơn vị giai đoạn 2021-2030”',
    en: 'Decision 387/QĐ-TTg of 25 March 2022 of the Prime Minister approving the programme on lifelong learning in families, clans, communities and units, 2021-2030',
  },
  decision677: {
    vi: 'Căn cứ Quyết định số 677/QĐ-TTg ngày 03 tháng 6 năm 2022 của Thủ tướng Chính phủ',
    en: 'Decision 677/QĐ-TTg of 3 June 2022 of the Prime Minister',
  },
  decision1315: {
    vi: 'Căn cứ Quyết định số 1315/QĐ-TTg ngày 09 tháng 11 năm 2023 của Thủ tướng Chính phủ',
    en: 'Decision 1315/QĐ-TTg of 9 November 2023 of the Prime Minister',
  },
  circular22: {
    vi: 'Căn cứ Thông tư số 22/2020/TT-BGDĐT ngày 06 tháng 8 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo',
    en: 'Circular 22/2020/TT-BGDĐT of 6 August 2020 of the Minister of Education and Training',
  },
  circular24: {
    vi: 'Căn cứ Thông tư số 24/2023/TT-BGDĐT ngày 11 tháng 12 năm 2023 của Bộ trưởng Bộ Giáo dục và Đào tạo về đánh giá, công nhận “Đơn vị học tập” cấp huyện, cấp tỉnh',
    en: 'Circular 24/2023/TT-BGDĐT of 11 December 2023 of the Minister of Education and Training on assessing and recognising “Learning Units” of districts and provinces',
  },
  circular25: {
    vi: 'Căn cứ Thông tư số 25/2023/TT-BGDĐT ngày 27 tháng 12 năm 2023 của Bộ trưởng Bộ Giáo dục và Đào tạo về đánh giá, công nhận “Cộng đồng học tập” cấp xã, huyện, tỉnh',
    en: 'Circular 25/2023/TT-BGDĐT of 27 December 2023 of the Minister of Education and Training on assessing and recognising “Learning Communities” of communes, districts and provinces',
  },
} satisfies Record<string, LocalText>;
