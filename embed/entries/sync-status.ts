import '../install-default.js';
import '../../components/sync-status/sync-status.define.js';
