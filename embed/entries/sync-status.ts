import '../install.js';
import '../../components/sync-status/sync-status.define.js';
