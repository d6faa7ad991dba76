import '../install.js';
import '../../components/badge-check/badge-check.define.js';
