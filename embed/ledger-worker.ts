import { hashText } from '../src/backend/hash-text.js';
import { serveCheck } from '../src/client/ledger/serve-check.js';

// Loaded by `new Worker`: a file of its own, without imports, so that browsers without module workers run it too.
serveCheck(self, hashText);
