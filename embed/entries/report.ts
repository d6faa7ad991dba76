import '../install-default.js';
import '../../components/report/report.define.js';
