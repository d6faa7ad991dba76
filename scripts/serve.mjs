// @ts-check
import { existsSync } from 'node:fs';
import { startSite } from './site.mjs';

if (!existsSync(new URL('../dist/htsd.js', import.meta.url))) {
  console.error('There is no build yet: run "npm start" or "npm run build" first.');
  process.exit(1);
}
const { url } = await startSite({
  port: Number(process.env['PORT'] ?? 4173),
  host: process.env['HOST'] ?? 'localhost',
});
console.log(url);
