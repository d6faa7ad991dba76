/** Evidence as small pictures: drawn here, from the bytes that are here, and where there are none, told by name and kind. */
import { expect } from '@open-wc/testing';
import { HtsdError } from '../../src/backend/errors.js';
import { createMemoryAdapter } from '../../src/backend/memory/memory-adapter.js';
import type { Files } from '../../src/backend/port.js';
import { jpeg } from '../../src/client/test-helpers/pictures.js';
import { tenItems } from '../../test/fixtures/criteria-sets.js';
import { catalogOf } from '../../test/support/catalog.js';
import { expectLooks, restoreLooks } from '../../test/support/looks.js';
import { mountForm, register, until, type Mounted } from '../../test/support/mount-form.js';

describe('htsd-assessment-form: small pictures of evidence', () => {
  let mounted: Mounted;
  /** How often bytes were asked for; answered as without network where `away`. */
  let asked: number;
  let away: boolean;
  beforeEach(async () => {
    asked = 0;
    away = false;
    const adapter = createMemoryAdapter({ catalog: catalogOf(tenItems()) });
    const files: Files = {
      ...adapter.files!,
      get: async (...call) => {
        asked += 1;
        if (away) throw new HtsdError('offline');
        return adapter.files!.get(...call);
      },
    };
    mounted = mountForm({ backend: { ...adapter, files } });
    await register(mounted);
    mounted.$('#c-c1 .fold').click();
    await until(() => mounted.root.querySelector('#c-c1 [data-file]'), 'the fold');
  });
  afterEach(async () => {
    await restoreLooks();
    await mounted.unmount();
  });

  /** Chooses files as a person does, and waits for their lines. */
  async function choose(...files: File[]): Promise<void> {
    const input = mounted.$<HTMLInputElement>('#c-c1 [data-file]');
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await until(() => mounted.root.querySelectorAll('#c-c1 .evidence').length === files.length, 'the lines');
    mounted.$('#c-c1 .evidence').scrollIntoView();
  }
  const photo = async (): Promise<File> => new File([await jpeg(600, 400)], 'hoi-nghi.jpg');
  const shown = (): HTMLCanvasElement[] => [
    ...mounted.root.querySelectorAll<HTMLCanvasElement>('#c-c1 .thumbnail:not([hidden])'),
  ];

  it('shows photos small, with words for who does not see them, and other files by name and kind', async () => {
    const drawn = await photo();
    await choose(drawn, new File(['%PDF-1.7 ke hoach'], 'ke-hoach.pdf'));
    await until(() => shown().length === 1, 'the small picture');
    const [canvas] = shown();
    expect([canvas!.getAttribute('role'), canvas!.getAttribute('aria-label')]).to.deep.equal([
      'img',
      'Ảnh minh chứng: hoi-nghi.jpg',
    ]);
    expect([canvas!.width, canvas!.height]).to.deep.equal([160, 107]);
    const [red, green, blue] = canvas!.getContext('2d')!.getImageData(4, 4, 1, 1).data;
    expect(red! > 150 && green! < 120 && blue! < 120, 'what was photographed').to.equal(true);
    const lines = [...mounted.root.querySelectorAll('#c-c1 .evidence')].map(({ textContent }) => textContent);
    expect(lines[0]).to.contain('hoi-nghi.jpg').and.to.contain('JPEG');
    expect(lines[1]).to.contain('ke-hoach.pdf').and.to.contain('PDF');
    await expectLooks(mounted.form);
  });

  it('falls back to name and kind where the bytes cannot be had, and shows the rest', async () => {
    away = true;
    await choose(await photo());
    await until(() => asked > 0, 'the question');
    await mounted.drawn();
    expect(shown()).to.deep.equal([]);
    const line = mounted.$('#c-c1 .evidence');
    expect(line.textContent).to.contain('hoi-nghi.jpg').and.to.contain('JPEG');
  });
});
