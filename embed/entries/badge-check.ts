import '../install-default.js';
import '../../components/badge-check/badge-check.define.js';
