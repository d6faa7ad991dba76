/**
 * The register of a commune, for a volunteer, a reviewer and who administers it, on the device where the portal's other pages write, too.
 * Everybody in it is invented. Who somebody is comes from the back end's session; this page knows it from `?person=`.
 */
import { backendFor } from './backend.js';

const people = {
  volunteer: {
    actor: { id: 'cong-tac-vien', name: 'Lê Thị Hoa', roles: ['officer'], scope: ['*'] },
    position: 'Cộng tác viên chi hội',
  },
  reviewer: {
    actor: { id: 'tham-dinh-1', name: 'Trần Văn Đức', roles: ['reviewer'], scope: ['*'] },
    position: 'Cán bộ thẩm định',
  },
  // Who may also import the list of places.
  admin: {
    actor: { id: 'quan-tri-so', name: 'Phạm Thị Quản', roles: ['admin'], scope: ['*'] },
    position: 'Quản trị sổ và danh mục địa bàn',
  },
};

const wanted = new URL(location.href).searchParams;
const who = Object.hasOwn(people, wanted.get('person') ?? '') ? wanted.get('person') : 'volunteer';
const { actor, position } = people[who];
document.querySelector(`.states a[href="?person=${who}"]`).setAttribute('aria-current', 'true');
document.querySelector('#name').textContent = actor.name;
document.querySelector('#position').textContent = position;

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đỗ', 'Hoàng', 'Vũ', 'Bùi'];
const middles = ['Văn', 'Thị', 'Đức', 'Minh', 'Ngọc'];
const given = ['An', 'Bình', 'Chính', 'Dung', 'Hoà', 'Khánh', 'Lan', 'Nghĩa', 'Phượng', 'Thuý'];
const hamlets = ['Xóm 1', 'Xóm 2', 'Xóm 3', 'Thôn Đoài', 'Thôn Ngự Thuỷ'];

/** Invented subjects, the same ones each time. */
function subjects(count) {
  const criteria = { id: 'gia-dinh-hoc-tap-mau', version: '1.0.0' };
  return Array.from({ length: count }, (_none, index) => {
    const person = `${families[index % 8]} ${middles[(index * 3) % 5]} ${given[(index * 7) % 10]}`;
    const place = { name: `${hamlets[(index * 2) % 5]}, xã Sen Hồ` };
    const shared = { id: `so-${index}`, place, facts: {} };
    if (index % 6 === 1) return { ...shared, model: 'citizen', subjectGroup: 'farmers', name: person };
    if (index % 17 === 5)
      return {
        ...shared,
        model: 'clan',
        name: `Dòng họ ${families[index % 8]} ${hamlets[index % 5]}`,
        head: { name: person },
      };
    return {
      ...shared,
      model: 'family',
      name: person,
      head: { name: person },
      members: { total: 3 + (index % 4), recognised: index % 3 },
      ...(index % 2 === 0 && { cycle: '2026', criteria }),
    };
  });
}

const officer = backendFor(people.volunteer.actor);
const count = Number(wanted.get('n') ?? 120);
// Applied once: the same id again changes nothing. Where it cannot be entered, the register itself says why it is empty.
try {
  const [receipt] = await officer.execute([
    {
      id: `so-mau-${count}`,
      kind: 'subject.import',
      record: `so-mau-${count}`,
      expected: 0,
      payload: { subjects: subjects(count) },
    },
  ]);
  if (receipt.status === 'rejected') console.warn('The sample was refused', receipt);
} catch (error) {
  console.warn('The sample could not be entered', error);
}

const provider = document.createElement('htsd-provider');
provider.backend = backendFor(actor);
const register = document.createElement('htsd-register');
register.setAttribute('cycle', '2026');
register.setAttribute('assessment-href', 'index.html');
if (wanted.has('theme')) register.setAttribute('theme', wanted.get('theme'));
provider.append(register);
document.querySelector('#desk').append(provider);
