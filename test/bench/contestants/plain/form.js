const form = document.querySelector('form');
const fieldsets = [...form.querySelectorAll('[data-criterion]')];
const read = (text) => (text ? Number(text.replace(',', '.')) : NaN);

function points(fieldset) {
  const { max, bands } = fieldset.dataset;
  const typed = fieldset.querySelector('[name=points]');
  if (typed) {
    const value = read(typed.value);
    return value >= 0 && value <= max ? value : 0;
  }
  if (bands) {
    const [above, below] = ['numerator', 'denominator'].map(
      (name) => fieldset.querySelector(`[name=${name}]`).value,
    );
    const percent = (100 * read(above)) / read(below);
    return JSON.parse(bands).reduce(
      (best, band) => (percent >= band.atLeast && percent <= 100 ? band.points : best),
      0,
    );
  }
  return Number(fieldset.querySelector('[type=radio]:checked')?.value ?? 0);
}

const total = document.querySelector('#total');
function add() {
  total.textContent = fieldsets.reduce((sum, fieldset) => sum + points(fieldset), 0).toLocaleString('vi');
}

const database = new Promise((resolve, reject) => {
  const request = indexedDB.open('bench', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('drafts');
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const value = (field) =>
  field.type === 'radio' ? field.checked : field.type === 'file' ? [...field.files] : field.value;
async function save() {
  const draft = [...form.elements].filter((field) => field.name).map(value);
  (await database).transaction('drafts', 'readwrite').objectStore('drafts').put(draft, 'draft');
}

let timer;
form.addEventListener('input', () => {
  add();
  clearTimeout(timer);
  timer = setTimeout(save, 500);
});

const stored = (await database).transaction('drafts').objectStore('drafts').get('draft');
stored.onsuccess = () => {
  [...form.elements]
    .filter((field) => field.name)
    .forEach((field, index) => {
      const before = stored.result?.[index];
      if (field.type === 'radio') field.checked = Boolean(before);
      else if (field.type !== 'file' && before) field.value = before;
    });
  add();
};
