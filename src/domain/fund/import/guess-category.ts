import type { Category } from '../fund.schema.js';
import { holdsWords, plainWords } from './words.js';

/** Words by which people mean a category of the samples; a fund's own ones are known by their labels. */
const usual: Readonly<Record<string, string>> = {
  'hoi-phi': 'hoi phi,hoi vien dong gop,hoi vien nop',
  'van-dong': 'van dong,ho gia dinh,quyen gop,nhan dan dong gop,thu quy khuyen hoc,thon,xom,to dan pho',
  'tai-tro': 'tai tro,ung ho,cong ty,doanh nghiep,nha hao tam,manh thuong quan,tang quy',
  'dong-ho-thon': 'dong ho,chi hoi,chi toc',
  'nhan-chuyen': 'nhan chuyen,cap tren,quy tinh,quy xa,hoi khuyen hoc tinh',
  'lai-tien-gui': 'lai tien gui,lai ngan hang,tien lai,lai suat,lai nhap goc',
  'hien-vat': 'hien vat,sach vo,xe dap,may tinh',
  'thu-khac': 'thu khac',
  'hoc-bong': 'hoc bong,hoc sinh ngheo,vuot kho,ho ngheo,can ngheo',
  'khen-thuong': 'khen thuong,thuong,phan thuong,hoc sinh gioi,giai nhat,giai nhi,giai ba',
  'giao-vien': 'giao vien,thay giao,co giao,nha giao',
  'nguoi-lon': 'nguoi lon,hoc tap cong dong,xoa mu chu',
  'xay-dung-mo-hinh': 'mo hinh,gia dinh hoc tap,dong ho hoc tap,don vi hoc tap,cong dong hoc tap',
  'hoi-hop': 'hoi nghi,cuoc hop,dai hoi,le trao,tong ket,nuoc uong,tap huan',
  'tham-hoi': 'tham hoi,tham vieng,phung vieng,vieng,thap huong',
  'quan-ly': 'van phong pham,in an,photo,phi chuyen tien,phi ngan hang,phu cap,xang xe,tien dien,buu dien',
  'chuyen-quy': 'chuyen quy,nop quy,trich nop,nop cap tren',
  'trao-hien-vat': 'trao hien vat,trao sach,trao xe dap,tang xe dap',
  'chi-khac': 'chi khac',
};

/** The category that a cell names by its label or id. */
export function namedCategory(text: string, categories: readonly Category[]): Category | undefined {
  const words = plainWords(text);
  if (words === '') return undefined;
  return categories.find(
    ({ id, label, retired }) =>
      !retired && [id, label.vi, label.en ?? ''].some((name) => plainWords(name) === words),
  );
}

/** The category that the words of a line speak for: the longest ones win. Undefined where none does. */
export function guessCategory(
  text: string,
  kind: 'receipt' | 'payment',
  categories: readonly Category[],
): Category | undefined {
  const words = plainWords(text);
  let best: { category: Category; length: number } | undefined;
  for (const category of categories) {
    if (category.retired || category.kind !== kind) continue;
    const phrases = [plainWords(category.label.vi), ...(usual[category.id]?.split(',') ?? [])];
    for (const phrase of phrases)
      if (phrase.length > (best?.length ?? 0) && holdsWords(words, phrase))
        best = { category, length: phrase.length };
  }
  return best?.category;
}
