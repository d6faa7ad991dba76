/** What the page shows of each place, and how its figures stand. */
import { toldBeside, toldSeminars, toldShares } from './province-figures.js';
import { sampleProvince } from './province-places.js';

const press = {
  vinhPhuc: 'Báo Vĩnh Phúc, “Đẩy mạnh phong trào học tập suốt đời”, ngày 17/8/2022',
  haNoi: 'Báo Lao động Thủ đô, “Nhân rộng các mô hình để xây dựng xã hội học tập”, ngày 21/5/2025',
};

/**
 * The views by their names in the address. `parts`: what stands on the page, each with a heading, a sentence and elements
 * as [tag, attributes, properties], those beside each other in one list; or with the attributes of a report.
 */
export const views = {
  'vinh-phuc': {
    tab: 'Vĩnh Phúc, 2022',
    title: 'Tỉnh Vĩnh Phúc, tháng 8/2022',
    lead: 'Số liệu về các mô hình học tập và tổ chức Hội Khuyến học của tỉnh như báo đưa, đặt cạnh chỉ tiêu của tỉnh và của cả nước.',
    stand: `Nguồn: ${press.vinhPhuc}. Báo nêu số đã công nhận, phần lớn kèm “gần” hoặc “hơn”, và không nêu tổng số; vì vậy trang không tính tỷ lệ mà ghi “chưa đủ số liệu”. Tỉnh Vĩnh Phúc hợp vào tỉnh Phú Thọ từ ngày 1/7/2025 và cấp huyện đã kết thúc: 9 hội cấp huyện là số của thời điểm ấy.`,
    parts: [
      {
        title: 'Gia đình và hội viên',
        elements: [
          [
            ['htsd-target-gauge', { indicator: 'gia-dinh', locality: '26', year: 2022 }],
            ['htsd-target-gauge', { indicator: 'hoi-vien', locality: '26', year: 2022 }],
          ],
        ],
      },
      {
        title: 'Báo còn nêu',
        text: 'Những số này không kèm tổng số, hoặc không thuộc một năm nào, nên trang chỉ ghi lại nguyên văn.',
        table: { caption: `Tỉnh Vĩnh Phúc. ${press.vinhPhuc}`, rows: toldBeside.vinhPhuc },
      },
      {
        title: 'Bảng chỉ tiêu năm 2022',
        elements: [['htsd-target-gauge', { variant: 'scorecard', locality: '26', year: 2022 }]],
      },
      { title: 'Báo cáo thống kê', report: { locality: '26', year: 2022, kind: 'year' } },
    ],
  },
  'phu-tho': {
    tab: 'Phú Thọ, 2025',
    title: 'Tỉnh Phú Thọ, sau ngày 1/7/2025',
    lead: 'Những gì đã đếm ở Vĩnh Phúc nay nằm trong tỉnh Phú Thọ. Trang cho thấy số cũ đi đâu và vì sao chưa so sánh được.',
    stand:
      'Tỉnh Phú Thọ hiện nay gồm Phú Thọ, Vĩnh Phúc và Hòa Bình trước đây. Ở đây chỉ có số liệu của Vĩnh Phúc năm 2022; hai tỉnh kia chưa có số liệu, nên tổng của cả tỉnh “chưa so sánh được”. Chỉ tiêu riêng của Vĩnh Phúc cũng không chuyển sang tỉnh mới: chỉ tiêu chung của cả nước được áp dụng.',
    parts: [
      {
        title: 'Gia đình học tập',
        elements: [['htsd-target-gauge', { indicator: 'gia-dinh', locality: '25', year: 2025 }]],
      },
      {
        title: 'Bảng chỉ tiêu năm 2025',
        elements: [['htsd-target-gauge', { variant: 'scorecard', locality: '25', year: 2025 }]],
      },
      { title: 'Báo cáo thống kê', report: { locality: '25', year: 2025, kind: 'year' } },
    ],
  },
  'ha-noi': {
    tab: 'Hà Nội, 2025',
    title: 'Thành phố Hà Nội, 2020-2025',
    lead: 'Hoạt động xây dựng các mô hình học tập của thành phố trong 5 năm, và mô hình “Công dân học tập” ở quận Tây Hồ năm 2024.',
    stand: `Nguồn: ${press.haNoi}. Địa giới thành phố không đổi ngày 1/7/2025, nên số liệu cũ được chuyển sang nguyên vẹn. Quận Tây Hồ đã kết thúc ngày 30/6/2025: tỷ lệ năm 2024 chỉ đứng ở quận cũ.`,
    parts: [
      {
        title: 'Hội thảo, tọa đàm về các mô hình học tập',
        elements: [toldSeminars.map((value) => ['htsd-target-gauge', {}, { value }])],
      },
      {
        title: 'Quận Tây Hồ, năm 2024',
        text: 'Báo chỉ nêu tỷ lệ, không nêu số người, cũng không nói rõ tỷ lệ của từng nhóm là đăng ký hay đạt danh hiệu. Trang ghi lại nguyên văn con số, không đổi ra số người; biểu đồ vì thế chưa đủ số liệu.',
        table: { caption: `Quận Tây Hồ, 2024. ${press.haNoi}`, rows: toldShares },
        elements: [['htsd-target-gauge', { indicator: 'cong-dan-nguoi-lon', locality: '003', year: 2024 }]],
      },
      {
        title: 'Báo còn nêu',
        text: 'Số liệu của một xã và một phường cũ, ghi lại nguyên văn.',
        table: { caption: `Thành phố Hà Nội. ${press.haNoi}`, rows: toldBeside.haNoi },
      },
      { title: 'Báo cáo thống kê', report: { locality: '01', year: 2025, kind: 'final', from: 2020 } },
    ],
  },
  'sen-giang': {
    tab: 'Sen Giang (số liệu minh hoạ)',
    title: 'Tỉnh Sen Giang (số liệu minh hoạ)',
    lead: 'Một tỉnh hư cấu với 13 xã, để dùng thử những phần cần số liệu của từng xã: đi sâu từ tỉnh xuống xã và thôn, xếp hạng, sổ theo dõi, báo cáo.',
    stand:
      'Mọi tên xã, thôn, người và con số ở trang này là số liệu minh hoạ, không phải của nơi nào. Ba xã được lập ngày 1/7/2025 có số liệu cũ chuyển sang; hai xã khác không so sánh được, vì xã cũ đã chia mà không ai công bố cách chia.',
    invented: true,
    picker: true,
    parts: [
      {
        title: 'Gia đình học tập',
        text: 'Nút “Xem 13 xã” đi xuống từng xã, rồi từng thôn; dòng trên cùng đưa trở lại.',
        elements: [
          [
            [
              'htsd-target-gauge',
              { indicator: 'gia-dinh', locality: sampleProvince, year: 2025, 'data-place': '' },
            ],
            [
              'htsd-target-gauge',
              {
                variant: 'arc',
                indicator: 'dong-ho',
                locality: sampleProvince,
                year: 2025,
                'data-place': '',
              },
            ],
          ],
        ],
      },
      {
        title: 'Các xã so với chỉ tiêu',
        elements: [
          [
            'htsd-target-gauge',
            { variant: 'ranking', indicator: 'gia-dinh', locality: sampleProvince, year: 2025 },
          ],
        ],
      },
      {
        title: 'Bảng chỉ tiêu năm 2025',
        elements: [
          [
            'htsd-target-gauge',
            { variant: 'scorecard', locality: sampleProvince, year: 2025, 'data-place': '' },
          ],
        ],
      },
      {
        title: 'Sổ theo dõi năm 2026',
        elements: [['htsd-register', { cycle: '2026', place: sampleProvince, 'data-place': '' }]],
      },
      {
        title: 'Báo cáo thống kê',
        report: { locality: sampleProvince, year: 2025, kind: 'year', 'data-place': '' },
      },
    ],
  },
};
