import { expect } from '@open-wc/testing';
import { HtsdError } from '../backend/errors.js';
import type { Evidence } from '../domain/answer.schema.js';
import { imageSize } from './image-size.js';
import { holds, jpeg, place, screenshot, withExif } from './test-helpers/pictures.js';
import { ready, scene, until, type Joined, type Scene } from './test-helpers/scene.js';
import { stored } from './test-helpers/stored.js';
import type { AssessmentSession } from './view.types.js';

type Piece = Extract<Evidence, { kind: 'file' }>;
const mega = 1024 * 1024;

describe('evidence', () => {
  let room: Scene;
  let joined: Joined;
  let session: AssessmentSession;
  beforeEach(async () => {
    room = scene();
    joined = room.join();
    session = await ready(joined);
  });
  afterEach(() => room.end());

  const pieces = (criterion = 'c1'): Piece[] =>
    (session.getState().answers[criterion]?.evidence ?? []) as Piece[];
  const problems = (): unknown[] =>
    session.getState().uploads.map(({ problem }) => problem && { code: problem.code, ...problem.params });
  const attach = (name: string, ...parts: BlobPart[]): Promise<void> =>
    session.attach('c1', [new File(parts, name)]);
  async function bytes(piece: Piece | undefined): Promise<Uint8Array> {
    return new Uint8Array(await (await session.openFile(piece!)).arrayBuffer());
  }

  it('strips a photo of EXIF and place, turns it upright and makes it small', async () => {
    const photo = withExif(await jpeg(3200, 2400), 6);
    expect(holds(photo, 'Exif') && holds(photo, place)).to.equal(true);
    await attach('ảnh lớp học.JPG', photo);
    expect(problems()).to.deep.equal([]);
    const [piece] = pieces();
    expect(piece).to.include({ kind: 'file', name: 'ảnh lớp học.JPG', type: 'image/jpeg' });
    const kept = await bytes(piece);
    expect(kept).to.have.length(piece!.size);
    expect(holds(kept, 'Exif')).to.equal(false);
    expect(holds(kept, place)).to.equal(false);
    expect(imageSize(kept)).to.deep.equal({ width: 1200, height: 1600 });
  });

  it('leaves the size of a small picture, and a screenshot a PNG', async () => {
    await attach('man-hinh.png', await screenshot(800, 600));
    const [piece] = pieces();
    expect(piece?.type).to.equal('image/png');
    expect(imageSize(await bytes(piece))).to.deep.equal({ width: 800, height: 600 });
  });

  it('takes a photo of 60 MB', async () => {
    await attach('lon.jpg', await jpeg(4000, 3000), new Uint8Array(60 * mega));
    expect(problems()).to.deep.equal([]);
    expect(pieces()[0]?.size).to.be.lessThan(mega);
  });

  it('refuses what is too large without reading it', async () => {
    const part = new Uint8Array(9 * mega);
    const file = new File(
      Array.from({ length: 9 }, () => part),
      'phim.jpg',
    );
    const unread = (): never => {
      throw new Error('read');
    };
    file.arrayBuffer = file.slice = unread;
    // Of a PDF the first bytes are looked at, no more.
    const paper = new File(['%PDF-1.7', new Uint8Array(10 * mega)], 'bao-cao.pdf');
    paper.arrayBuffer = unread;
    await session.attach('c1', [file, paper]);
    expect(problems()).to.deep.equal([
      { code: 'too-large', limit: 80 },
      { code: 'too-large', limit: 10 },
    ]);
    session.dismissUpload(session.getState().uploads[0]!.id);
    expect(session.getState().uploads).to.have.length(1);
    expect(pieces()).to.deep.equal([]);
  });

  it('looks at the bytes, not at the name', async () => {
    await attach('anh.jpg', 'MZ\x90\0\x03 This program cannot be run in DOS mode');
    await attach('trang.png', '<html><script>alert(1)</script>');
    await attach('trong.pdf');
    expect(problems()).to.deep.equal([
      { code: 'invalid', reason: 'type' },
      { code: 'invalid', reason: 'type' },
      { code: 'invalid', reason: 'empty' },
    ]);
  });

  it('says of pictures that this browser cannot read that it cannot', async () => {
    await attach('hong.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3));
    await attach('IMG_0001.HEIC', Uint8Array.of(0, 0, 0, 24), 'ftypheic', new Uint8Array(64));
    const bomb = await screenshot(10, 10);
    new DataView(bomb.buffer).setUint32(16, 60_000);
    new DataView(bomb.buffer).setUint32(20, 60_000);
    await attach('bom.png', bomb);
    expect(problems()).to.deep.equal(Array.from({ length: 3 }, () => ({ code: 'invalid', reason: 'image' })));
  });

  it('keeps a PDF as it is', async () => {
    const text = `%PDF-1.7\n${'x'.repeat(1000)}`;
    await attach('quyết định.pdf', text);
    const [piece] = pieces();
    expect(piece).to.include({ name: 'quyết định.pdf', type: 'application/pdf', size: text.length });
    expect(new TextDecoder().decode(await bytes(piece))).to.equal(text);
  });

  it('keeps the same file once on a criterion, and its bytes once', async () => {
    await attach('a.pdf', '%PDF-1.7 same');
    await attach('b.pdf', '%PDF-1.7 same');
    expect(pieces().map(({ name }) => name)).to.deep.equal(['a.pdf']);
    await session.attach('c2', [new File(['%PDF-1.7 same'], 'c.pdf')]);
    expect(pieces('c2')[0]?.sha256).to.equal(pieces()[0]?.sha256);
    expect(room.store.tenant('default').files.size).to.equal(1);
    await session.removeEvidence('c1', pieces()[0]!.id);
    expect(session.getState().answers).not.to.have.property('c1');
  });

  it('waits on the device where the back end is out of reach, and goes out before the submission', async () => {
    joined.faults.next({ kind: 'fail', error: new HtsdError('offline') }, { call: 'put' });
    await attach('a.pdf', '%PDF-1.7 waiting');
    expect(problems()).to.deep.equal([]);
    expect(await stored(room.storage, 'files')).to.have.length(1);
    expect(room.store.tenant('default').files.size).to.equal(0);
    expect(new TextDecoder().decode(await bytes(pieces()[0]))).to.equal('%PDF-1.7 waiting');
    for (const id of ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']) session.answer(id, { points: '5' });
    await session.submit();
    expect(session.getState().phase).to.equal('readonly');
    expect(room.store.tenant('default').files.size).to.equal(1);
    expect(await stored(room.storage, 'files')).to.have.length(0);
    expect(
      new TextDecoder().decode(await bytes(session.getState().answers['c1']?.evidence?.[0] as Piece)),
    ).to.equal('%PDF-1.7 waiting');
  });

  it('lists what the back end refuses', async () => {
    joined.faults.next({ kind: 'fail', error: new HtsdError('forbidden') }, { call: 'put' });
    await attach('a.pdf', '%PDF-1.7 refused');
    expect(problems()).to.deep.equal([{ code: 'forbidden' }]);
    expect(await stored(room.storage, 'files')).to.have.length(0);
  });

  it('takes links, once each, and refuses what could run', async () => {
    await session.attachLink('c1', 'hoctap.gov.vn/tin', 'Tin');
    await session.attachLink('c1', 'https://hoctap.gov.vn/tin', 'Tin nữa');
    await session.attachLink('c1', 'javascript:alert(1)', 'Bấm vào đây');
    await until(session, ({ uploads }) => uploads.length > 0);
    expect(session.getState().answers['c1']?.evidence).to.have.length(1);
    expect(session.getState().answers['c1']?.evidence?.[0]).to.include({
      kind: 'link',
      url: 'https://hoctap.gov.vn/tin',
      name: 'Tin',
    });
    expect(problems()).to.deep.equal([{ code: 'invalid', reason: 'link' }]);
  });
});
