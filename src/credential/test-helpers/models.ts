/** The five models and how they are called. */
export const models = [
  ['family', 'Gia đình học tập', 'Learning family'],
  ['clan', 'Dòng họ học tập', 'Learning clan'],
  ['community', 'Cộng đồng học tập', 'Learning community'],
  ['unit', 'Đơn vị học tập', 'Learning unit'],
  ['citizen', 'Công dân học tập', 'Learning citizen'],
] as const;
